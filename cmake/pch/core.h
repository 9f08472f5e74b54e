// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled once for all rooms. Only what most files need: it is read again for each of them.
#include <QDebug>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
