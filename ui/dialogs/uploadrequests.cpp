// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/uploadrequests.h"

using namespace Qt::Literals::StringLiterals;

namespace {

bool isSkipped(const UploadCandidate &file, SameNameChoice choice)
{
    return choice == SameNameChoice::Skip && file.sameName != UploadCandidate::SameName::None;
}

} // namespace

UploadAmount amountToSend(const UploadPlan &plan, SameNameChoice choice)
{
    UploadAmount amount;
    for (const UploadCandidate &file : plan.files) {
        if (isSkipped(file, choice))
            continue;
        ++amount.files;
        amount.bytes += file.size;
    }
    return amount;
}

QList<TransferRequest> uploadRequests(const UploadPlanner &planner, const UploadTarget &target, SameNameChoice choice,
                                      const CreateOptions &options)
{
    QList<TransferRequest> requests;
    for (const UploadCandidate &file : planner.plan().files) {
        if (isSkipped(file, choice))
            continue;
        // Two files of one upload never replace each other.
        const bool replaces
            = file.sameName == UploadCandidate::SameName::InDataset && choice == SameNameChoice::Replace;
        requests.append({.serverId = target.serverId,
                         .datasetId = target.datasetId,
                         .path = file.path,
                         .name = file.name,
                         .relativePath = file.relativePath,
                         .size = file.size,
                         .modified = file.modified,
                         .onSameName = replaces ? OnSameName::Replace : OnSameName::KeepBoth,
                         .existingIds = planner.existingIds(file.name),
                         .options = options});
    }
    return requests;
}

CreateOptions createOptions(const ProcessRule &rule, const Dataset &dataset)
{
    CreateOptions options;
    if (dataset.technique != Dataset::Technique::NotSet)
        options.technique = dataset.technique;
    // Servers take no other form for a dataset than that of its first document.
    const auto form = chunkFormFromString(dataset.docForm).value_or(ChunkStructure::Form::General);
    options.structure = ChunkStructure(form, rule);
    return options;
}
