// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/replay.h"
#include "tests/support/serverprocess.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

//! Replays what was recorded of a real server, section by section, each in its order, since one exchange builds upon
//! the others. LOREDESK_CONTRACT_URL and LOREDESK_CONTRACT_KEY point it at another server, which has to be an empty
//! one. Where ours departs on purpose is in fixtures/contract/deviations.json: what it answers instead, and why.
class TestContract : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_deviations = read(u"deviations"_s).object();
        m_url = QUrl(qEnvironmentVariable("LOREDESK_CONTRACT_URL"));
        m_key = qEnvironmentVariable("LOREDESK_CONTRACT_KEY");
        if (m_url.isEmpty()) {
            QVERIFY2(m_server.start(), qUtf8Printable(m_server.errors()));
            m_url = m_server.url();
            m_key = m_server.key();
        }
        m_replay = std::make_unique<Replay>(m_url, m_key);
    }

    void answersAreAsRecorded_data()
    {
        QTest::addColumn<QString>("section");
        QTest::newRow("keys and paths") << u"a"_s;
        QTest::newRow("datasets") << u"b"_s;
        QTest::newRow("documents by text") << u"c"_s;
        QTest::newRow("status of documents") << u"d"_s;
        QTest::newRow("documents by file") << u"e"_s;
        QTest::newRow("chunks") << u"f"_s;
        QTest::newRow("retrieval") << u"g"_s;
    }

    void answersAreAsRecorded()
    {
        QFETCH(QString, section);
        int wrong = 0;
        for (const auto step : read(section).array())
            wrong += check(step.toObject()) ? 0 : 1;
        QCOMPARE(wrong, 0);
    }

    void noDeviationIsLeftFromEarlierDays()
    {
        QStringList unused = m_deviations.keys();
        for (const QString &name : std::as_const(m_met))
            unused.removeAll(name);
        QCOMPARE(unused, QStringList());
    }

    void cleanupTestCase()
    {
        std::printf("contract: %d as recorded, %d deviations on purpose, %d differ\n", m_same, int(m_met.size()),
                    m_different);
    }

private:
    static QJsonDocument read(const QString &name)
    {
        QFile file(QStringLiteral(FIXTURES) + u"/contract/%1.json"_s.arg(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s is missing", qPrintable(file.fileName()));
        return QJsonDocument::fromJson(file.readAll());
    }

    bool check(const QJsonObject &step)
    {
        const QString name = step["name"_L1].toString();
        const Replay::Outcome outcome = m_replay->run(step);
        QStringList differences = outcome.differences;
        const QJsonObject deviation = m_deviations.value(name).toObject();
        if (!deviation.isEmpty())
            differences = checkDeviation(name, deviation, outcome);
        const char *verdict = !differences.isEmpty() ? "DIFFERS" : deviation.isEmpty() ? "as recorded" : "on purpose";
        if (!step.contains("setup"_L1) || !differences.isEmpty())
            std::printf("%-11s %s\n", verdict, qPrintable(name + step["setup"_L1].toString()));
        for (const QString &difference : std::as_const(differences))
            std::printf("            %s\n", qPrintable(difference));
        if (!differences.isEmpty())
            ++m_different;
        else if (!step.contains("setup"_L1) && deviation.isEmpty())
            ++m_same;
        return differences.isEmpty();
    }

    //! A deviation says which differences there are, by their places, and what the status and the code are then.
    QStringList checkDeviation(const QString &name, const QJsonObject &deviation, const Replay::Outcome &outcome)
    {
        m_met.append(name);
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
        return wrong;
    }

    ServerProcess m_server;
    QUrl m_url;
    QString m_key;
    std::unique_ptr<Replay> m_replay;
    QJsonObject m_deviations;
    QStringList m_met;
    int m_same = 0;
    int m_different = 0;
};

LOREDESK_TEST(tst_contract, TestContract)

#include "tst_contract.moc"
