// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/servercheck.h"

#include <QDialog>

class LimitsForm;
class QLabel;
class QLineEdit;
class QPushButton;
class Server;
class Servers;

//! Adds a server, or changes the name, the key and the limits of one. A key is only stored once the server took it.
class ServerDialog : public QDialog
{
    Q_OBJECT

public:
    //! Without \a existing a server is added.
    ServerDialog(Servers &servers, QNetworkAccessManager &network, Server *existing = nullptr,
                 QWidget *parent = nullptr);

private:
    enum class Step { Check, Checking, Confirm, Untrusted, Found };

    void makeLayout();
    void showExisting(const Server &existing);
    void next();
    void check();
    void store();
    void onEdited();
    bool hasNewKey() const;
    void setStep(Step step, const QString &words = {});
    void onFailed(const ApiError &error, const QString &sentence);
    void showCertificate();
    void onSucceeded(const QUrl &url, const QString &version, qint64 datasets);

    Servers &m_servers;
    QString m_existingId; //!< Empty when a server is added.
    ServerCheck m_check;
    Step m_step = Step::Check;
    QUrl m_url; //!< As the check found it.
    QByteArray m_certificate; //!< SHA-256 fingerprint of the one the person trusts.
    ApiError m_tlsError; //!< Of the last check, at Step::Untrusted.
    QLineEdit *m_name;
    QLineEdit *m_address;
    QLineEdit *m_key;
    LimitsForm *m_limits; //!< Shown for a server that is there.
    QLabel *m_words;
    QPushButton *m_next;
};
