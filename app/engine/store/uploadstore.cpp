// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/uploadstore.h"

#include "app/engine/store/connection.h"

std::optional<UploadRow> UploadStore::find(const QString &id) const
{
    Query query(m_db, "SELECT id, name, extension, mime_type, size, created_at FROM uploads WHERE id = ?1",
                id.toLower());
    if (!query.next())
        return std::nullopt;
    return UploadRow{query.text(0), query.text(1), query.text(2), query.text(3), query.number(4), query.number(5)};
}

QSet<QString> UploadStore::ids() const
{
    QSet<QString> ids;
    Query query(m_db, "SELECT id FROM uploads");
    while (query.next())
        ids.insert(query.text(0));
    return ids;
}

void UploadStore::insert(const UploadRow &upload) const
{
    Query(m_db,
          "INSERT INTO uploads (id, name, extension, mime_type, size, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
          upload.id, upload.name, upload.extension, upload.mimeType, upload.size, upload.createdAt)
        .run();
}

void UploadStore::remove(const QString &id) const
{
    Query(m_db, "DELETE FROM uploads WHERE id = ?1", id).run();
}
