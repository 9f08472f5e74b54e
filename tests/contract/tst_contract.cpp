// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/verdicts.h"
#include "tests/support/modelserver.h"
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
    bool models = false; //!< Whether the server has an endpoint of models.
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
                                    {"metadata", u"h"_s},
                                    {"tags", u"i"_s},
                                    {"no models", u"j"_s},
                                    {"no pipeline", u"k"_s},
                                    {"high quality", u"m"_s, true},
                                    {"retrieval by meaning", u"n"_s, true},
                                    {"parents and children", u"o"_s, true},
                                    {"questions and answers", u"p"_s, true},
                                    {"lost credentials", u"q"_s, true},
                                    {"pipeline", u"r"_s, true},
                                    {"chunks that fail", u"s"_s, true},
                                    {"odds and ends", u"t"_s, true}};
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
        const QJsonArray steps = QJsonDocument::fromJson(file.readAll()).array();
        for (const auto step : steps)
            m_setup[step["before"_L1].toString()].append(step.toObject());
    }

    void answersAreAsRecorded_data()
    {
        QTest::addColumn<QString>("section");
        QTest::addColumn<bool>("models");
        for (const Section &section : sections()) {
            QTest::newRow(section.title) << section.name << section.models;
        }
    }

    void answersAreAsRecorded()
    {
        QFETCH(QString, section);
        QFETCH(bool, models);
        ServerProcess server;
        QUrl url(qEnvironmentVariable("LOREDESK_CONTRACT_URL"));
        QString key = qEnvironmentVariable("LOREDESK_CONTRACT_KEY");
        if (url.isEmpty()) {
            server.setEnvironment(environment(server.key(), models));
            QVERIFY2(server.start(), qUtf8Printable(server.errors()));
            url = server.url();
            key = server.key();
        }
        Replay replay(url, key);
        if (models)
            replay.translate(u"loredesk/fake/fake"_s, u"loredesk/endpoint/endpoint"_s); // their provider
        int wrong = 0;
        for (const QJsonObject &exchange : recordings::exchanges(u"1.15.0"_s, section)) {
            if (!m_verdicts.isReplayable(exchange))
                continue;
            for (const QJsonObject &step : m_setup.value(exchange["name"_L1].toString())) {
                if (step["models"_L1] == false) {
                    server.terminate();
                    QVERIFY(server.waitForEnd());
                    server.setEnvironment(environment(server.key(), false));
                    QVERIFY2(server.start(), qUtf8Printable(server.errors()));
                    replay.moveTo(server.url());
                } else {
                    QCOMPARE(replay.run(step).differences, QStringList());
                }
            }
            wrong += m_verdicts.judge(exchange, replay.run(exchange)) ? 0 : 1;
        }
        QCOMPARE(wrong, 0);
    }

    void noDeviationIsLeftFromEarlierDays() { QCOMPARE(m_verdicts.unused(), QStringList()); }

    void cleanupTestCase() { m_verdicts.printTotals(); }

private:
    QProcessEnvironment environment(const QString &key, bool models) const
    {
        QProcessEnvironment result = QProcessEnvironment::systemEnvironment();
        result.insert(u"LOREDESK_SERVER_KEY"_s, key);
        if (models) {
            result.insert(u"LOREDESK_EMBEDDINGS_URL"_s, m_models.url().toString());
            result.insert(u"LOREDESK_EMBEDDINGS_MODEL"_s, u"fake-embed,fake-embed-2"_s);
            result.insert(u"LOREDESK_RERANK_MODEL"_s, u"fake-rerank"_s);
        }
        return result;
    }

    ModelServer m_models;
    QHash<QString, QList<QJsonObject>> m_setup; //!< By the exchange that needs it.
    Verdicts m_verdicts;
};

LOREDESK_TEST(tst_contract, TestContract)

#include "tst_contract.moc"
