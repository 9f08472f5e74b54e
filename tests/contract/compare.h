// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QStringList>

//! Where two JSON values differ, as lines "data.0.name: … instead of …". What no two servers have in common is compared
//! by its form: ids, batches, times, keywords (another extractor chooses others) and scores.
QStringList differences(const QJsonValue &recorded, const QJsonValue &given);
