// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QIODevice>
#include <QString>

#include <memory>

struct zip;

//! A document that is parts in a ZIP archive: Office Open XML with its relationships between them, OpenDocument, EPUB.
//! What is read from it all together is bounded, since a small archive can hold petabytes.
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

    void openMended(const QString &path);

    QByteArray m_mended; //!< What m_archive reads when the file itself cannot be opened.
    zip *m_archive = nullptr;
    qint64 m_bytesLeft;
    QString m_error;
};

//! "../styles.xml" as "word/document.xml" sees it: "styles.xml".
QString resolvedPart(const QString &part, const QString &target);
