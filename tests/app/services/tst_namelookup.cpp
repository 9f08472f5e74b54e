// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/namelookup.h"

#include "tests/app/services/fakedataset.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestNameLookup : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dataset = std::make_unique<FakeDataset>();
        m_lookup = std::make_unique<NameLookup>();
        m_lookup->open(m_dataset->api, u"d"_s);
    }

    void cleanup() { m_lookup.reset(); }

    void fewNamesInALongListAreAskedForOneByOne()
    {
        fill(50);
        const QString id = m_dataset->add(u"wanted.txt"_s, u"completed"_s).id;
        fill(950);
        m_lookup->lookFor({u"wanted.txt"_s, u"missing.txt"_s});
        QTRY_COMPARE(m_lookup->state(), LoadState::Complete);
        QCOMPARE(m_lookup->idsOf(u"wanted.txt"_s), QStringList{id});
        QVERIFY(m_lookup->idsOf(u"missing.txt"_s).isEmpty());
        QCOMPARE(m_dataset->count(list), 3);
    }

    void manyNamesInAShortListAreFoundByReadingIt()
    {
        fill(250);
        m_lookup->lookFor({u"1"_s, u"200"_s, u"a"_s, u"b"_s, u"c"_s});
        QTRY_COMPARE(m_lookup->state(), LoadState::Complete);
        QCOMPARE(m_lookup->idsOf(u"200"_s).size(), 1);
        QCOMPARE(m_dataset->count(list), 3);
    }

    void namesAreAddedToThoseThatAreKnown()
    {
        fill(1050);
        m_lookup->lookFor({u"1"_s});
        QTRY_COMPARE(m_lookup->state(), LoadState::Complete);
        const int before = m_dataset->count(list);
        m_lookup->lookFor({u"1"_s, u"1049"_s});
        QTRY_COMPARE(m_lookup->state(), LoadState::Complete);
        QCOMPARE(m_lookup->idsOf(u"1049"_s).size(), 1);
        QCOMPARE(m_dataset->count(list), before + 1);
    }

    void everyDocumentOfThatVeryNameIsFound()
    {
        m_dataset->add(u"a.txt"_s, u"completed"_s);
        m_dataset->add(u"a.txt"_s, u"completed"_s);
        for (int number = 0; number < 250; ++number)
            m_dataset->add(u"longer %1 a.txt"_s.arg(number), u"completed"_s); // found by the server as well
        fill(1000);
        m_lookup->lookFor({u"a.txt"_s});
        QTRY_COMPARE(m_lookup->state(), LoadState::Complete);
        QCOMPARE(m_lookup->idsOf(u"a.txt"_s).size(), 2);
    }

    void namesAreTheSameHoweverTheyAreComposed()
    {
        m_dataset->add(QString(u"Ü.txt"_s).normalized(QString::NormalizationForm_D), u"completed"_s);
        m_lookup->lookFor({u"Ü.txt"_s});
        QTRY_COMPARE(m_lookup->state(), LoadState::Complete);
        QCOMPARE(m_lookup->idsOf(u"Ü.txt"_s).size(), 1);
    }

    void whatFailedIsAskedForAgain()
    {
        fill(1050);
        const QString request = u"GET /v1/datasets/d/documents?page=1&limit=100&keyword=1"_s;
        m_dataset->network.answer(request, QJsonObject{{u"message"_s, u"no"_s}}, 500);
        m_dataset->network.answer(request, QJsonObject{{u"data"_s, QJsonArray()}, {u"total"_s, 0}});
        m_lookup->lookFor({u"1"_s, u"7"_s});
        QTRY_COMPARE(m_lookup->state(), LoadState::Failed);
        QCOMPARE(m_lookup->error().message, u"no"_s);

        m_lookup->retry();
        QTRY_COMPARE(m_lookup->state(), LoadState::Complete);
        QVERIFY(m_lookup->idsOf(u"1"_s).isEmpty());
        QCOMPARE(m_lookup->idsOf(u"7"_s).size(), 1);
    }

    void aDatasetThatIsYetToBeMadeHasNone()
    {
        m_lookup->open(m_dataset->api, {});
        m_lookup->lookFor({u"a.txt"_s});
        QCOMPARE(m_lookup->state(), LoadState::Complete);
        QVERIFY(m_dataset->network.requests.isEmpty());
    }

private:
    void fill(int documents)
    {
        for (int number = 0; number < documents; ++number)
            m_dataset->add(QString::number(number), u"completed"_s);
    }

    const QString list = u"GET /v1/datasets/d/documents?"_s;
    std::unique_ptr<FakeDataset> m_dataset;
    std::unique_ptr<NameLookup> m_lookup;
};

LOREDESK_TEST(tst_namelookup, TestNameLookup)
#include "tst_namelookup.moc"
