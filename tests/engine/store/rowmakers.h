// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/store/childchunkstore.h"
#include "app/engine/store/chunkstore.h"
#include "app/engine/store/datasetstore.h"
#include "app/engine/store/documentstore.h"
#include "app/engine/store/store.h"

//! Rows as the engine would store them, for tests of one store class alone.
namespace rowmakers {

inline DatasetRow dataset(Connection &db, const QString &name)
{
    return DatasetStore(db).create({name, {}, QStringLiteral("only_me"), QStringLiteral("economy"), {}});
}

inline DocumentRow document(Connection &db, const DatasetRow &dataset, const QString &name,
                            const QString &docForm = QStringLiteral("text_model"))
{
    DocumentRow row;
    row.dataset = dataset.row;
    row.id = newId();
    row.name = name;
    row.batch = newId();
    row.createdFrom = QStringLiteral("api");
    row.docForm = docForm;
    row.processRuleId
        = DatasetStore(db).useRule(dataset.row, {{QStringLiteral("mode"), QStringLiteral("automatic")}}).id;
    row.upload = {newId(), name, QStringLiteral("txt"), QStringLiteral("text/plain"), 7, 1'700'000'000'123};
    row.createdAt = 1'700'000'000'123;
    return DocumentStore(db).insert(row);
}

inline ChunkRow chunk(Connection &db, const DocumentRow &document, const QString &content,
                      Chunk::Status status = Chunk::Status::Completed)
{
    ChunkRow row;
    row.document = document.row;
    row.documentId = document.id;
    row.id = newId();
    row.indexNodeId = newId();
    row.content = content;
    row.status = status;
    row.enabled = status == Chunk::Status::Completed;
    row.wordCount = content.size();
    row.position = ChunkStore(db).lastPosition(document.row) + 1;
    return ChunkStore(db).insert(row);
}

inline ChildChunkRow child(Connection &db, const ChunkRow &chunk, const QString &content)
{
    ChildChunkRow row;
    row.chunk = chunk.row;
    row.chunkId = chunk.id;
    row.id = newId();
    row.content = content;
    row.wordCount = content.size();
    row.position = ChildChunkStore(db).lastPosition(chunk.row) + 1;
    return ChildChunkStore(db).insert(row);
}

} // namespace rowmakers
