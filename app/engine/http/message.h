// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <utility>

namespace http {

//! A part of a multipart body: a field, or an uploaded file that was streamed to the disk.
struct Part
{
    QString name;
    std::optional<QString> fileName; //!< Set, if perhaps empty, for an uploaded file.
    QString contentType;
    QByteArray value; //!< Of a field.
    QString path; //!< Of a file: where it is; removed with the request unless somebody moved it away.
    qint64 size = 0; //!< Of a file, in bytes; only as much as the upload limit and one byte of it are stored.
};

//! What a client wants. A route gets it whole: the body has arrived.
struct Request
{
    Request() = default;
    Request(Request &&) = default;
    Request &operator=(Request &&) = delete;
    ~Request(); //!< Removes the files of its parts.

    void removeFiles(); //!< Those of its parts that nobody moved away.

    bool isJson() const; //!< By its content type.
    //! The last value of a query parameter; not set where it is not there.
    std::optional<QString> query(QStringView name) const;
    QStringList queries(QStringView name) const; //!< All values of a query parameter.

    QByteArray method;
    QString path; //!< Decoded.
    QStringList arguments; //!< What stands in the path for the variables of the route, ids in small letters.
    QList<std::pair<QString, QString>> queryItems; //!< Decoded.
    QByteArray contentType;
    QByteArray authorization;
    QByteArray host;
    QByteArray body; //!< Empty for multipart.
    QList<Part> parts; //!< Of a multipart body.
};

//! A file that is answered as it is, piece by piece.
class FileBody
{
public:
    enum class Afterwards { Keep, Remove };

    //! It stays readable from here on, even if somebody removes it. Check isReadable().
    FileBody(const QString &path, Afterwards afterwards);
    ~FileBody();

    bool isReadable() const { return m_file.isOpen(); }
    qint64 size() const { return m_file.size(); }
    //! Returns how many bytes there were, or -1.
    qint64 read(qint64 position, char *data, qint64 size);

private:
    Q_DISABLE_COPY_MOVE(FileBody)

    QFile m_file;
    Afterwards m_afterwards;
};

//! What is answered.
struct Response
{
    int status = 200;
    QByteArray contentType;
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers; //!< Besides those that every answer has.
    std::shared_ptr<FileBody> file = nullptr; //!< If set, the body instead of the bytes.
};

//! Thrown where a request cannot be answered as it wishes: `{"code":…,"message":…,"status":…}`.
struct Refusal
{
    int status = 400;
    QByteArray code;
    QString message;
};

} // namespace http
