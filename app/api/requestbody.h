// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apirequest.h"

#include <QDateTime>
#include <QFile>
#include <QIODevice>

//! The body of a write, read once from front to end: fixed bytes, or a multipart body around a file that stays on disk.
//! It is sequential on purpose: Qt sends a request whose body it can rewind a second time when the server closes the
//! connection without an answer, and nobody knows whether the first one was done.
class RequestBody : public QIODevice
{
    Q_OBJECT

public:
    //! The file is opened at once; problem() says when it cannot be.
    explicit RequestBody(const ApiRequest &request, QObject *parent = nullptr);

    QByteArray contentType() const { return m_contentType; }
    qint64 totalSize() const { return m_head.size() + m_fileSize + m_tail.size(); }
    //! Why the file cannot be sent, as a sentence; empty while all is well. When it changes while it is sent, reading
    //! fails, and with it the request.
    QString problem() const { return m_problem; }

    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_position >= totalSize(); }
    qint64 bytesAvailable() const override { return totalSize() - m_position + QIODevice::bytesAvailable(); }
    bool seek(qint64) override { return false; } // Qt tries it before it would send the request again

protected:
    qint64 readData(char *data, qint64 max) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    void openFile(const ApiRequest::Upload &upload);
    qint64 readFile(char *data, qint64 max);
    qint64 fail(const QString &sentence);

    QByteArray m_contentType;
    QByteArray m_head;
    QByteArray m_tail;
    QFile m_file;
    QDateTime m_fileTime;
    qint64 m_fileSize = 0;
    qint64 m_position = 0;
    QString m_problem;
};
