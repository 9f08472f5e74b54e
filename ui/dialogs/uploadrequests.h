// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/transfer.h"
#include "app/services/uploadplanner.h"
#include "ui/widgets/processruleform.h"

class QSettings;
class Server;
class ServerAbilities;

//! What a person chose for files whose name is there already.
enum class SameNameChoice { Skip, Replace, KeepBoth };

//! What will be sent.
struct UploadAmount
{
    int files = 0;
    qint64 bytes = 0;
};

//! Where files go.
struct UploadTarget
{
    QString serverId;
    QString datasetId;
    std::optional<PipelineWish> pipeline{}; //!< Set: through it.
};

UploadAmount amountToSend(const UploadPlan &plan, SameNameChoice choice);

//! What the queue is given for the files of a plan.
QList<TransferRequest> uploadRequests(const UploadPlanner &planner, const UploadTarget &target, SameNameChoice choice,
                                      const CreateOptions &options);

//! What a new document of \a dataset may be made into; one without an id is still to be made.
StructureChoice structureChoice(const Server &server, const Dataset &dataset);

//! What the person chose, for a document of \a dataset.
CreateOptions createOptions(const ChunkStructure &structure, const ServerAbilities &abilities, const Dataset &dataset);

//! What the person chose last.
ChunkStructure keptStructure(const QSettings &settings);
void keep(const ChunkStructure &structure, QSettings &settings);
//! What the person answered to the pipeline of the dataset last; else what the usual pipelines for it ask for.
QJsonObject keptInputs(const Dataset &dataset, const QSettings &settings);
void keep(const Dataset &dataset, const QJsonObject &inputs, QSettings &settings);
SameNameChoice keptSameNameChoice(const QSettings &settings);
void keep(SameNameChoice choice, QSettings &settings);
