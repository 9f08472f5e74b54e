// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/metadatafilter.h"

#include "app/domain/json.h"

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

using Operator = MetadataCondition::Operator;

constexpr std::array<std::pair<Operator, QStringView>, 18> operators{{
    {Operator::Contains, u"contains"},
    {Operator::NotContains, u"not contains"},
    {Operator::StartsWith, u"start with"},
    {Operator::EndsWith, u"end with"},
    {Operator::Is, u"is"},
    {Operator::IsNot, u"is not"},
    {Operator::Empty, u"empty"},
    {Operator::NotEmpty, u"not empty"},
    {Operator::In, u"in"},
    {Operator::NotIn, u"not in"},
    {Operator::Equal, u"="},
    {Operator::NotEqual, u"≠"},
    {Operator::Greater, u">"},
    {Operator::Less, u"<"},
    {Operator::AtLeast, u"≥"},
    {Operator::AtMost, u"≤"},
    {Operator::Before, u"before"},
    {Operator::After, u"after"},
}};

} // namespace

QString toString(MetadataCondition::Operator comparison)
{
    for (const auto &[known, name] : operators) {
        if (known == comparison)
            return name.toString();
    }
    Q_UNREACHABLE();
}

std::optional<MetadataCondition::Operator> metadataOperatorFromString(const QString &text)
{
    for (const auto &[known, name] : operators) {
        if (name == text)
            return known;
    }
    return {};
}

bool takesValue(MetadataCondition::Operator comparison)
{
    return comparison != Operator::Empty && comparison != Operator::NotEmpty;
}

std::optional<MetadataCondition> MetadataCondition::fromJson(const QJsonObject &object)
{
    const auto comparison = metadataOperatorFromString(object["comparison_operator"_L1].toString());
    if (!comparison)
        return {};
    const QJsonValue value = object["value"_L1];
    return MetadataCondition{object["name"_L1].toString(), *comparison, value.isUndefined() ? QJsonValue() : value};
}

QJsonObject MetadataCondition::toJson() const
{
    QJsonObject object{{u"name"_s, name}, {u"comparison_operator"_s, toString(comparison)}};
    if (takesValue(comparison))
        object[u"value"_s] = value;
    return object;
}

MetadataFilter MetadataFilter::fromJson(const QJsonObject &object)
{
    MetadataFilter filter;
    filter.logic = object["logical_operator"_L1] == "or"_L1 ? Logic::Any : Logic::All;
    const QJsonArray items = object["conditions"_L1].toArray();
    for (const auto item : items) {
        if (auto condition = MetadataCondition::fromJson(item.toObject()))
            filter.conditions.append(*std::move(condition));
    }
    return filter;
}

QJsonObject MetadataFilter::toJson() const
{
    QJsonArray list;
    for (const auto &condition : conditions)
        list.append(condition.toJson());
    return {{u"logical_operator"_s, logic == Logic::Any ? u"or"_s : u"and"_s}, {u"conditions"_s, list}};
}
