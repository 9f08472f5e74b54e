// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>

#include <optional>

class QJsonObject;

//! What the value of one metadata field must be for a document to be searched.
struct MetadataCondition
{
    enum class Operator {
        Contains,
        NotContains,
        StartsWith,
        EndsWith,
        Is,
        IsNot,
        Empty,
        NotEmpty,
        In,
        NotIn,
        Equal,
        NotEqual,
        Greater,
        Less,
        AtLeast,
        AtMost,
        Before,
        After,
    };

    QString name{}; //!< Of the field.
    Operator comparison = Operator::Is;
    //! A text or a number; an array of texts for In and NotIn; nothing for Empty and NotEmpty. Times are seconds since
    //! 1970. Real servers skip a condition whose value is null.
    QJsonValue value{};

    //! Nothing when the operator is not known.
    static std::optional<MetadataCondition> fromJson(const QJsonObject &object);
    QJsonObject toJson() const;

    bool operator==(const MetadataCondition &) const = default;
};

//! The wire name: "contains", "not contains", "start with", …, "=", "≠", ">", "<", "≥", "≤", "before", "after".
QString toString(MetadataCondition::Operator comparison);
std::optional<MetadataCondition::Operator> metadataOperatorFromString(const QString &text);
//! Whether the operator looks at a value at all: all but Empty and NotEmpty.
bool takesValue(MetadataCondition::Operator comparison);

//! Which documents of a dataset are searched (reference: metadata_filtering_conditions).
struct MetadataFilter
{
    enum class Logic { All, Any }; //!< `and`, `or`.

    Logic logic = Logic::All;
    QList<MetadataCondition> conditions{}; //!< Empty: all documents.

    static MetadataFilter fromJson(const QJsonObject &object);
    QJsonObject toJson() const; //!< Not to be sent without conditions: real servers answer 500.

    bool operator==(const MetadataFilter &) const = default;
};
