// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apiclient.h"
#include "app/api/chunksapi.h"
#include "app/api/datasetsapi.h"
#include "app/api/documentsapi.h"
#include "app/api/requestbody.h"
#include "tests/support/await.h"
#include "tests/support/rawserver.h"
#include "tests/support/testmain.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

//! What really goes over the wire when something is written.
class TestRequestBody : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<RawServer>();
        m_network = std::make_unique<QNetworkAccessManager>();
        m_client = std::make_unique<ApiClient>(*m_network);
        m_client->setServer(m_server->baseUrl(), "key");
        m_client->setRetries(2, 1);
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void aWriteIsSentOnceWhenTheServerClosesWithoutAnAnswer_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::newRow("POST") << QByteArray("POST");
        QTest::newRow("PATCH") << QByteArray("PATCH");
        QTest::newRow("DELETE") << QByteArray("DELETE");
        QTest::newRow("upload") << QByteArray("upload");
    }
    void aWriteIsSentOnceWhenTheServerClosesWithoutAnAnswer()
    {
        QFETCH(QByteArray, verb);
        m_server->closes = true;

        const auto answer = await(write(verb));

        QCOMPARE(answer.error().kind, ApiError::Kind::Network);
        QVERIFY(!answer.error().message.isEmpty());
        QCOMPARE(m_server->requests.size(), 1);
    }

    void aWriteIsSentOnceOverAConnectionThatWasUsedBefore_data()
    {
        aWriteIsSentOnceWhenTheServerClosesWithoutAnAnswer_data();
    }
    void aWriteIsSentOnceOverAConnectionThatWasUsedBefore()
    {
        QFETCH(QByteArray, verb);
        m_server->answer = "HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{\"id\":\"x\"}\n";
        QVERIFY(await(DatasetsApi(*m_client).get(u"x"_s)));
        m_server->answer.clear();
        m_server->closes = true;
        m_server->requests.clear();

        QVERIFY(!await(write(verb)));

        QCOMPARE(m_server->requests.size(), 1);
    }

    void aReadIsSentAgain()
    {
        m_server->closes = true;

        QVERIFY(!await(DatasetsApi(*m_client).get(u"x"_s)));

        QVERIFY(m_server->requests.size() >= 3);
    }

    void anAnswerThatIsCutOffIsAnError()
    {
        m_server->answer = "HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n{\"id\":\"x\"}";
        m_server->closes = true;

        QCOMPARE(await(DatasetsApi(*m_client).get(u"x"_s)).error().kind, ApiError::Kind::Network);
    }

    void aSilentServerIsNotWaitedForAfterCancel()
    {
        QSignalSpy arrived(m_server.get(), &RawServer::requested);
        QPointer<CallBase> call = DatasetsApi(*m_client).get(u"x"_s);
        QVERIFY(arrived.wait());

        call->cancel();

        QTRY_VERIFY(!call);
    }

    void anUploadHasTheFileAndItsDataAsParts()
    {
        m_server->answer
            = "HTTP/1.1 200 OK\r\nContent-Length: 39\r\n\r\n{\"document\":{\"id\":\"d\"},\"batch\":\"b1\"}\r\n\r\n";
        const QString path = file("note", "first line\nsecond line\n");

        const auto created = await(DocumentsApi(*m_client).createByFile(u"x"_s, path, u"Bücher \"neu\".md"_s, {}));

        QVERIFY2(created, qPrintable(created ? QString() : created.error().message));
        QCOMPARE(created->batch, u"b1"_s);
        const QByteArray sent = m_server->requests.last();
        QVERIFY(sent.startsWith("POST /v1/datasets/x/document/create-by-file HTTP/1.1\r\n"));
        QVERIFY(sent.contains("name=\"file\"; filename=\"B\xc3\xbc"
                              "cher %22neu%22.md\""));
        QVERIFY(sent.contains("\r\n\r\nfirst line\nsecond line\n\r\n--"));
        QVERIFY(sent.contains("\"duplicate\":false"));
    }

    void aFileOfManyMebibytesArrivesWhole()
    {
        m_server->answer
            = "HTTP/1.1 200 OK\r\nContent-Length: 35\r\n\r\n{\"document\":{\"id\":\"d\"},\"batch\":\"b\"}\n";
        QByteArray content(5 * 1024 * 1024, 'x');
        for (qsizetype i = 0; i < content.size(); i += 97)
            content[i] = static_cast<char>(i % 251);
        auto *call = DocumentsApi(*m_client).createByFile(u"x"_s, file("big", content), u"big.txt"_s, {});
        QList<qint64> progress;
        connect(call, &CallBase::sent, this, [&](qint64 bytes, qint64) { progress.append(bytes); });

        QVERIFY(await(call));

        QVERIFY(m_server->requests.last().contains(content));
        QVERIFY(progress.size() > 2);
        QVERIFY(std::is_sorted(progress.begin(), progress.end()));
        QVERIFY(progress.last() > content.size());
    }

    void aFileThatCannotBeReadIsNotSent()
    {
        const auto answer
            = await(DocumentsApi(*m_client).createByFile(u"x"_s, m_folder->filePath(u"none"_s), u"none"_s, {}));

        QCOMPARE(answer.error().kind, ApiError::Kind::Network);
        QVERIFY(!answer.error().message.isEmpty());
        QCOMPARE(m_server->requests.size(), 0);
    }

    void aFolderIsNotSent()
    {
        QVERIFY(!await(DocumentsApi(*m_client).createByFile(u"x"_s, m_folder->path(), u"folder"_s, {})));
        QCOMPARE(m_server->requests.size(), 0);
    }

    void aFileThatShrinksWhileItIsSentIsReported()
    {
        const QString path = file("shrinks", QByteArray(8 * 1024 * 1024, 'x'));
        auto *call = DocumentsApi(*m_client).createByFile(u"x"_s, path, u"shrinks.txt"_s, {});
        connect(call, &CallBase::sent, this, [path] { QFile::resize(path, 10); });

        const auto answer = await(call);

        QVERIFY(!answer);
        QCOMPARE(answer.error().message, u"The file changed while it was sent."_s);
        QCOMPARE(m_server->requests.size(), 0);
    }

    void aFileThatIsRewrittenWhileItIsSentIsReported()
    {
        const QString path = file("rewritten", QByteArray(8 * 1024 * 1024, 'x'));
        auto *call = DocumentsApi(*m_client).createByFile(u"x"_s, path, u"rewritten.txt"_s, {});
        connect(call, &CallBase::sent, this, [path] {
            QFile changed(path);
            QVERIFY(changed.open(QIODevice::ReadWrite));
            changed.setFileTime(QDateTime::fromSecsSinceEpoch(1), QFileDevice::FileModificationTime);
        });

        QCOMPARE(await(call).error().message, u"The file changed while it was sent."_s);
        QCOMPARE(m_server->requests.size(), 0);
    }

    void cancellingAnUploadStopsIt()
    {
        QPointer<CallBase> call = DocumentsApi(*m_client).createByFile(
            u"x"_s, file("stopped", QByteArray(8 * 1024 * 1024, 'x')), u"stopped.txt"_s, {});
        connect(call, &CallBase::sent, call, &CallBase::cancel);
        connect(call, &CallBase::finished, this, [] { QFAIL("reported"); });

        QTRY_VERIFY(!call);
        QCOMPARE(m_server->requests.size(), 0);
    }

private:
    QString file(const char *name, const QByteArray &content)
    {
        QFile out(m_folder->filePath(QLatin1StringView(name)));
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            qFatal("cannot write the test's file");
        return out.fileName();
    }

    Call<Done> *write(const QByteArray &verb)
    {
        if (verb == "DELETE")
            return m_client->remove(u"/datasets/x"_s);
        if (verb == "PATCH")
            return m_client->tell("PATCH", u"/datasets/x"_s, {{u"name"_s, u"y"_s}});
        if (verb == "upload")
            return new Call<Done>(*m_client, {.verb = "POST",
                                              .path = u"/upload"_s,
                                              .upload = ApiRequest::Upload{file("some", "text"), u"some.txt"_s, "{}"},
                                              .priority = ApiClient::Priority::Transfer});
        return m_client->tell("POST", u"/datasets"_s, {{u"name"_s, u"y"_s}});
    }

    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<QTemporaryDir> m_folder;
};

LOREDESK_TEST(tst_requestbody, TestRequestBody)
#include "tst_requestbody.moc"
