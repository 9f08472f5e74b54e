// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/tag.h"

#include "app/domain/json.h"

using namespace Qt::Literals::StringLiterals;

Tag Tag::fromJson(const QJsonObject &object)
{
    return {object["id"_L1].toString(), object["name"_L1].toString(), json::toInt(object["binding_count"_L1])};
}
