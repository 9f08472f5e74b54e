// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/answers.h"
#include "app/engine/http/body.h"
#include "app/engine/http/chunkplace.h"
#include "app/engine/http/lookup.h"
#include "app/engine/http/paging.h"
#include "app/engine/http/routes.h"

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

constexpr qsizetype mostAttachments = 10;

QList<Chunk::Status> statusesOf(const Request &request)
{
    using Status = Chunk::Status;
    static const QHash<QString, Status> known{
        {u"waiting"_s, Status::Waiting}, {u"indexing"_s, Status::Indexing}, {u"completed"_s, Status::Completed},
        {u"error"_s, Status::Failed},    {u"paused"_s, Status::Paused},     {u"re_segment"_s, Status::BeingReplaced},
    };
    QList<Status> statuses;
    for (const QString &name : request.queries(u"status")) {
        const auto found = known.constFind(name);
        if (found == known.cend())
            throw badParameter(u"Invalid status value: %1"_s.arg(name));
        statuses.append(*found);
    }
    return statuses;
}

Response listChunks(Engine &engine, const Request &request)
{
    const Paging paging = Paging::ofLenient(u"SegmentListQuery"_s, request);
    const ChunkPlace place = requirePlace(engine, request);
    requireModel(engine, place.dataset);
    const ChunkFilter filter{request.query(u"keyword").value_or(QString()), statusesOf(request)};
    const auto reading = engine.read();
    const Page<ChunkRow> page = ChunkStore(reading.db()).list(place.document.row, filter, paging.slice());
    const ChunkWriter chunk(engine, place.document);
    QJsonArray data;
    for (const ChunkRow &row : page.items)
        data.append(chunk(row));
    QJsonObject envelope = paging.envelope(data, page.total);
    envelope[u"doc_form"_s] = place.document.docForm;
    return json(envelope);
}

//! The chunks of a body. \a excess: whether one has more attachments than there may be.
QList<ChunkDraft> readDrafts(Payload &body, bool *excess)
{
    // `chunks` is what early descriptions of the API call them.
    const auto key = body.has("chunks"_L1) && !body.has("segments"_L1) ? "chunks"_L1 : "segments"_L1;
    auto given = body.objects(key, u"SegmentCreateArgs"_s, Need::Required, 1);
    QList<ChunkDraft> drafts;
    if (!given)
        return drafts;
    for (Payload &chunk : *given) {
        ChunkDraft draft;
        const auto content = chunk.text("content"_L1, Need::Required, {1, std::numeric_limits<qsizetype>::max()});
        if (content && content->trimmed().isEmpty())
            chunk.fail("content"_L1, "value_error"_L1, u"Value error, Content is empty"_s);
        draft.content = content.value_or(QString());
        draft.answer = chunk.text("answer"_L1).value_or(QString());
        draft.keywords = chunk.texts("keywords"_L1).value_or(QStringList());
        if (chunk.texts("attachment_ids"_L1).value_or(QStringList()).size() > mostAttachments)
            *excess = true;
        drafts.append(draft);
    }
    return drafts;
}

//! Questions need answers; other chunks have none.
void requireAnswers(const DocumentRow &document, QList<ChunkDraft> *drafts)
{
    for (ChunkDraft &draft : *drafts) {
        if (document.docForm != questionForm)
            draft.answer.clear();
        else if (draft.answer.isEmpty())
            throw badParameter(u"Answer is required"_s);
        else if (draft.answer.trimmed().isEmpty())
            throw badParameter(u"Answer is empty"_s);
    }
}

Response createChunks(Engine &engine, const Request &request)
{
    Payload body(u"SegmentCreatePayload"_s, jsonBody(request));
    bool excess = false;
    QList<ChunkDraft> drafts = readDrafts(body, &excess);
    const ChunkPlace place = requirePlace(engine, request);
    requireModel(engine, place.dataset);
    requireSettled(place.document);
    if (place.document.stage != IndexingStatus::Stage::Completed)
        throw notFound(u"Document is not completed."_s);
    if (!place.document.enabled)
        throw notFound(u"Document is disabled."_s);
    if (const QString mistakes = body.mistakes(); !mistakes.isEmpty())
        return segmentsRefusal(mistakes);
    if (excess)
        throw badParameter(u"Exceeded maximum attachment limit of 10"_s);

    requireAnswers(place.document, &drafts);

    const ChunkWriter chunk(engine, place.document);
    QJsonArray data;
    for (const ChunkRow &row : engine.createChunks(place.document.row, drafts))
        data.append(chunk(row));
    return json({{u"data"_s, data}, {u"doc_form"_s, place.document.docForm}});
}

Response getChunk(Engine &engine, const Request &request)
{
    const ChunkPlace place = requirePlace(engine, request);
    requireAvailable(engine, place.dataset);
    const QJsonObject chunk = ChunkWriter(engine, place.document)(requireChunk(engine, place, request));
    return json({{u"data"_s, chunk}, {u"doc_form"_s, place.document.docForm}});
}

//! Empty values say that nothing is to be changed; `enabled: false` says that nothing else is.
ChunkChanges readChanges(Payload &segment)
{
    ChunkChanges changes;
    const auto content = segment.text("content"_L1);
    const auto answer = segment.text("answer"_L1);
    const auto keywords = segment.texts("keywords"_L1);
    changes.enabled = segment.flag("enabled"_L1);
    changes.regenerateChildren = segment.flag("regenerate_child_chunks"_L1, Need::NotNull).value_or(false);
    if (changes.enabled == false)
        return changes;
    if (content && !content->isEmpty())
        changes.content = content;
    changes.answer = answer;
    changes.summary = segment.text("summary"_L1);
    if (keywords && !keywords->isEmpty())
        changes.keywords = keywords;
    return changes;
}

Response updateChunk(Engine &engine, const Request &request)
{
    Payload body(u"SegmentUpdatePayload"_s, jsonBody(request));
    Payload segment = body.object("segment"_L1, u"SegmentUpdateArgs"_s, Need::Required);
    const ChunkChanges changes = readChanges(segment);
    body.check();
    const ChunkPlace place = requirePlace(engine, request);
    requireAvailable(engine, place.dataset);
    const ChunkRow chunk = requireChunk(engine, place, request);
    const QJsonObject changed = ChunkWriter(engine, place.document)(engine.updateChunk(chunk.row, changes));
    return json({{u"data"_s, changed}, {u"doc_form"_s, place.document.docForm}});
}

Response deleteChunk(Engine &engine, const Request &request)
{
    const ChunkPlace place = requirePlace(engine, request);
    requireAvailable(engine, place.dataset);
    const ChunkRow chunk = requireChunk(engine, place, request);
    engine.deleteChunk(chunk.row);
    return noContent();
}

} // namespace

void addChunkRoutes(Router &router, Engine &engine)
{
    // The singular is what early descriptions of the API have.
    for (const QString &list :
         {u"/v1/datasets/{id}/documents/{id}/segments"_s, u"/v1/datasets/{id}/documents/{id}/segment"_s}) {
        const QString item = list + "/{id}"_L1;
        router.add("GET", list, over(engine, listChunks));
        router.add("POST", list, over(engine, createChunks), Router::Key::Required, Router::Pace::MayWait);
        router.add("GET", item, over(engine, getChunk));
        router.add("POST", item, over(engine, updateChunk), Router::Key::Required, Router::Pace::MayWait);
        router.add("DELETE", item, over(engine, deleteChunk));
    }
}

} // namespace http
