// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/verdicts.h"
#include "tests/support/recordings.h"
#include "tests/support/serverprocess.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Section
{
    const char *title;
    QString name;
    bool ready = true; //!< Others are replayed only when they are asked for by their title.
};

const QList<Section> &sections()
{
    static const QList<Section> all{{"keys and paths", u"a"_s},
                                    {"datasets", u"b"_s},
                                    {"documents by text", u"c"_s},
                                    {"status of documents", u"d"_s},
                                    {"documents by file", u"e"_s},
                                    {"chunks", u"f"_s},
                                    {"retrieval", u"g"_s},
                                    {"metadata", u"h"_s, false},
                                    {"tags", u"i"_s, false},
                                    {"no models", u"j"_s, false},
                                    {"no pipeline", u"k"_s, false},
                                    {"high quality", u"m"_s, false},
                                    {"retrieval by meaning", u"n"_s, false},
                                    {"parents and children", u"o"_s, false},
                                    {"questions and answers", u"p"_s, false},
                                    {"lost credentials", u"q"_s, false},
                                    {"pipeline", u"r"_s, false},
                                    {"chunks that fail", u"s"_s, false},
                                    {"odds and ends", u"t"_s, false}};
    return all;
}

} // namespace

//! Replays what was recorded of a real server, section by section, each in its order, since one exchange builds upon
//! the others, and each on an empty server of its own. LOREDESK_CONTRACT_URL and LOREDESK_CONTRACT_KEY point it at
//! another server, which has to be an empty one.
class TestContract : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QFile file(QStringLiteral(FIXTURES) + u"/contract/setup.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const auto step : QJsonDocument::fromJson(file.readAll()).array())
            m_setup[step["before"_L1].toString()].append(step.toObject());
    }

    void answersAreAsRecorded_data()
    {
        QTest::addColumn<QString>("section");
        for (const Section &section : sections()) {
            const QString asked = u"answersAreAsRecorded:"_s + QLatin1StringView(section.title);
            if (section.ready || QCoreApplication::arguments().contains(asked))
                QTest::newRow(section.title) << section.name;
        }
    }

    void answersAreAsRecorded()
    {
        QFETCH(QString, section);
        ServerProcess server;
        QUrl url(qEnvironmentVariable("LOREDESK_CONTRACT_URL"));
        QString key = qEnvironmentVariable("LOREDESK_CONTRACT_KEY");
        if (url.isEmpty()) {
            QVERIFY2(server.start(), qUtf8Printable(server.errors()));
            url = server.url();
            key = server.key();
        }
        Replay replay(url, key);
        int wrong = 0;
        for (const QJsonObject &exchange : recordings::exchanges(u"1.15.0"_s, section)) {
            if (!m_verdicts.isReplayable(exchange))
                continue;
            for (const QJsonObject &step : m_setup.value(exchange["name"_L1].toString()))
                QCOMPARE(replay.run(step).differences, QStringList());
            wrong += m_verdicts.judge(exchange, replay.run(exchange)) ? 0 : 1;
        }
        QCOMPARE(wrong, 0);
    }

    void noDeviationIsLeftFromEarlierDays() { QCOMPARE(m_verdicts.unused(), QStringList()); }

    void cleanupTestCase() { m_verdicts.printTotals(); }

private:
    QHash<QString, QList<QJsonObject>> m_setup; //!< By the exchange that needs it.
    Verdicts m_verdicts;
};

LOREDESK_TEST(tst_contract, TestContract)

#include "tst_contract.moc"
