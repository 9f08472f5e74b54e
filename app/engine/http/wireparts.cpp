// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/wireparts.h"

using namespace Qt::Literals::StringLiterals;

namespace http::wire {

QString ownerId()
{
    return u"6c6f7265-6465-4b6f-9e72-000000000001"_s;
}

QJsonValue seconds(Stamp stamp)
{
    return stamp > 0 ? QJsonValue(stamp / 1000) : QJsonValue::Null;
}

QString stageName(IndexingStatus::Stage stage)
{
    switch (stage) {
    case IndexingStatus::Stage::Waiting:
        return u"waiting"_s;
    case IndexingStatus::Stage::Parsing:
        return u"parsing"_s;
    case IndexingStatus::Stage::Cleaning:
        return u"cleaning"_s;
    case IndexingStatus::Stage::Splitting:
        return u"splitting"_s;
    case IndexingStatus::Stage::Indexing:
        return u"indexing"_s;
    case IndexingStatus::Stage::Paused:
        return u"paused"_s;
    case IndexingStatus::Stage::Completed:
        return u"completed"_s;
    case IndexingStatus::Stage::Failed:
        return u"error"_s;
    }
    Q_UNREACHABLE();
}

QString statusName(Document::Status status)
{
    switch (status) {
    case Document::Status::Queuing:
        return u"queuing"_s;
    case Document::Status::Indexing:
        return u"indexing"_s;
    case Document::Status::Paused:
        return u"paused"_s;
    case Document::Status::Failed:
        return u"error"_s;
    case Document::Status::Available:
        return u"available"_s;
    case Document::Status::Disabled:
        return u"disabled"_s;
    case Document::Status::Archived:
        return u"archived"_s;
    }
    Q_UNREACHABLE();
}

} // namespace http::wire
