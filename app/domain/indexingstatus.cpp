// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/indexingstatus.h"

#include "app/domain/json.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

IndexingStatus IndexingStatus::fromJson(const QJsonObject &object)
{
    static const QHash<QString, Stage> stages{
        {u"waiting"_s, Stage::Waiting},     {u"parsing"_s, Stage::Parsing},   {u"cleaning"_s, Stage::Cleaning},
        {u"splitting"_s, Stage::Splitting}, {u"indexing"_s, Stage::Indexing}, {u"paused"_s, Stage::Paused},
        {u"completed"_s, Stage::Completed}, {u"error"_s, Stage::Failed},
    };
    IndexingStatus status;
    status.documentId = object["id"_L1].toString();
    status.stage = stages.value(object["indexing_status"_L1].toString(), Stage::Waiting);
    status.error = object["error"_L1].toString();
    status.totalSegments = qMax<qint64>(0, json::toInt(object["total_segments"_L1]));
    status.completedSegments = qBound<qint64>(0, json::toInt(object["completed_segments"_L1]), status.totalSegments);
    return status;
}
