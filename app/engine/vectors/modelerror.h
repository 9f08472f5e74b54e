// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <exception>

//! Why a model gave nothing.
class ModelError : public std::exception
{
public:
    enum class Kind {
        NotSetUp, //!< There is no such endpoint, or the one there is does not have this model.
        Unreachable, //!< It cannot be reached, or does not answer in time.
        Denied, //!< It has nothing against the texts: the key or the path is wrong, or it wants fewer requests.
        Refused, //!< It answered with another error, or with what makes no sense.
        Stopped, //!< Nobody waits for it any more.
    };

    //! \a message is a sentence for a person, or what the endpoint said.
    ModelError(Kind kind, const QString &message)
        : m_kind(kind)
        , m_message(message)
        , m_utf8(message.toUtf8())
    { }

    Kind kind() const { return m_kind; }
    const QString &message() const { return m_message; }
    const char *what() const noexcept override { return m_utf8.constData(); }

private:
    Kind m_kind;
    QString m_message;
    QByteArray m_utf8;
};
