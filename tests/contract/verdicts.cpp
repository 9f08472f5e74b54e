// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/verdicts.h"

#include <QFile>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject read(const char *name)
{
    QFile file(QStringLiteral(FIXTURES) + u"/contract/"_s + QLatin1StringView(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(file.fileName()));
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace

Verdicts::Verdicts()
    : m_deviations(deviations())
    , m_unreplayable(unreplayable())
{ }

QJsonObject Verdicts::deviations()
{
    return read("deviations.json");
}

QJsonObject Verdicts::unreplayable()
{
    return read("unreplayable.json");
}

bool Verdicts::isReplayable(const QJsonObject &exchange)
{
    const QString name = exchange["name"_L1].toString();
    if (!m_unreplayable.contains(name))
        return true;
    m_met.append(name);
    count(exchange, NotReplayable, {m_unreplayable[name].toString()});
    return false;
}

bool Verdicts::judge(const QJsonObject &exchange, const Replay::Outcome &outcome)
{
    const QString name = exchange["name"_L1].toString();
    if (!outcome.undescribed.isEmpty()) {
        count(exchange, Differs, {outcome.undescribed});
        return false;
    }
    if (!m_deviations.contains(name)) {
        count(exchange, outcome.differences.isEmpty() ? AsRecorded : Differs, outcome.differences);
        return outcome.differences.isEmpty();
    }
    m_met.append(name);
    const QJsonObject deviation = m_deviations[name].toObject();
    const QStringList wrong = checkDeviation(deviation, outcome);
    count(exchange, wrong.isEmpty() ? OnPurpose : Differs,
          wrong.isEmpty() ? QStringList{deviation["rule"_L1].toString()} : wrong);
    return wrong.isEmpty();
}

QStringList Verdicts::unused() const
{
    QStringList names = m_deviations.keys() + m_unreplayable.keys();
    for (const QString &name : m_met)
        names.removeAll(name);
    return names;
}

void Verdicts::printTotals() const
{
    std::array<int, VerdictCount> all{};
    std::printf("%-28s %9s %11s %11s %8s\n", "operation", "recorded", "on purpose", "not here", "differs");
    for (auto it = m_counts.begin(); it != m_counts.end(); ++it) {
        const auto &counts = it.value();
        for (std::size_t i = 0; i < counts.size(); ++i)
            all[i] += counts[i];
        std::printf("%-28s %9d %11d %11d %8d\n", qPrintable(it.key()), counts[AsRecorded], counts[OnPurpose],
                    counts[NotReplayable], counts[Differs]);
    }
    std::printf("contract: %d as recorded, %d deviate on purpose, %d cannot be replayed, %d differ; %d in all\n",
                all[AsRecorded], all[OnPurpose], all[NotReplayable], all[Differs],
                all[AsRecorded] + all[OnPurpose] + all[NotReplayable] + all[Differs]);
}

void Verdicts::count(const QJsonObject &exchange, Verdict verdict, const QStringList &details)
{
    static constexpr const char *words[] = {"as recorded", "on purpose", "not here", "DIFFERS"};
    ++m_counts[exchange["operation"_L1].toString()][verdict];
    std::printf("%-11s %s\n", words[verdict], qPrintable(exchange["name"_L1].toString()));
    for (const QString &detail : details)
        std::printf("            %s\n", qPrintable(detail));
}

//! A deviation says which differences there are, by their places, or what the status and the code are.
QStringList Verdicts::checkDeviation(const QJsonObject &deviation, const Replay::Outcome &outcome) const
{
    QStringList wrong;
    if (outcome.differences.isEmpty())
        wrong.append(u"is as recorded, though listed as a deviation"_s);
    if (deviation.contains("status"_L1)) {
        if (outcome.answer.status != deviation["status"_L1].toInt())
            wrong.append(u"status %1: %2"_s.arg(outcome.answer.status).arg(QString::fromUtf8(outcome.answer.body)));
        const QJsonValue code = deviation["code"_L1];
        if (!code.isUndefined() && outcome.answer.json()["code"_L1] != code)
            wrong.append(u"code: %1"_s.arg(QString::fromUtf8(outcome.answer.body)));
        return wrong;
    }
    const QJsonArray places = deviation["at"_L1].toArray();
    for (const QString &difference : outcome.differences) {
        const bool named = std::any_of(places.begin(), places.end(), [&](const QJsonValue &place) {
            return difference.startsWith(place.toString());
        });
        if (!named)
            wrong.append(difference);
    }
    for (const auto place : places) {
        const bool differs = std::any_of(outcome.differences.begin(), outcome.differences.end(),
                                         [&](const QString &text) { return text.startsWith(place.toString()); });
        if (!differs)
            wrong.append(place.toString() + u": is as recorded, though listed"_s);
    }
    return wrong;
}
