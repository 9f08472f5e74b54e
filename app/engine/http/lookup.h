// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/http/answers.h"
#include "app/engine/http/router.h"
#include "app/engine/indexing/engine.h"
#include "app/engine/store/storeerror.h"

// What most routes begin with.
namespace http {

//! A route over the engine: what the engine throws is answered in the envelope.
Handler over(Engine &engine, const std::function<Response(Engine &, const Request &)> &handler);

//! The dataset of the first argument. Throws 404, with a hint if something else may be \a meant.
DatasetRow requireDataset(const Engine &engine, const Request &request, const QStringList &meant = {});
//! The document of the second argument in that dataset. Throws 404 with \a message.
DocumentRow requireDocument(const Engine &engine, const DatasetRow &dataset, const Request &request,
                            const QString &message);
//! Throws 400 when the model of a dataset with vectors cannot be asked: provider_not_initialize.
void requireModel(const Engine &engine, const DatasetRow &dataset);
//! The same as invalid_param, as some routes of the real server have it (recordings/1.15.0, q).
void requireAvailable(const Engine &engine, const DatasetRow &dataset);
//! Throws 400 document_indexing while the chunks of the document are being made.
void requireSettled(const DocumentRow &document);

//! Runs \a work; where a name is taken, throws 400 invalid_param with \a sentence.
template <typename Work>
auto refusingTakenNames(const QString &sentence, Work work)
{
    try {
        return work();
    } catch (const StoreError &error) {
        if (error.kind() == StoreError::Kind::NameTaken)
            throw badParameter(sentence);
        throw;
    }
}

//! Has \a write make or rename something in a \a Store, in a transaction of its own.
template <typename Store, typename Write>
auto writeNamed(Engine &engine, const QString &whenTaken, Write write)
{
    return refusingTakenNames(whenTaken, [&] {
        auto writing = engine.write();
        const auto row = write(Store(writing.db()));
        writing.commit();
        return row;
    });
}

} // namespace http
