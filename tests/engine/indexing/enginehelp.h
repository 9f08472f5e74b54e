// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/processrule.h"
#include "app/engine/indexing/engine.h"
#include "app/engine/store/storeerror.h"
#include "tests/support/programs.h"

#include <QTest>

#include <chrono>
#include <thread>

//! What the tests of the engine have in common.
namespace enginehelp {

inline Engine::Options options(const QString &folder, bool reindex = false)
{
    return {folder, programOfTests(QStringLiteral("enginedriver")), reindex};
}

inline DatasetRow dataset(Engine &engine, const QString &name = QStringLiteral("base"))
{
    return engine.createDataset({name, {}, QStringLiteral("only_me"), QStringLiteral("economy"), {}});
}

//! A rule that makes every line a chunk.
inline QJsonObject byLines()
{
    ProcessRule rule;
    rule.mode = ProcessRule::Mode::Custom;
    rule.segmentation = {QStringLiteral("\n"), 500, 0};
    return rule.toJson();
}

//! A rule that makes every paragraph a parent and every line of it a child.
inline QJsonObject byParagraphs(ProcessRule::ParentMode mode = ProcessRule::ParentMode::Paragraph)
{
    ProcessRule rule;
    rule.mode = ProcessRule::Mode::Hierarchical;
    rule.parentMode = mode;
    rule.segmentation = {QStringLiteral("\n\n"), 4'000, 0};
    rule.subchunkSegmentation = {QStringLiteral("\n"), 200, 0};
    return rule.toJson();
}

inline DocumentDraft draft(const QString &name, const QByteArray &bytes,
                           const QString &extension = QStringLiteral("txt"))
{
    DocumentDraft draft;
    draft.name = name;
    draft.upload = UploadDraft{name, extension, QStringLiteral("text/plain"), bytes, {}};
    draft.processRule = byLines();
    draft.docForm = QStringLiteral("text_model");
    draft.docLanguage = QStringLiteral("English");
    return draft;
}

inline std::optional<DocumentRow> find(const Engine &engine, qint64 document)
{
    return DocumentStore(engine.read().db()).find(document);
}

//! Waits until the document will not change any more by itself.
inline DocumentRow settled(const Engine &engine, qint64 document)
{
    for (;;) {
        const auto row = find(engine, document);
        if (!row || isFinal(row->stage))
            return row.value_or(DocumentRow());
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
}

//! The kind of error that \a work ends with.
template <typename Work>
std::optional<StoreError::Kind> errorOf(Work work)
{
    try {
        work();
    } catch (const StoreError &error) {
        return error.kind();
    }
    return {};
}

inline QList<ChunkRow> chunks(const Engine &engine, qint64 document)
{
    return ChunkStore(engine.read().db()).list(document, {}, {0, 1'000'000}).items;
}

inline QStringList childTexts(const Engine &engine, qint64 chunk)
{
    QStringList contents;
    for (const auto &child : ChildChunkStore(engine.read().db()).all(chunk))
        contents.append(child.content);
    return contents;
}

inline QStringList found(const Engine &engine, qint64 dataset, const QString &query, int topK = 10)
{
    QStringList contents;
    for (const auto &hit : engine.retrieve(dataset, query, {RetrievalSettings::Method::Keyword, topK, {}}))
        contents.append(hit.chunk.content);
    return contents;
}

//! Lines of different words: "<word>0 of <word>", "<word>1 of <word>", …
inline QByteArray lines(const QByteArray &word, int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += word + QByteArray::number(i) + " of " + word + '\n';
    return text;
}

} // namespace enginehelp
