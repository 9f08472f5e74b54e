// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QIODevice>
#include <QString>

#include <memory>

struct zip;

//! An Office Open XML file: parts in a ZIP archive and the relationships between them. What is read from it all
//! together is bounded, since a small archive can hold petabytes.
class ZipPackage
{
public:
    struct Relationship
    {
        QString type; //!< The last part of its address: "worksheet", "hyperlink".
        QString target; //!< The name of a part, or any address when it is external.
        bool isExternal = false;
    };

    explicit ZipPackage(const QString &path);
    ~ZipPackage();

    //! A sentence, or empty when all that was asked for could be read.
    QString error() const { return m_error; }

    bool contains(const QString &part) const;

    //! The part as a stream; null when there is none. Must not outlive the package.
    std::unique_ptr<QIODevice> open(const QString &part);

    //! By id; those of the package itself for an empty \a part.
    QHash<QString, Relationship> relationships(const QString &part);

    //! The part that \a part (the package when empty) refers to as \a type, or \a fallback.
    QString related(const QString &part, QLatin1StringView type, const QString &fallback);

private:
    friend class ZipPart;

    zip *m_archive = nullptr;
    qint64 m_bytesLeft;
    QString m_error;
};
