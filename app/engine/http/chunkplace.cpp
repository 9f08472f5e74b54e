// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/chunkplace.h"

#include "app/domain/processrule.h"
#include "app/engine/http/answers.h"
#include "app/engine/http/lookup.h"

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

bool showsChildren(const Engine &engine, const DocumentRow &document)
{
    if (document.docForm != parentChildForm)
        return false;
    const auto reading = engine.read();
    const auto rule = DatasetStore(reading.db()).rule(document.processRuleId);
    return !rule || ProcessRule::fromJson(rule->rule).parentMode == ProcessRule::ParentMode::Paragraph;
}

} // namespace

ChunkPlace requirePlace(const Engine &engine, const Request &request)
{
    ChunkPlace place;
    place.dataset = requireDataset(engine, request);
    place.document = requireDocument(engine, place.dataset, request, u"Document not found."_s);
    return place;
}

ChunkRow requireChunk(const Engine &engine, const ChunkPlace &place, const Request &request)
{
    const auto reading = engine.read();
    if (auto row = ChunkStore(reading.db()).find(place.document.row, request.arguments[2]))
        return *std::move(row);
    throw notFound(u"Segment not found."_s);
}

ChunkWriter::ChunkWriter(const Engine &engine, const DocumentRow &document)
    : m_engine(engine)
    , m_hasChildren(showsChildren(engine, document))
{ }

QJsonObject ChunkWriter::operator()(const ChunkRow &row) const
{
    if (!m_hasChildren)
        return wire::chunk(row, {});
    const auto reading = m_engine.read();
    return wire::chunk(row, ChildChunkStore(reading.db()).all(row.row));
}

} // namespace http
