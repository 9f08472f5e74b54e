// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/metadatafilter.h"

#include <QSet>
#include <QStringList>

//! Tells whether a value that a document has in a field fulfils a condition, as the real server judges it
//! (recordings/1.15.0, section g): texts by their characters, numbers also where they are written as text; a null
//! fulfils only NotEmpty.
class MetadataMatch
{
public:
    explicit MetadataMatch(const MetadataCondition &condition);

    //! Among what can be looked up is all that fulfils the condition, and little else.
    struct Candidates
    {
        double least = 0; //!< Of the numbers.
        double most = 0;
        std::optional<QStringList> texts; //!< Not set: all, since a text may say a number in many ways.
    };

    bool operator()(const QJsonValue &value) const;
    //! Nothing when all values have to be looked at.
    std::optional<Candidates> candidates() const;

private:
    bool comparesAs(const QJsonValue &value) const;

    MetadataCondition::Operator m_comparison;
    bool m_isNumber; //!< The wanted value was sent as a number.
    QString m_text; //!< The wanted value.
    std::optional<double> m_number; //!< The same, if it says a number.
    QSet<QString> m_choices; //!< The wanted values of In and NotIn.
};

//! The number that a value is or says.
std::optional<double> numberOf(const QJsonValue &value);
//! Whether the operator compares numbers only.
bool comparesNumbers(MetadataCondition::Operator comparison);
