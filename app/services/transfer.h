// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/documentsapi.h"
#include "app/domain/pipeline.h"
#include "app/models/progress.h"

#include <QStringList>

//! What to do with a file whose name a document of the dataset has already. (Skipping is not adding it.)
enum class OnSameName { KeepBoth, Replace };

//! A file to bring into a dataset.
struct TransferRequest
{
    QString serverId;
    QString datasetId;
    QString path;
    QString name; //!< Of the document, NFC.
    QString relativePath; //!< For showing.
    qint64 size = 0; //!< Bytes, when it was chosen.
    qint64 modified = 0; //!< Milliseconds since 1970, when it was chosen.
    OnSameName onSameName = OnSameName::KeepBoth;
    QStringList existingIds; //!< Documents of that name which were there before: none of them is this upload.
    CreateOptions options; //!< `replaceSameName` is decided by the queue.
    std::optional<PipelineWish> pipeline{}; //!< Set: the file goes through it, whatever the options say.
};

//! Takes over size and time of the file as they are now, if there is one.
void takeFileAsItIs(TransferRequest &request);

//! A file on its way: a row of the queue.
struct Transfer
{
    enum class State { Waiting, Sending, Indexing, Finished, Failed, Cancelled };

    TransferRequest request;
    State state = State::Waiting;
    int run = 0; //!< TransferTally::runForNext(); 0: none.
    Progress progress;
    QString message; //!< Why it failed or what it waits for, in words; plain text.
    qint64 nextTry = 0; //!< Milliseconds since 1970 when it will be tried again; 0 when it does not wait for that.
    QString documentId; //!< Once the server has it.
    QString batch;
};

inline bool isFinal(Transfer::State state)
{
    return state == Transfer::State::Finished || state == Transfer::State::Failed
           || state == Transfer::State::Cancelled;
}

//! "Waiting", "Sending", …
QString stateText(Transfer::State state);
