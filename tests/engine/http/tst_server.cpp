// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpclient.h"
#include "tests/support/serverprocess.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QByteArrayView unknown = "00000000-0000-4000-8000-000000000000";

HttpClient::Headers formType()
{
    return {{"Content-Type", "multipart/form-data; boundary=boundary"}};
}

QByteArray formOf(const QByteArray &name, const QByteArray &content)
{
    return formBody({{"data", R"({"indexing_technique":"economy","process_rule":{"mode":"automatic"}})", {}, {}},
                     {"file", content, name, "text/plain"}});
}

} // namespace

//! What all paths have in common, asked of the real process.
class TestServer : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_server = std::make_unique<ServerProcess>(QStringList{u"--max-upload-mib"_s, u"2"_s});
        QVERIFY2(m_server->start(), qUtf8Printable(m_server->errors()));
    }

    void requestsShareAConnection()
    {
        HttpClient client = this->client();
        for (int i = 0; i < 10; ++i)
            QCOMPARE(client.get("/v1/datasets").status, 200);
        QCOMPARE(client.connections(), 1);
    }

    void everyAnswerTellsTheVersion_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        QTest::newRow("good") << QByteArray("/v1/datasets") << 200;
        QTest::newRow("refused") << QByteArray("/v1/datasets?limit=abc") << 400;
        QTest::newRow("no such dataset") << QByteArray("/v1/datasets/") + unknown << 404;
        QTest::newRow("no such path") << QByteArray("/v1/nope") << 404;
    }

    void everyAnswerTellsTheVersion()
    {
        QFETCH(QByteArray, target);
        QFETCH(int, status);
        const HttpAnswer answer = client().get(target);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.headers.value("x-version"), QByteArray("1.15.0"));
    }

    void withoutTheKeyNothingIsToldButTheHealth()
    {
        HttpClient stranger(m_server->url());
        QCOMPARE(stranger.get("/v1/datasets").status, 401);
        QCOMPARE(stranger.sendJson("POST", "/v1/datasets", {{u"name"_s, u"x"_s}}).status, 401);
        QCOMPARE(stranger.send("HEAD", "/v1/datasets").status, 401);
        QCOMPARE(stranger.get("/health").json()["status"_L1], u"ok"_s);
        QCOMPARE(stranger.send("OPTIONS", "/v1/datasets").headers.value("allow"),
                 QByteArray("GET, POST, HEAD, OPTIONS"));
    }

    void anotherSitesNameIsRefused()
    {
        const HttpAnswer answer = client().send("GET", "/v1/datasets", {}, {{"Host", "evil.example:80"}});
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.json()["code"_L1], u"forbidden"_s);
    }

    void noSiteIsLetIn()
    {
        const HttpAnswer answer = client().send("GET", "/v1/datasets", {}, {{"Origin", "http://evil.example"}});
        QCOMPARE(answer.status, 200);
        QVERIFY(!answer.headers.contains("access-control-allow-origin"));
    }

    void aHeadHasTheLengthButNoBody()
    {
        HttpClient client = this->client();
        const HttpAnswer head = client.send("HEAD", "/v1/datasets");
        const HttpAnswer full = client.get("/v1/datasets"); // comes out of step if the first had a body
        QCOMPARE(head.status, 200);
        QCOMPARE(head.headers.value("content-length"), full.headers.value("content-length"));
        QVERIFY(full.json().contains("data"_L1));
    }

    void anUploadIsStoredAsItIs()
    {
        const QByteArray dataset = newDataset(u"uploads"_s);
        const QByteArray content = QByteArray("A line of text.\n").repeated(100'000);
        const HttpAnswer made = client().send("POST", "/v1/datasets/" + dataset + "/document/create-by-file",
                                              formOf("a.txt", content), formType());
        QCOMPARE(made.status, 200);
        const auto upload = made.json()["document"_L1]["data_source_detail_dict"_L1]["upload_file"_L1];
        QCOMPARE(upload["size"_L1].toInteger(), content.size());
        QVERIFY(filesOf(content.size()) >= 1);
    }

    void aFileThatIsTooLargeIsRefusedAndLeavesNothing()
    {
        const QByteArray dataset = newDataset(u"too large"_s);
        HttpClient client = this->client();
        const QByteArray path = "/v1/datasets/" + dataset + "/document/create-by-file";
        const HttpAnswer exact = client.send("POST", path, formOf("exact.txt", QByteArray(2 << 20, 'x')), formType());
        QCOMPARE(exact.status, 200);
        const HttpAnswer over
            = client.send("POST", path, formOf("over.txt", QByteArray((2 << 20) + 1, 'x')), formType());
        QCOMPARE(over.status, 413);
        QCOMPARE(over.json()["code"_L1], u"file_too_large"_s);
        QCOMPARE(filesOf((2 << 20) + 1), 0);
        QCOMPARE(client.connections(), 1);
    }

    void largeUploadsAreNotHeldInMemory()
    {
        const QByteArray dataset = newDataset(u"large"_s);
        const qint64 before = memory();
        if (before == 0)
            return; // only where the system tells it by /proc
        const QByteArray large(200 << 20, 'x');
        const HttpAnswer answer = client().send("POST", "/v1/datasets/" + dataset + "/document/create-by-file",
                                                formOf("l.txt", large), formType());
        QCOMPARE(answer.status, 413);
        QVERIFY2(peak() - before < large.size(), qPrintable(QString::number((peak() - before) >> 20) + " MiB"_L1));
    }

    void aBodyOtherThanAFormHasItsLimit()
    {
        HttpClient client = this->client();
        const HttpAnswer answer = client.send("POST", "/v1/datasets", QByteArray((100 << 20) + 1, ' '),
                                              {{"Content-Type", "application/json"}});
        QCOMPARE(answer.status, 413);
        QCOMPARE(client.get("/v1/datasets").status, 200);
    }

    void whoAsksBeforeSendingIsToldAtOnce()
    {
        HttpClient client(m_server->url());
        QVERIFY(client.open());
        QVERIFY(client.write("POST /v1/datasets HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
                             "Content-Length: 1000000\r\n\r\n"));
        QCOMPARE(client.read().status, 401);
    }

    void anUploadThatBreaksOffLeavesNothing()
    {
        const QByteArray dataset = newDataset(u"broken off"_s);
        HttpClient client = this->client();
        QVERIFY(client.open());
        const QByteArray form = formOf("half.txt", QByteArray(1'000'003, 'x'));
        QVERIFY(client.write("POST /v1/datasets/" + dataset
                             + "/document/create-by-file HTTP/1.1\r\nHost: localhost\r\n"
                               "Authorization: Bearer "
                             + m_server->key().toLatin1()
                             + "\r\nContent-Type: multipart/form-data; boundary=boundary\r\nContent-Length: "
                             + QByteArray::number(form.size()) + "\r\n\r\n" + form.left(500'000)));
        QTRY_VERIFY_WITH_TIMEOUT(temporaryFiles() > 0, 60'000);
        client.socket().abort();
        QTRY_COMPARE_WITH_TIMEOUT(temporaryFiles(), 0, 60'000);
    }

    void slowAndSilentConnectionsHoldNobodyUp()
    {
        std::vector<std::unique_ptr<HttpClient>> others;
        for (int i = 0; i < 300; ++i) {
            others.push_back(std::make_unique<HttpClient>(m_server->url()));
            QVERIFY(others.back()->open());
            if (i % 3 == 1)
                QVERIFY(others.back()->write("GET /v1/datasets HTTP/1.1\r\nHost: loc"));
            if (i % 3 == 2)
                QVERIFY(others.back()->write("POST /v1/datasets HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                             + m_server->key().toLatin1() + "\r\nContent-Length: 1000\r\n\r\n{"));
        }
        HttpClient client = this->client();
        for (int i = 0; i < 20; ++i)
            QCOMPARE(client.get("/v1/datasets").status, 200);
    }

    void whatIsNoRequestIsRefused()
    {
        const QByteArrayList texts{"nonsense\r\n\r\n", QByteArray("GET /").append(200'000, 'a') + " HTTP/1.1\r\n\r\n"};
        for (const QByteArray &nonsense : texts) {
            HttpClient client(m_server->url());
            QVERIFY(client.open());
            client.write(nonsense);
            QVERIFY(client.read().status >= 400 || client.socket().state() != QAbstractSocket::ConnectedState);
        }
        QCOMPARE(client().get("/v1/datasets").status, 200);
    }

    void aPageOfDatasetsMayBeFarAway()
    {
        const QJsonObject page = client().get("/v1/datasets?page=9223372036854775807&limit=100").json();
        QCOMPARE(page["data"_L1].toArray().size(), 0);
    }

private:
    HttpClient client() const { return HttpClient(m_server->url(), m_server->key()); }

    QByteArray newDataset(const QString &name)
    {
        return client().sendJson("POST", "/v1/datasets", {{u"name"_s, name}}).json()["id"_L1].toString().toLatin1();
    }

    //! How many files of this size are in the data folder.
    int filesOf(qint64 size) const
    {
        int count = 0;
        QDirIterator files(m_server->folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            files.next();
            count += files.fileInfo().size() == size ? 1 : 0;
        }
        return count;
    }

    int temporaryFiles() const
    {
        QDirIterator files(m_server->folder(), {u"upload-*"_s}, QDir::Files, QDirIterator::Subdirectories);
        int count = 0;
        for (; files.hasNext(); files.next())
            ++count;
        return count;
    }

    qint64 memory() const { return ofStatus("VmRSS:"); }
    qint64 peak() const { return ofStatus("VmHWM:"); }

    qint64 ofStatus(const QByteArray &line) const
    {
        QFile status(u"/proc/%1/status"_s.arg(m_server->process().processId()));
        if (!status.open(QIODevice::ReadOnly))
            return 0;
        const QByteArray text = status.readAll();
        return text.mid(text.indexOf(line) + line.size()).trimmed().split(' ').constFirst().toLongLong() * 1024;
    }

    std::unique_ptr<ServerProcess> m_server;
};

LOREDESK_TEST(tst_server, TestServer)

#include "tst_server.moc"
