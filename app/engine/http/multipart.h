// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/http/message.h"

#include <QFile>

namespace http {

//! Reads a multipart/form-data body as it arrives: fields into memory, files onto the disk. Unlike libmicrohttpd's own
//! post processor it knows `filename*` and quoted characters in names, which clients send for `"` and non-ASCII names.
class MultipartReader
{
public:
    struct Limits
    {
        qint64 file = 0; //!< Bytes of a file that are stored, and one more: the rest is counted and thrown away.
        qint64 fields = qint64(4) << 20; //!< Bytes of all fields together.
        int parts = 100;
    };

    //! \a folder: where files are put.
    MultipartReader(const QByteArray &contentType, const QString &folder, const Limits &limits);
    ~MultipartReader(); //!< Removes the files that were not taken.

    //! Throws Refusal: malformed, too large, disk full.
    void feed(const char *data, qsizetype size);
    //! Throws Refusal if the body ended before its last boundary. Whoever takes the parts removes the files.
    QList<Part> take();

private:
    Q_DISABLE_COPY_MOVE(MultipartReader)
    enum class State { Preamble, Headers, Body, Epilogue };

    bool step();
    bool skipPreamble();
    bool readHeaders();
    bool readBody();
    void beginPart(const QByteArray &headers);
    void append(const char *data, qsizetype size);
    void endPart();

    Limits m_limits;
    QString m_folder;
    QByteArray m_delimiter; //!< CR LF, two dashes and the boundary.
    QByteArray m_buffer;
    State m_state = State::Preamble;
    QFile m_file;
    qint64 m_fieldBytes = 0;
    QList<Part> m_parts;
};

//! The value of a parameter of a header such as Content-Disposition; not set where it is not there.
std::optional<QString> headerParameter(const QByteArray &header, const QByteArray &name);

} // namespace http
