// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/verdicts.h"
#include "tests/support/recordings.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

using Counts = QMap<QString, int>; //!< By rule.

//! The rows of the table whose heads are Rule and Exchanges.
Counts tableOf(const QString &text)
{
    static const QRegularExpression row(u"^\\| ([^|]+) \\| (\\d+) \\|$"_s, QRegularExpression::MultilineOption);
    Counts counts;
    for (auto it = row.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        counts.insert(match.captured(1), match.captured(2).toInt());
    }
    return counts;
}

QString shareOf(qsizetype part, qsizetype all)
{
    return u"%1 (%2 %)"_s.arg(part).arg(double(part) * 100 / double(all), 0, 'f', 1);
}

} // namespace

//! docs/deviations.md tells of every deviation that the contract tests allow.
class TestDeviations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QFile file(u"docs/deviations.md"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_document = QString::fromUtf8(file.readAll());
    }

    void everyRuleStandsInTheDocumentWithItsNumberOfExchanges()
    {
        Counts counts;
        for (const auto &deviation : Verdicts::deviations())
            ++counts[deviation["rule"_L1].toString()];
        QCOMPARE(tableOf(m_document), counts);
    }

    void theSumsAreThoseOfTheDocument()
    {
        qsizetype all = 0;
        for (const QString &section : recordings::sections(u"1.15.0"_s))
            all += recordings::exchanges(u"1.15.0"_s, section).size();
        const QString sums = u"Of %1 recorded exchanges %2 deviate and %3 cannot be replayed"_s.arg(
            QString::number(all), shareOf(Verdicts::deviations().size(), all),
            shareOf(Verdicts::unreplayable().size(), all));
        QVERIFY2(m_document.contains(sums), qUtf8Printable(sums));
    }

private:
    QString m_document;
};

LOREDESK_TEST(tst_deviations, TestDeviations)

#include "tst_deviations.moc"
