// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets.h"

#include "app/api/apierror.h"
#include "app/api/readers.h"
#include "app/domain/chunk.h"
#include "app/domain/dataset.h"
#include "app/domain/document.h"
#include "app/domain/hit.h"
#include "app/domain/indexingstatus.h"
#include "app/domain/metadata.h"
#include "app/domain/metadatafilter.h"
#include "app/domain/processrule.h"
#include "app/domain/retrievalsettings.h"
#include "app/domain/tag.h"
#include "app/engine/http/multipart.h"
#include "app/engine/text/splitter.h"
#include "tests/fuzz/files.h"

#include <QHash>
#include <QJsonDocument>
#include <QTemporaryDir>

namespace {

template <typename... Types>
void readAs(const QJsonObject &object)
{
    (static_cast<void>(readers::page<Types>(object)), ...);
    (static_cast<void>(readers::entity<Types>(object)), ...);
    (static_cast<void>(readers::dataEntity<Types>(object)), ...);
    (static_cast<void>(Types::fromJson(object)), ...);
}

//! Every object in the value is read as everything.
void readAll(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    for (const auto item : array)
        readAll(item);
    const QJsonObject object = value.toObject();
    for (const auto member : object)
        readAll(member);
    if (!value.isObject())
        return;
    readAs<Chunk, ChildChunk, Dataset, Document, Tag, MetadataField>(object);
    std::ignore = Retrieval::fromJson(object);
    std::ignore = IndexingStatus::fromJson(object);
    std::ignore = DocumentDetail::fromJson(object);
    std::ignore = CreatedDocument::fromJson(object);
    std::ignore = MetadataFields::fromJson(object);
    std::ignore = MetadataValue::fromJson(object);
    std::ignore = MetadataFilter::fromJson(object).toJson();
    std::ignore = ProcessRule::fromJson(object).toJson();
    std::ignore = RetrievalSettings::fromJson(object).toJson();
}

void fuzzJson(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    readAll(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()));
    std::ignore = apiErrorFromHttp(400, bytes);
}

//! The first line is the rule, the rest the text.
void fuzzSplitter(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    auto rule = ProcessRule::fromJson(QJsonDocument::fromJson(bytes.left(end)).object());
    rule.segmentation.maxTokens = qBound(50, rule.segmentation.maxTokens, 4000);
    rule.subchunkSegmentation.maxTokens = qBound(50, rule.subchunkSegmentation.maxTokens, 4000);
    const QString text = QString::fromUtf8(bytes.mid(end + 1));
    const auto take = [](const TextChunk &) { return true; };
    if (validate(rule).isEmpty())
        splitIntoChunks(text, rule, take);
    if (rule.mode == ProcessRule::Mode::Hierarchical && validateParents(rule).isEmpty())
        splitIntoParents(text, rule, [&](const TextChunk &parent) {
            splitIntoChildren(parent.text, rule, take);
            return true;
        });
}

//! The first byte says in what pieces the body arrives.
void fuzzMultipart(const QByteArray &bytes)
{
    static const QTemporaryDir folder;
    if (bytes.isEmpty())
        return;
    const qsizetype piece = qMax(1, int(uchar(bytes[0])));
    try {
        http::MultipartReader reader("multipart/form-data; boundary=b", folder.path(), {1000, 1000, 10});
        for (qsizetype at = 1; at < bytes.size(); at += piece)
            reader.feed(bytes.constData() + at, qMin(piece, bytes.size() - at));
        http::Request request; // Removes the files.
        request.parts = reader.take();
    } catch (const http::Refusal &) { }
}

} // namespace

FuzzTarget fuzzTarget(const QByteArray &name)
{
    static const QHash<QByteArray, FuzzTarget> others{
        {"json-readers", fuzzJson}, {"splitter", fuzzSplitter}, {"multipart", fuzzMultipart}};
    const FuzzTarget other = others.value(name);
    return other ? other : fileTarget(name);
}
