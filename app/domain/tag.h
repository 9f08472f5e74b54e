// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QJsonObject;

//! A label that any number of datasets may carry.
struct Tag
{
    static constexpr int maxNameLength = 50; //!< Characters (code points); servers refuse more.

    QString id{};
    QString name{}; //!< Unique on the server, case-sensitive.
    qint64 datasetCount = 0; //!< `binding_count`; only in the list of all tags.

    static Tag fromJson(const QJsonObject &object);

    bool operator==(const Tag &) const = default;
};
