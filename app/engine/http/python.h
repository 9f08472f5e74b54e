// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

//! How the real server, which is written in Python, shows the values of a request in its messages.
namespace python {

QString representation(const QJsonValue &value); //!< {'a': [1, None, True]}
QString typeName(const QJsonValue &value); //!< dict, list, str, int, float, bool, NoneType
//! At most 50 bytes of it: the beginning and the end.
QString shortened(const QString &representation);

} // namespace python
