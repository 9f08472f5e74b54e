// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/documentcolumns.h"

#include "app/models/documentsmodel.h"
#include "app/models/format.h"
#include "app/models/metadatavalues.h"

namespace documentcolumns {

namespace {

//! Null for the columns that every dataset has.
const MetadataField *fieldOf(int column, const Fields &fields)
{
    return column < DocumentsModel::ColumnCount ? nullptr : &fields.at(column - DocumentsModel::ColumnCount);
}

QString valueText(const Document &document, const MetadataField &field)
{
    return metadatavalues::text(metadatavalues::valueOf(document, field.id), field.type);
}

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

} // namespace

QString text(const Document &document, int column, const Fields &fields)
{
    if (const MetadataField *field = fieldOf(column, fields))
        return valueText(document, *field);
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

QVariant alignment(int column, const Fields &fields)
{
    const MetadataField *field = fieldOf(column, fields);
    const bool isNumber = field ? field->type == MetadataType::Number
                                : column >= DocumentsModel::WordsColumn && column <= DocumentsModel::SizeColumn;
    return isNumber ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
}

bool isText(int column, const Fields &fields)
{
    const MetadataField *field = fieldOf(column, fields);
    return field ? field->type == MetadataType::Text : column == DocumentsModel::NameColumn;
}

QString sortText(const Document &document, int column, const Fields &fields)
{
    const MetadataField *field = fieldOf(column, fields);
    return field ? valueText(document, *field) : document.name;
}

double sortNumber(const Document &document, int column, const Fields &fields)
{
    const MetadataField *field = fieldOf(column, fields);
    return field ? metadatavalues::sortNumber(metadatavalues::valueOf(document, field->id))
                 : static_cast<double>(number(document, column));
}

QString title(int column, const Fields &fields)
{
    if (const MetadataField *field = fieldOf(column, fields))
        return field->name;
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
