// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

//! The bytes of the documents, one file each, named by the id of the upload. A file is there before its row is, and
//! goes after its row has gone; what a crash leaves in between is swept at the next start.
class UploadFiles
{
public:
    //! Makes the folders.
    explicit UploadFiles(const QString &folder);

    QString path(const QString &id) const { return m_uploads + u'/' + id; }
    //! For files that are still being received; on the same disk, so that they are taken over by renaming.
    const QString &temporaryFolder() const { return m_temporary; }

    //! Stores the bytes for good, against a failing power supply as well. Throws StoreError (DiskFull, Io).
    void store(const QString &id, const QByteArray &bytes) const;
    //! The same with a file of the temporary folder, which is gone then. Returns its size in bytes.
    qint64 takeOver(const QString &id, const QString &temporaryFile) const;
    void remove(const QString &id) const;
    //! Removes every file that has none of these ids, and all temporary ones.
    void sweep(const QSet<QString> &ids) const;

private:
    QString m_uploads;
    QString m_temporary;
};
