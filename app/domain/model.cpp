// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/model.h"

#include "app/domain/json.h"

using namespace Qt::Literals::StringLiterals;

namespace {

//! Labels come as {"en_US": …, "zh_Hans": …}; the program's own language is not among them.
QString labelOf(const QJsonObject &object, const QString &fallback)
{
    const QString label = object["label"_L1]["en_US"_L1].toString();
    return label.isEmpty() ? fallback : label;
}

} // namespace

QList<Model> Model::listFromJson(const QJsonObject &provider)
{
    const QString providerName = provider["provider"_L1].toString();
    const QString providerLabel = labelOf(provider, providerName);
    QList<Model> models;
    const QJsonArray items = provider["models"_L1].toArray();
    for (const auto item : items) {
        const QJsonObject object = item.toObject();
        const QString name = object["model"_L1].toString();
        models.append({.ref = {providerName, name},
                       .label = labelOf(object, name),
                       .providerLabel = providerLabel,
                       .isActive = object["status"_L1].toString(u"active"_s) == "active"_L1,
                       .contextSize = json::toInt(object["model_properties"_L1]["context_size"_L1])});
    }
    return models;
}

QString toString(Model::Type type)
{
    switch (type) {
    case Model::Type::TextEmbedding:
        return u"text-embedding"_s;
    case Model::Type::Rerank:
        return u"rerank"_s;
    case Model::Type::Llm:
        return u"llm"_s;
    }
    Q_UNREACHABLE();
}
