// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpclient.h"
#include "tests/support/modelserver.h"
#include "tests/support/serverprocess.h"
#include "tests/support/testmain.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

//! How the program starts, refuses to start, and ends.
class TestServerProcess : public QObject
{
    Q_OBJECT

private slots:
    void itSaysWhereItIsInOneLineAndNothingElse()
    {
        ServerProcess server;
        QVERIFY2(server.start(), qUtf8Printable(server.errors()));
        HttpClient client(server.url(), server.key());
        QCOMPARE(client.get("/v1/datasets").status, 200);
        server.terminate();
        QVERIFY(server.waitForEnd());
        const QByteArray expected
            = "{\"url\":\"http://127.0.0.1:" + QByteArray::number(server.url().port()) + "/v1\"}\n";
        QCOMPARE(server.output(), expected);
    }

    void itEndsWhenItsInputCloses()
    {
        ServerProcess server;
        QVERIFY2(server.start(), qUtf8Printable(server.errors()));
        server.closeInput();
        QVERIFY(server.waitForEnd());
        QCOMPARE(server.process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(server.process().exitCode(), 0);
    }

    void itGoesOnWithoutInputIfToldSo()
    {
        ServerProcess server({u"--no-stdin-watch"_s});
        QVERIFY2(server.start(), qUtf8Printable(server.errors()));
        server.closeInput();
        HttpClient client(server.url(), server.key());
        for (int i = 0; i < 20; ++i)
            QCOMPARE(client.get("/v1/datasets").status, 200);
        server.terminate();
        QVERIFY(server.waitForEnd());
        QCOMPARE(server.process().exitCode(), 0);
    }

    void itEndsWithAConnectionThatIsKeptOpen()
    {
        ServerProcess server;
        QVERIFY2(server.start(), qUtf8Printable(server.errors()));
        HttpClient client(server.url(), server.key());
        QCOMPARE(client.get("/v1/datasets").status, 200);
        HttpClient half(server.url());
        QVERIFY(half.open() && half.write("POST /v1/datasets HTTP/1.1\r\nContent-Length: 100\r\n"));
        server.terminate();
        QVERIFY(server.waitForEnd());
        QCOMPARE(server.process().exitCode(), 0);
    }

    void itEndsWhileAModelIsSilentAndLosesNothing_data()
    {
        QTest::addColumn<bool>("asks");
        QTest::newRow("for a document") << false;
        QTest::newRow("for a document and a question") << true;
    }
    void itEndsWhileAModelIsSilentAndLosesNothing()
    {
        QFETCH(bool, asks);
        ModelServer models;
        ServerProcess server;
        server.setEnvironment(withModels(server.key(), models));
        QVERIFY2(server.start(), qUtf8Printable(server.errors()));
        HttpClient client(server.url(), server.key());
        const QJsonObject base = client
                                     .sendJson("POST", "/v1/datasets",
                                               {{u"name"_s, u"base"_s}, {u"indexing_technique"_s, u"high_quality"_s}})
                                     .json();
        const QByteArray dataset = "/v1/datasets/" + base["id"_L1].toString().toLatin1();
        models.isSilent = true;
        const QJsonObject text{
            {u"name"_s, u"note"_s}, {u"text"_s, u"Owls fly at night."_s}, {u"indexing_technique"_s, u"high_quality"_s}};
        const QJsonObject created = client.sendJson("POST", dataset + "/document/create-by-text", text).json();
        QTRY_COMPARE(models.requests(), 1);
        HttpClient waiting(server.url(), server.key());
        if (asks) {
            QVERIFY(waiting.open());
            QVERIFY(waiting.write(question(dataset, server.key())));
            QTRY_COMPARE(models.requests(), 2);
        }

        server.terminate();

        QVERIFY(server.waitForEnd()); // the model would be waited for five minutes
        QCOMPARE(server.process().exitStatus(), QProcess::NormalExit);
        models.isSilent = false;
        QVERIFY2(server.start(), qUtf8Printable(server.errors()));
        HttpClient again(server.url(), server.key());
        const QByteArray batch = created["batch"_L1].toString().toLatin1();
        const auto stage = [&] {
            const QJsonObject status = again.get(dataset + "/documents/" + batch + "/indexing-status").json();
            return status["data"_L1][0]["indexing_status"_L1].toString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(stage(), u"completed"_s, 60'000);
        const QJsonObject found = again.sendJson("POST", dataset + "/retrieve", {{u"query"_s, u"owls"_s}}).json();
        QCOMPARE(found["records"_L1][0]["segment"_L1]["content"_L1], u"Owls fly at night."_s);
    }

    void whatItHasAnsweredIsThereAfterACrash()
    {
        ServerProcess server;
        QVERIFY2(server.start(), qUtf8Printable(server.errors()));
        const HttpAnswer made
            = HttpClient(server.url(), server.key()).sendJson("POST", "/v1/datasets", {{u"name"_s, u"Kept"_s}});
        QCOMPARE(made.status, 200);
        server.kill();
        QVERIFY2(server.start(), qUtf8Printable(server.errors()));
        const QByteArray path = "/v1/datasets/" + made.json()["id"_L1].toString().toLatin1();
        QCOMPARE(HttpClient(server.url(), server.key()).get(path).json()["name"_L1], u"Kept"_s);
    }

    void aSecondServerOnTheFolderRefuses()
    {
        ServerProcess first;
        QVERIFY2(first.start(), qUtf8Printable(first.errors()));
        ServerProcess second({u"--data"_s, first.folder()});
        QVERIFY(!second.start());
        QVERIFY(second.waitForEnd());
        QVERIFY(second.process().exitCode() != 0);
        QVERIFY2(second.errors().contains(first.folder()), qUtf8Printable(second.errors()));
        QCOMPARE(second.output(), QByteArray());
        QCOMPARE(HttpClient(first.url(), first.key()).get("/v1/datasets").status, 200);
    }

    void itDoesNotStart_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("because");
        QTest::newRow("where all can reach it") << QStringList{u"--listen"_s, u"0.0.0.0:0"_s} << u"--allow-host"_s;
        QTest::newRow("nowhere") << QStringList{u"--listen"_s, u"8020"_s} << u"--listen"_s;
        QTest::newRow("not an address") << QStringList{u"--listen"_s, u"a.b:1"_s, u"--allow-host"_s, u"x"_s}
                                        << u"a.b"_s;
        QTest::newRow("no upload") << QStringList{u"--max-upload-mib"_s, u"0"_s} << u"--max-upload-mib"_s;
        QTest::newRow("no such option") << QStringList{u"--nonsense"_s} << u"nonsense"_s;
        QTest::newRow("something more") << QStringList{u"more"_s} << u"more"_s;
    }

    void itDoesNotStart()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, because);
        ServerProcess server(arguments);
        QVERIFY(!server.start());
        QVERIFY(server.waitForEnd());
        QVERIFY(server.process().exitCode() != 0);
        QVERIFY2(server.errors().contains(because), qUtf8Printable(server.errors()));
        QCOMPARE(server.output(), QByteArray());
    }

    void itDoesNotStartWithoutAKey()
    {
        ServerProcess server;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(u"LOREDESK_SERVER_KEY"_s);
        server.setEnvironment(environment);
        QVERIFY(!server.start());
        QVERIFY(server.waitForEnd());
        QVERIFY2(server.errors().contains("LOREDESK_SERVER_KEY"_L1), qUtf8Printable(server.errors()));
    }

    void aPortThatIsTakenIsSaidToBe()
    {
        ServerProcess first;
        QVERIFY2(first.start(), qUtf8Printable(first.errors()));
        const QString port = QString::number(first.url().port());
        ServerProcess second({u"--listen"_s, u"127.0.0.1:"_s + port});
        QVERIFY(!second.start());
        QVERIFY(second.waitForEnd());
        QVERIFY2(second.errors().contains(port), qUtf8Printable(second.errors()));
    }

    void onlyItsOwnerSeesItsFolder()
    {
        ServerProcess server;
        QVERIFY2(server.start(), qUtf8Printable(server.errors()));
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
                            | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFileInfo(server.folder()).permissions() & others));
    }

private:
    static QProcessEnvironment withModels(const QString &key, const ModelServer &models)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LOREDESK_SERVER_KEY"_s, key);
        environment.insert(u"LOREDESK_EMBEDDINGS_URL"_s, models.url().toString());
        environment.insert(u"LOREDESK_EMBEDDINGS_MODEL"_s, u"fake-embed"_s);
        return environment;
    }

    //! As bytes, for one who does not wait for the answer.
    static QByteArray question(const QByteArray &dataset, const QString &key)
    {
        return "POST " + dataset + "/retrieve HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + key.toLatin1()
               + "\r\nContent-Type: application/json\r\nContent-Length: 17\r\n\r\n{\"query\": \"owls\"}";
    }
};

LOREDESK_TEST(tst_serverprocess, TestServerProcess)

#include "tst_serverprocess.moc"
