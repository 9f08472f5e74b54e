// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/rows.h"

#include <QUuid>

#include <algorithm>
#include <array>

namespace {

using Stage = IndexingStatus::Stage;

constexpr std::array stages{
    std::pair(Stage::Waiting, "waiting"),     std::pair(Stage::Parsing, "parsing"),
    std::pair(Stage::Cleaning, "cleaning"),   std::pair(Stage::Splitting, "splitting"),
    std::pair(Stage::Indexing, "indexing"),   std::pair(Stage::Paused, "paused"),
    std::pair(Stage::Completed, "completed"), std::pair(Stage::Failed, "error"),
};

constexpr std::array chunkStates{
    std::pair(Chunk::Status::Waiting, "waiting"),     std::pair(Chunk::Status::Indexing, "indexing"),
    std::pair(Chunk::Status::Completed, "completed"), std::pair(Chunk::Status::Failed, "error"),
    std::pair(Chunk::Status::Paused, "paused"),       std::pair(Chunk::Status::BeingReplaced, "re_segment"),
};

template <typename Names, typename Value>
QString nameOf(const Names &names, Value value)
{
    for (const auto &[known, name] : names) {
        if (known == value)
            return QLatin1String(name);
    }
    Q_UNREACHABLE();
}

template <typename Names>
auto valueOf(const Names &names, const QString &name)
{
    for (const auto &[value, known] : names) {
        if (name == QLatin1String(known))
            return value;
    }
    return names.front().first;
}

} // namespace

QString wireName(IndexingStatus::Stage stage)
{
    return nameOf(stages, stage);
}

IndexingStatus::Stage stageFromName(const QString &name)
{
    return valueOf(stages, name);
}

QString wireName(Chunk::Status status)
{
    return nameOf(chunkStates, status);
}

Chunk::Status chunkStatusFromName(const QString &name)
{
    return valueOf(chunkStates, name);
}

bool extractsKeywords(const QString &technique, const QString &docForm)
{
    return technique != QLatin1StringView("high_quality") && docForm != parentChildForm;
}

qint64 characterCount(const QString &text)
{
    return text.size() - std::count_if(text.cbegin(), text.cend(), [](QChar c) { return c.isLowSurrogate(); });
}

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

Document::Status displayStatus(const DocumentRow &document)
{
    switch (document.stage) {
    case Stage::Waiting:
        return Document::Status::Queuing;
    case Stage::Paused:
        return Document::Status::Paused;
    case Stage::Failed:
        return Document::Status::Failed;
    case Stage::Completed:
        if (document.archived)
            return Document::Status::Archived;
        return document.enabled ? Document::Status::Available : Document::Status::Disabled;
    case Stage::Parsing:
    case Stage::Cleaning:
    case Stage::Splitting:
    case Stage::Indexing:
        break;
    }
    return Document::Status::Indexing;
}

const QList<MetadataFieldRow> &builtInFields()
{
    const auto field = [](const char *name, const char *type) {
        return MetadataFieldRow{0, QStringLiteral("built-in"), QLatin1String(name), QLatin1String(type)};
    };
    static const QList<MetadataFieldRow> fields{field("document_name", "string"), field("uploader", "string"),
                                                field("upload_date", "time"), field("last_update_date", "time"),
                                                field("source", "string")};
    return fields;
}
