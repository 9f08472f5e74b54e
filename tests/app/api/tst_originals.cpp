// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/documentsapi.h"
#include "tests/app/api/apitest.h"

#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

//! The files that documents were made of, as they come back.
class TestOriginals : public ApiTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }

    void theOriginalHasASignedAddress_data()
    {
        QTest::addColumn<QString>("fixture");
        QTest::addColumn<QString>("path");
        QTest::newRow("0.15.3") << u"0.15.3/515_upload_file_existing_document"_s << u"upload-file"_s;
        QTest::newRow("1.15.0") << u"1.15.0/e107_downloadDocument__ok"_s << u"download"_s;
    }
    void theOriginalHasASignedAddress()
    {
        QFETCH(QString, fixture);
        QFETCH(QString, path);
        tellVersion(fixture.section(u'/', 0, 0));
        answerAsRecorded(u"GET /v1/datasets/d1/documents/a/"_s + path, fixture);

        const auto url = await(DocumentsApi(*client).originalUrl(u"d1"_s, u"a"_s));

        QVERIFY(url->path().endsWith("/file-preview"_L1));
        QVERIFY(url->query().contains("as_attachment=true"_L1));
    }

    void anAddressThatIsNotOfTheWebIsNotTaken()
    {
        network->answer(u"GET /v1/datasets/d1/documents/a/download"_s,
                        QJsonObject{{u"url"_s, u"file:///etc/passwd"_s}});

        QCOMPARE(await(DocumentsApi(*client).originalUrl(u"d1"_s, u"a"_s)).error().kind, ApiError::Kind::Parse);
    }

    void anOriginalGoesToDiskWithoutTheKey()
    {
        answerAsRecorded(u"GET /files/f?sign=s"_s, u"1.15.0/e113_fileContent__text_document"_s);
        const QTemporaryDir folder;
        const QString saveAs = folder.filePath(u"original.txt"_s);

        QVERIFY(await(DocumentsApi(*client).download(QUrl(u"https://files.test/files/f?sign=s"_s), saveAs)));

        QFile saved(saveAs);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll(), "Text for download.");
        QVERIFY(!network->requests.last().request.hasRawHeader("Authorization"));
    }

    void aDownloadThatFailsLeavesTheOldFileAlone_data()
    {
        QTest::addColumn<FakeNetwork::Answer>("answer");
        QTest::newRow("refused") << FakeNetwork::recorded(u"1.15.0/e109_fileContent__signed_url_bad_sign"_s);
        QTest::newRow("a page") << FakeNetwork::Answer{.body = "<html>Sign in</html>",
                                                       .headers = {{"Content-Type", "text/html"}}};
        QTest::newRow("lost") << FakeNetwork::Answer{.status = 0, .failure = QNetworkReply::TimeoutError};
    }
    void aDownloadThatFailsLeavesTheOldFileAlone()
    {
        QFETCH(FakeNetwork::Answer, answer);
        network->answer(u"GET /files/f"_s, answer);
        const QString old = file();

        QVERIFY(!await(DocumentsApi(*client).download(QUrl(u"https://files.test/files/f"_s), old)));

        QFile kept(old);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), "the content of the file");
    }

    void aFileThatCannotBeWrittenIsSaidBeforeAnythingIsAsked()
    {
        const auto done
            = await(DocumentsApi(*client).download(QUrl(u"https://files.test/files/f"_s), u"/nowhere/at/all/x"_s));

        QVERIFY(done.error().message.contains("/nowhere/at/all/x"_L1));
        QVERIFY(network->requests.isEmpty());
    }

    void manyOriginalsComeAsOneZip()
    {
        answerAsRecorded(u"POST /v1/datasets/d1/documents/download-zip"_s, u"1.15.0/e117_downloadDocumentsZip__ok"_s);
        const QTemporaryDir folder;
        const QString saveAs = folder.filePath(u"all.zip"_s);

        QVERIFY(await(DocumentsApi(*client).downloadZip(u"d1"_s, {u"a"_s, u"b"_s}, saveAs)));

        QCOMPARE(QFileInfo(saveAs).size(), 1019);
        QCOMPARE(sentJson(), (QJsonObject{{u"document_ids"_s, QJsonArray{u"a"_s, u"b"_s}}}));
    }
};

LOREDESK_TEST(tst_originals, TestOriginals)
#include "tst_originals.moc"
