// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/transfer.h"
#include "app/services/uploadplanner.h"

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
};

UploadAmount amountToSend(const UploadPlan &plan, SameNameChoice choice);

//! What the queue is given for the files of a plan.
QList<TransferRequest> uploadRequests(const UploadPlanner &planner, const UploadTarget &target, SameNameChoice choice,
                                      const CreateOptions &options);

//! What the person chose, as far as the dataset leaves a choice.
CreateOptions createOptions(const ProcessRule &rule, const Dataset &dataset);
