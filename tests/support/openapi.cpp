// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/openapi.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

OpenApi::OpenApi()
{
    QFile file(u"docs/openapi.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(file.fileName()));
    m_description = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject paths = m_description["paths"_L1].toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject item = resolved(path.value());
        QString pattern = path.key();
        const QJsonArray parameters = item["parameters"_L1].toArray();
        for (const auto parameter : parameters) {
            const QJsonObject known = resolved(parameter);
            const bool isId = known["schema"_L1]["format"_L1] == "uuid"_L1;
            pattern.replace(u'{' + known["name"_L1].toString() + u'}', isId ? u"{id}"_s : u"{text}"_s);
        }
        for (const QString &method : {u"get"_s, u"post"_s, u"patch"_s, u"delete"_s}) {
            if (!item.contains(method))
                continue;
            Operation operation{method.toUpper(), pattern, {}};
            for (const QString &status : item[method]["responses"_L1].toObject().keys())
                operation.statuses.insert(status.toInt());
            m_operations.append(operation);
        }
    }
}

QStringList OpenApi::routes() const
{
    QStringList result;
    for (const Operation &operation : m_operations)
        result.append(operation.method + u' ' + operation.pattern);
    return result;
}

QSet<int> OpenApi::statuses(const QString &method, const QString &path) const
{
    QSet<int> result;
    for (const Operation &operation : m_operations) {
        QString pattern = operation.pattern;
        pattern.replace("{id}"_L1, "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"_L1)
            .replace("{text}"_L1, "[^/]+"_L1);
        const QRegularExpression form(QRegularExpression::anchoredPattern(pattern));
        if (operation.method == method && form.match(path.section(u'?', 0, 0)).hasMatch())
            result.unite(operation.statuses);
    }
    return result;
}

//! What a reference, if it is one, leads to.
QJsonObject OpenApi::resolved(const QJsonValue &value) const
{
    const QString reference = value["$ref"_L1].toString();
    if (reference.isEmpty())
        return value.toObject();
    QJsonValue place = m_description;
    for (QString key : reference.mid(2).split(u'/'))
        place = place[key.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1)];
    return place.toObject();
}
