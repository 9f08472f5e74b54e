// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/chunkroles.h"

#include "app/models/chunksmodel.h"
#include "app/models/format.h"

using namespace Qt::Literals::StringLiterals;

namespace chunkroles {

namespace {

//! What a row shows of a text: more would only be laid out and cut.
QString inOneLine(const QString &text)
{
    return text.left(400).simplified();
}

} // namespace

QVariant data(const Chunk &chunk, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return inOneLine(chunk.content);
    case Qt::ToolTipRole:
        return format::toolTip(chunk.error);
    case ChunksModel::IdRole:
        return chunk.id;
    case ChunksModel::ContentRole:
        return chunk.content;
    case ChunksModel::NumberRole:
        return format::count(chunk.position);
    case ChunksModel::StatusRole:
        return static_cast<int>(chunk.status);
    case ChunksModel::EnabledRole:
        return chunk.enabled;
    case ChunksModel::ErrorRole:
        return chunk.error;
    case ChunksModel::KeywordsRole:
        return chunk.keywords;
    case ChunksModel::CharactersRole:
        return chunk.wordCount;
    case ChunksModel::TokensRole:
        return chunk.tokens;
    case ChunksModel::HitsRole:
        return chunk.hitCount;
    case ChunksModel::AnswerRole:
        return chunk.answer;
    default:
        return {};
    }
}

QVariant data(const Chunk &parent, const ChildChunk &child, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return inOneLine(child.content);
    case ChunksModel::IdRole:
        return child.id;
    case ChunksModel::ContentRole:
        return child.content;
    case ChunksModel::NumberRole:
        return u"%1.%2"_s.arg(parent.position).arg(child.position);
    case ChunksModel::CharactersRole:
        return child.wordCount;
    default:
        return {};
    }
}

} // namespace chunkroles
