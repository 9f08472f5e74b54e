// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMetaType>
#include <QString>

//! Which document of which server: ids alone are not enough, servers are cloned.
struct DocumentRef
{
    QString serverId;
    QString datasetId;
    QString documentId;

    bool operator==(const DocumentRef &) const = default;
};
Q_DECLARE_METATYPE(DocumentRef)

inline size_t qHash(const DocumentRef &ref, size_t seed = 0)
{
    return qHashMulti(seed, ref.serverId, ref.documentId);
}
