// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/servercheck.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class Server;
class Servers;

//! Adds a server, or gives one another key. Nothing is stored before the server has been asked.
class ServerDialog : public QDialog
{
    Q_OBJECT

public:
    //! Without \a existing a server is added; with it, its key is changed.
    ServerDialog(Servers &servers, QNetworkAccessManager &network, Server *existing = nullptr,
                 QWidget *parent = nullptr);

private:
    enum class Step { Check, Checking, Confirm, Untrusted, Found };

    void makeLayout();
    void next();
    void check();
    void store();
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
    QLabel *m_words;
    QPushButton *m_next;
};
