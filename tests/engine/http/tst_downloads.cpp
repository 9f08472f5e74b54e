// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpclient.h"
#include "tests/support/serverprocess.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

//! The originals of documents, as a client gets them.
class TestDownloads : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(m_server.start(), qUtf8Printable(m_server.errors()));
        m_client = std::make_unique<HttpClient>(m_server.url(), m_server.key());
        const auto dataset = m_client->sendJson("POST", "/v1/datasets",
                                                {{u"name"_s, u"base"_s}, {u"indexing_technique"_s, u"economy"_s}});
        m_dataset = "/v1/datasets/" + dataset.json()["id"_L1].toString().toLatin1();
        m_bytes = QByteArray("All of these bytes, and no others.\r\n").repeated(10'000);
        m_document = upload("käse & more.txt", m_bytes);
        QVERIFY(!m_document.isEmpty());
    }

    void anOriginalIsFetchedWithoutTheKeyByItsLink()
    {
        HttpClient stranger(m_server.url());
        const HttpAnswer file = stranger.get(link("/download", u"url"_s));
        QCOMPARE(file.status, 200);
        QCOMPARE(file.body, m_bytes);
        QCOMPARE(file.headers.value("content-length").toLongLong(), m_bytes.size());
        QCOMPARE(file.headers.value("content-type"), "application/octet-stream");
        QCOMPARE(file.headers.value("content-disposition"), "attachment; filename*=UTF-8''k%C3%A4se%20%26%20more.txt");
    }

    void onlyItsHeadersAreSentToWhoWantsNoMore()
    {
        QVERIFY(m_client->open());
        QVERIFY(m_client->write("HEAD " + link("/download", u"url"_s) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"));
        const HttpAnswer head = m_client->read(false);
        QCOMPARE(head.status, 200);
        QCOMPARE(head.headers.value("content-length").toLongLong(), m_bytes.size());
    }

    void oldClientsAreToldWhatTheFileIs()
    {
        const QJsonObject file = m_client->get(documentPath() + "/upload-file").json();
        QCOMPARE(file["name"_L1].toString(), u"käse & more.txt"_s);
        QCOMPARE(file["extension"_L1].toString(), u"txt"_s);
        QCOMPARE(file["mime_type"_L1].toString(), u"text/plain"_s);
        QCOMPARE(file["size"_L1].toInteger(), m_bytes.size());
        QVERIFY(file["created_at"_L1].isDouble());
        for (const QString &name : {u"url"_s, u"download_url"_s})
            QCOMPARE(m_client->get(link("/upload-file", name)).body, m_bytes);
        QCOMPARE(m_client->get(m_dataset + "/documents/00000000-0000-4000-8000-000000000000/upload-file").status, 404);
    }

    void anArchiveHasAllThatWasAskedForAndLeavesNothingBehind()
    {
        const QJsonArray ids{m_document, m_document};
        const HttpAnswer archive
            = m_client->sendJson("POST", m_dataset + "/documents/download-zip", {{u"document_ids"_s, ids}});
        QCOMPARE(archive.status, 200);
        QCOMPARE(archive.headers.value("content-type"), "application/zip");
        QVERIFY(archive.body.startsWith("PK"));
        QVERIFY(archive.body.contains("k\xC3\xA4se & more (1).txt"));
        QCOMPARE(m_client->get("/v1/datasets").status, 200); // the answer before is done with
        QTRY_VERIFY(QDir(m_server.folder() + u"/incoming"_s).isEmpty());
    }

    void theLinkOfADeletedDocumentLeadsNowhere()
    {
        const QByteArray document = upload("short.txt", "gone soon").toLatin1();
        const QByteArray path = m_dataset + "/documents/" + document;
        const QByteArray target = pathOf(m_client->get(path + "/download").json()["url"_L1].toString());
        QCOMPARE(m_client->get(target).body, "gone soon");
        QCOMPARE(m_client->send("DELETE", path).status, 204);
        QTRY_COMPARE(m_client->get(target).status, 404);
    }

private:
    QByteArray documentPath() const { return m_dataset + "/documents/" + m_document.toLatin1(); }
    static QByteArray pathOf(const QString &url)
    {
        return QUrl(url).toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    }
    QByteArray link(const QByteArray &route, const QString &name)
    {
        return pathOf(m_client->get(documentPath() + route).json()[name].toString());
    }

    //! Returns its id.
    QString upload(const QByteArray &name, const QByteArray &bytes)
    {
        const QByteArray body = formBody(
            {{"data", R"({"process_rule":{"mode":"automatic"}})", {}, {}}, {"file", bytes, name, "text/plain"}});
        return m_client
            ->send("POST", m_dataset + "/document/create-by-file", body,
                   {{"Content-Type", "multipart/form-data; boundary=boundary"}})
            .json()["document"_L1]["id"_L1]
            .toString();
    }

    ServerProcess m_server;
    std::unique_ptr<HttpClient> m_client;
    QByteArray m_dataset; //!< Its path.
    QString m_document;
    QByteArray m_bytes;
};

LOREDESK_TEST(tst_downloads, TestDownloads)
#include "tst_downloads.moc"
