// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/rows.h"

Document::Status displayStatus(const DocumentRow &document)
{
    using Stage = IndexingStatus::Stage;
    switch (document.stage) {
    case Stage::Waiting:
        return Document::Status::Queuing;
    case Stage::Paused:
        return Document::Status::Paused;
    case Stage::Failed:
        return Document::Status::Failed;
    case Stage::Completed:
        if (document.archived)
            return Document::Status::Archived;
        return document.enabled ? Document::Status::Available : Document::Status::Disabled;
    case Stage::Parsing:
    case Stage::Cleaning:
    case Stage::Splitting:
    case Stage::Indexing:
        break;
    }
    return Document::Status::Indexing;
}
