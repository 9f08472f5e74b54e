// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/download.h"

#include "app/api/apiclient.h"
#include "app/api/documentsapi.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestDownload : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_network = std::make_unique<FakeNetwork>();
        m_client = std::make_unique<ApiClient>(*m_network);
        m_client->setServer(QUrl(u"https://api.test/v1"_s), "key");
        m_client->setRetries(0, 1);
        m_api = std::make_unique<DocumentsApi>(*m_client);
    }

    void cleanup()
    {
        m_api.reset();
        m_client.reset();
        m_network.reset();
    }

    void oneOriginalIsSavedAsItIs()
    {
        m_network->answer(u"GET /v1/datasets/d/documents/1/download"_s,
                          QJsonObject{{u"url"_s, u"https://files.test/files/1?sign=x"_s}});
        m_network->answer(u"GET /files/1?sign=x"_s, {.body = "the original"});
        Download download(*m_api, u"d"_s);
        QSignalSpy finished(&download, &Download::finished);
        download.saveOne(u"1"_s, path(u"a.pdf"_s));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(content(u"a.pdf"_s), QByteArray("the original"));
        QCOMPARE(download.saved(), QStringList{path(u"a.pdf"_s)});
        QVERIFY(!m_network->requests.last().request.hasRawHeader("Authorization"));
    }

    void manyComeAsOneZip()
    {
        m_network->answer(zip, {.body = "zip"});
        Download download(*m_api, u"d"_s);
        QSignalSpy finished(&download, &Download::finished);
        download.saveZips({u"1"_s, u"2"_s}, path(u"all.zip"_s));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(content(u"all.zip"_s), QByteArray("zip"));
        QCOMPARE(m_network->requests.first().json()["document_ids"_L1].toArray(), (QJsonArray{u"1"_s, u"2"_s}));
    }

    void moreThanAHundredComeInSeveral()
    {
        m_network->answer(zip, {.body = "zip"});
        Download download(*m_api, u"d"_s);
        QSignalSpy finished(&download, &Download::finished);
        download.saveZips(QStringList(250, u"1"_s), path(u"all.zip"_s));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(m_network->requests.size(), 3);
        QCOMPARE(m_network->requests.last().json()["document_ids"_L1].toArray().size(), 50);
        QCOMPARE(content(u"all (3 of 3).zip"_s), QByteArray("zip"));
        QCOMPARE(download.fraction(), 1.);
    }

    void whatIsThereAlreadyIsNotOverwritten()
    {
        QFile there(path(u"all (2 of 2).zip"_s));
        QVERIFY(there.open(QIODevice::WriteOnly));
        Download download(*m_api, u"d"_s);
        QSignalSpy failed(&download, &Download::failed);
        download.saveZips(QStringList(101, u"1"_s), path(u"all.zip"_s));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().toString().endsWith(u"is there already."_s));
        QVERIFY(m_network->requests.isEmpty());
    }

    void aFailureIsToldInTheServersWordsAndLeavesNoFile()
    {
        m_network->answer(zip, QJsonObject{{u"code"_s, u"not_found"_s}, {u"message"_s, u"Document not found."_s}}, 404);
        Download download(*m_api, u"d"_s);
        QSignalSpy failed(&download, &Download::failed);
        download.saveZips({u"1"_s}, path(u"all.zip"_s));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().toString().startsWith(u"Document not found."_s));
        QVERIFY(!QFile::exists(path(u"all.zip"_s)));
    }

    void whatIsDeletedIsStopped()
    {
        m_network->hang(zip);
        auto download = std::make_unique<Download>(*m_api, u"d"_s);
        download->saveZips({u"1"_s}, path(u"all.zip"_s));
        QTRY_COMPARE(m_network->hanging(), 1);
        download.reset();
        QTRY_COMPARE(m_network->aborted, 1);
        QVERIFY(!QFile::exists(path(u"all.zip"_s)));
    }

private:
    const QString zip = u"POST /v1/datasets/d/documents/download-zip"_s;

    QString path(const QString &name) const { return m_folder->filePath(name); }

    QByteArray content(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<DocumentsApi> m_api;
};

LOREDESK_TEST(tst_download, TestDownload)
#include "tst_download.moc"
