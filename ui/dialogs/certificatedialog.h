// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

//! Shows the certificate of a server that is not trusted, and asks whether to trust exactly this one.
class CertificateDialog : public QDialog
{
    Q_OBJECT

public:
    struct Subject
    {
        QString host;
        QByteArray certificate; //!< DER.
        QString problem; //!< Why it is not trusted, in words.
        bool isAnother = false; //!< Another one is trusted for this server already.
    };

    explicit CertificateDialog(const Subject &subject, QWidget *parent = nullptr);

signals:
    void trusted(const QByteArray &fingerprint); //!< SHA-256.
};
