// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpclient.h"
#include "tests/support/serverprocess.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>
#include <QUuid>

#ifdef Q_OS_UNIX
#include <arpa/inet.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace {

// Sanitizers hold several times what a program uses.
#ifdef LOREDESK_SANITIZE
constexpr qint64 mostMemory = qint64(2000) << 20;
#else
constexpr qint64 mostMemory = qint64(200) << 20;
#endif

const HttpClient::Headers json{{"Content-Type", "application/json"}};

} // namespace

//! What somebody may try who can reach the port: other programs and other people of this computer, and web pages.
class TestSecurity : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<ServerProcess>();
        QVERIFY2(m_server->start(), qUtf8Printable(m_server->errors()));
    }

    //! Whatever was tried: it is there, and has not grown.
    void cleanup()
    {
        QCOMPARE(client().get("/v1/datasets").status, 200);
        QVERIFY2(peak() < mostMemory, qPrintable(QString::number(peak() >> 20) + " MiB"_L1));
    }

    void noKeyButTheRightOneOpens_data()
    {
        QTest::addColumn<QByteArray>("authorization");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("nothing but the scheme") << QByteArray("Bearer ");
        QTest::newRow("another of its length") << QByteArray("Bearer ") + QByteArray(m_key.size(), 'x');
        QTest::newRow("its beginning") << "Bearer " + m_key.chopped(1);
        QTest::newRow("it and more") << "Bearer " + m_key + 'x';
        QTest::newRow("it in capitals") << "Bearer " + m_key.toUpper();
        QTest::newRow("another scheme") << "Basic " + m_key;
        QTest::newRow("very long") << "Bearer " + QByteArray(30'000, 'k');
        QTest::newRow("a NUL's neighbour") << "Bearer " + m_key + "%00";
    }

    void noKeyButTheRightOneOpens()
    {
        QFETCH(QByteArray, authorization);
        QCOMPARE(m_key, m_server->key().toLatin1());
        HttpClient stranger(m_server->url());
        const HttpClient::Headers headers{{"Authorization", authorization}};
        for (const QByteArray method : {"GET", "POST", "HEAD"}) {
            const HttpAnswer answer = stranger.send(method, "/v1/datasets", {}, headers);
            QCOMPARE(answer.status, 401);
            QVERIFY(!answer.body.contains(m_key));
        }
        QCOMPARE(stranger.send("DELETE", "/v1/datasets/00000000-0000-4000-8000-000000000000", {}, headers).status, 401);
    }

    void aNameThatWasPointedHereIsRefusedEvenWithTheKey()
    {
        for (const QByteArray host : {"evil.example", "evil.example:80", "127.0.0.1.evil.example",
                                      "localhost.evil.example", "[::ffff:127.0.0.1]", "0.0.0.0", " "}) {
            const HttpAnswer answer = client().send("GET", "/v1/datasets", {}, {{"Host", host}});
            QVERIFY2(answer.status == 403 || answer.status == 400, host.constData());
            QCOMPARE(client().send("GET", "/health", {}, {{"Host", host}}).status, answer.status);
        }
    }

    void namesDoNotClimbOutOfTheFolder_data()
    {
        QTest::addColumn<QByteArray>("before");
        for (const char *before :
             {"../", "../../", "/tmp/", "..\\", "C:\\", "a/../../", "%2e%2e%2f", "..%2f", "./", "\x01../"})
            QTest::newRow(before) << QByteArray(before);
    }

    void namesDoNotClimbOutOfTheFolder()
    {
        QFETCH(QByteArray, before);
        const QString name = u"climbed-"_s + QUuid::createUuid().toString(QUuid::Id128) + u".txt"_s;
        const QByteArray dataset = newDataset();
        const auto form
            = formBody({{"data", R"({"indexing_technique":"economy","process_rule":{"mode":"automatic"}})", {}, {}},
                        {"file", "text", before + name.toLatin1(), "text/plain"}});
        const HttpAnswer byFile = client().send("POST", "/v1/datasets/" + dataset + "/document/create-by-file", form,
                                                {{"Content-Type", "multipart/form-data; boundary=boundary"}});
        QVERIFY2(byFile.status == 200 || byFile.status == 400, byFile.body.constData());
        const QJsonObject text{{u"name"_s, QString::fromLatin1(before + name.toLatin1())},
                               {u"text"_s, u"text"_s},
                               {u"indexing_technique"_s, u"economy"_s},
                               {u"process_rule"_s, QJsonObject{{u"mode"_s, u"automatic"_s}}}};
        const HttpAnswer byText
            = client().sendJson("POST", "/v1/datasets/" + dataset + "/document/create-by-text", text);
        QVERIFY2(byText.status == 200 || byText.status == 400, byText.body.constData());
        for (const QString &folder : QStringList{m_server->folder() + u"/.."_s, u"/tmp"_s, u"."_s})
            QVERIFY2(!QFile::exists(folder + u'/' + name), qPrintable(folder));
        for (QDirIterator files(m_server->folder(), QDir::AllEntries, QDirIterator::Subdirectories); files.hasNext();)
            QVERIFY(!files.next().contains(u"climbed-"_s)); // A file of ours has a name of ours.
    }

    void pathsDoNotClimbOutOfTheRoutes()
    {
        for (const QByteArray path : {"/v1/../../../../etc/passwd", "/v1/datasets/%2e%2e/%2e%2e/etc/passwd",
                                      "/etc/passwd", "/v1/datasets/..%2f..%2fetc%2fpasswd", "//etc/passwd",
                                      "/v1/datasets/\\..\\..", "/v1/datasets/%00", "/v1/datasets/%ff%fe"}) {
            const HttpAnswer answer = client().get(path);
            QVERIFY2(answer.status >= 400 && answer.status < 500, path.constData());
            QVERIFY(!answer.body.contains("root:"));
        }
    }

    void deepJsonIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("lists") << QByteArray(100'000, '[') + QByteArray(100'000, ']');
        QTest::newRow("lists that do not end") << QByteArray(5'000'000, '[');
        QTest::newRow("objects") << QByteArray("{\"a\":").repeated(100'000) + "1" + QByteArray(100'000, '}');
        QTest::newRow("in a field") << "{\"name\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + '}';
    }

    void deepJsonIsRefused()
    {
        QFETCH(QByteArray, body);
        QCOMPARE(client().send("POST", "/v1/datasets", body, json).status, 400);
        QCOMPARE(client().send("POST", "/v1/datasets/" + newDataset() + "/document/create-by-file",
                               formBody({{"data", body, {}, {}}, {"file", "text", "a.txt", "text/plain"}}),
                               {{"Content-Type", "multipart/form-data; boundary=boundary"}})
                         .status
                     / 100,
                 4);
    }

    void aGigabyteIsNotKept_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("said before") << QByteArray("Content-Type: application/json\r\nContent-Length: 1073741824\r\n");
        QTest::newRow("in chunks") << QByteArray("Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n");
        QTest::newRow("as a file") << QByteArray(
            "Content-Type: multipart/form-data; boundary=boundary\r\nContent-Length: 1073741824\r\n");
        QTest::newRow("without the key") << QByteArray("Content-Length: 1073741824\r\nAuthorization: Bearer no\r\n");
    }

    void aGigabyteIsNotKept()
    {
        QFETCH(QByteArray, head);
        const bool isKnown = !head.contains("Authorization");
        HttpClient client(m_server->url());
        QVERIFY(client.open());
        QVERIFY(client.write("POST /v1/datasets/" + newDataset()
                             + "/document/create-by-file HTTP/1.1\r\nHost: localhost\r\n"
                             + (isKnown ? "Authorization: Bearer " + m_key + "\r\n" : QByteArray()) + head + "\r\n"));
        QByteArray piece(1 << 20, 'x');
        if (head.contains("chunked"))
            piece = "100000\r\n" + piece + "\r\n";
        else if (head.contains("multipart"))
            QVERIFY(client.write(
                "--boundary\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n"));
        for (int sent = 0; sent < 1100 && client.socket().state() == QAbstractSocket::ConnectedState; ++sent) {
            if (!client.write(piece) || client.socket().bytesAvailable() > 0)
                break;
        }
        QCOMPARE(filesLargerThan(qint64(20) << 20), 0);
    }

    void floodsOfHeadersAreRefused_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("many") << QByteArray("X-Header: 1\r\n").repeated(100'000);
        QTest::newRow("a long one") << "X-Header: " + QByteArray(2'000'000, 'x') + "\r\n";
        QTest::newRow("a long name") << QByteArray(2'000'000, 'x') + ": 1\r\n";
        QTest::newRow("folded") << "X-Header: 1\r\n" + QByteArray(" and so on\r\n").repeated(100'000);
    }

    void floodsOfHeadersAreRefused()
    {
        QFETCH(QByteArray, head);
        HttpClient client(m_server->url());
        QVERIFY(client.open());
        client.write("GET /v1/datasets HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + m_key + "\r\n" + head
                     + "\r\n");
        const HttpAnswer answer = client.read();
        QVERIFY2(answer.status == 0 || answer.status >= 400, QByteArray::number(answer.status).constData());
    }

#ifdef Q_OS_UNIX
    void tenThousandConnectionsLeftOpenAreBounded()
    {
        // As many as this process may have; 10,000 where the system allows it.
        rlimit files = {};
        getrlimit(RLIMIT_NOFILE, &files);
        files.rlim_cur = std::min<rlim_t>(files.rlim_max, 10'200);
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &files), 0);
        const int wanted = int(std::min<rlim_t>(10'000, files.rlim_cur - 100));

        const QByteArray beginning = "GET /v1/datasets HTTP/1.1\r\nHost: loc";
        std::vector<int> sockets;
        for (int i = 0; i < wanted; ++i) {
            sockets.push_back(connected());
            QVERIFY(sockets.back() >= 0);
            if (i % 2 == 0) // Half of them begin to speak.
                std::ignore = ::send(sockets.back(), beginning.constData(), size_t(beginning.size()), MSG_NOSIGNAL);
        }
        QVERIFY2(peak() < mostMemory, qPrintable(QString::number(peak() >> 20) + " MiB"_L1));
        qInfo("%d connections, %lld MiB", wanted, peak() >> 20);
        for (const int socket : sockets)
            ::close(socket);
        QTRY_COMPARE_WITH_TIMEOUT(client().get("/v1/datasets").status, 200, 60'000);
    }

private:
    //! A connection, or one that the system has not made yet because the server takes no more.
    int connected() const
    {
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_port = htons(quint16(m_server->url().port()));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
        ::fcntl(socket, F_SETFL, O_NONBLOCK);
        std::ignore = ::connect(socket, reinterpret_cast<sockaddr *>(&address), sizeof address);
        return socket;
    }
#endif

private:
    HttpClient client() const
    {
        return HttpClient(m_server->url(), m_server->key());
    }

    QByteArray newDataset()
    {
        const QString name = QUuid::createUuid().toString(QUuid::Id128);
        return client().sendJson("POST", "/v1/datasets", {{u"name"_s, name}}).json()["id"_L1].toString().toLatin1();
    }

    int filesLargerThan(qint64 size) const
    {
        int count = 0;
        for (QDirIterator files(m_server->folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
             files.hasNext();) {
            files.next();
            count += files.fileInfo().size() > size ? 1 : 0;
        }
        return count;
    }

    //! The most memory that the server has held, where the system tells it by /proc.
    qint64 peak() const
    {
        QFile status(u"/proc/%1/status"_s.arg(m_server->process().processId()));
        if (!status.open(QIODevice::ReadOnly))
            return 0;
        const QByteArray text = status.readAll();
        const QByteArray line = "VmHWM:";
        return text.mid(text.indexOf(line) + line.size()).trimmed().split(' ').constFirst().toLongLong() * 1024;
    }

    const QByteArray m_key = "test-key";
    std::unique_ptr<ServerProcess> m_server;
};

LOREDESK_TEST(tst_security, TestSecurity)
#include "tst_security.moc"
