// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <exception>

//! Why something was not read or written; what was to be written is not there, not even in part.
class StoreError : public std::exception
{
public:
    enum class Kind {
        NotFound, //!< The dataset, document or chunk is gone.
        NameTaken, //!< Another dataset has this name.
        DocumentIndexing, //!< The document is being indexed.
        DocumentNotAvailable, //!< An update needs a document that is completed, enabled and not archived.
        DocumentArchived, //!< An archived document cannot be deleted.
        ChunkDisabled, //!< A disabled chunk cannot be edited.
        Refused, //!< What is to be written is wrong for its document.
        ModelMissing, //!< This could only be made by a model that is not there.
        DiskFull,
        FolderInUse, //!< Another server has this data folder open.
        Newer, //!< The database was written by a newer version.
        Damaged, //!< The database cannot be read.
        Io, //!< A file or the database cannot be read or written, for another reason.
    };

    //! \a message is a sentence for a person.
    StoreError(Kind kind, const QString &message);

    Kind kind() const { return m_kind; }
    const QString &message() const { return m_message; }
    const char *what() const noexcept override { return m_utf8.constData(); }

private:
    Kind m_kind;
    QString m_message;
    QByteArray m_utf8;
};
