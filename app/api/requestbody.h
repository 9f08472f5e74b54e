// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apirequest.h"
#include "app/api/filereader.h"

#include <QIODevice>

//! The body of a write, read once from front to end: fixed bytes, or a multipart body around a file that stays on disk
//! and is read in a thread of its own.
//! It is sequential on purpose: Qt sends a request whose body it can rewind a second time when the server closes the
//! connection without an answer, and nobody knows whether the first one was done.
class RequestBody : public QIODevice
{
    Q_OBJECT

public:
    explicit RequestBody(const ApiRequest &request, QObject *parent = nullptr);

    //! It can be sent: its size is known, or its problem. Without a file it is at once.
    bool isReady() const { return m_isReady; }
    QByteArray contentType() const { return m_contentType; }
    qint64 totalSize() const { return m_head.size() + m_fileSize + m_tail.size(); }
    //! Why the file cannot be sent, as a sentence; empty while all is well. When it changes while it is sent, reading
    //! fails, and with it the request.
    QString problem() const { return m_file ? m_file->problem() : QString(); }

    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_position >= totalSize(); }
    qint64 bytesAvailable() const override { return totalSize() - m_position + QIODevice::bytesAvailable(); }
    bool seek(qint64) override { return false; } // Qt tries it before it would send the request again

signals:
    void ready(); //!< isReady() has become true.

protected:
    qint64 readData(char *data, qint64 max) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    void addFile(const ApiRequest::Upload &upload);

    QByteArray m_contentType;
    QByteArray m_head;
    QByteArray m_tail;
    std::unique_ptr<FileReader> m_file; //!< Null: none.
    qint64 m_fileSize = 0;
    qint64 m_position = 0;
    bool m_isReady = true;
};
