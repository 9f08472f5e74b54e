// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/documentcolumns.h"

#include "app/models/documentsmodel.h"
#include "app/models/format.h"

namespace documentcolumns {

qint64 number(const Document &document, int column)
{
    switch (column) {
    case DocumentsModel::StatusColumn:
        return static_cast<qint64>(document.status);
    case DocumentsModel::WordsColumn:
        return document.wordCount;
    case DocumentsModel::TokensColumn:
        return document.tokens;
    case DocumentsModel::HitsColumn:
        return document.hitCount;
    case DocumentsModel::SizeColumn:
        return document.size;
    default:
        return document.createdAt;
    }
}

QString text(const Document &document, int column)
{
    switch (column) {
    case DocumentsModel::NameColumn:
        return document.name;
    case DocumentsModel::StatusColumn:
        return document.status == Document::Status::Failed && !document.error.isEmpty()
                   ? DocumentsModel::tr("Failed: %1").arg(document.error)
                   : statusText(document.status);
    case DocumentsModel::SizeColumn:
        return document.size > 0 ? format::bytes(document.size) : QString();
    case DocumentsModel::AddedColumn:
        return format::relativeTime(document.createdAt);
    default:
        return format::count(number(document, column));
    }
}

QString title(int column)
{
    switch (column) {
    case DocumentsModel::NameColumn:
        return DocumentsModel::tr("Name");
    case DocumentsModel::StatusColumn:
        return DocumentsModel::tr("Status");
    case DocumentsModel::WordsColumn:
        return DocumentsModel::tr("Characters");
    case DocumentsModel::TokensColumn:
        return DocumentsModel::tr("Tokens");
    case DocumentsModel::HitsColumn:
        return DocumentsModel::tr("Hits");
    case DocumentsModel::SizeColumn:
        return DocumentsModel::tr("Size");
    case DocumentsModel::AddedColumn:
        return DocumentsModel::tr("Added");
    default:
        return {};
    }
}

} // namespace documentcolumns

QString statusText(Document::Status status)
{
    switch (status) {
    case Document::Status::Queuing:
        return DocumentsModel::tr("Waiting");
    case Document::Status::Indexing:
        return DocumentsModel::tr("Indexing");
    case Document::Status::Paused:
        return DocumentsModel::tr("Paused");
    case Document::Status::Failed:
        return DocumentsModel::tr("Failed");
    case Document::Status::Available:
        return DocumentsModel::tr("Available");
    case Document::Status::Disabled:
        return DocumentsModel::tr("Disabled");
    case Document::Status::Archived:
        return DocumentsModel::tr("Archived");
    }
    return {};
}
