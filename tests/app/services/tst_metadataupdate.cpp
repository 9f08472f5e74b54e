// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/metadataupdate.h"

#include "app/api/apiclient.h"
#include "app/api/documentsapi.h"
#include "app/api/metadataapi.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestMetadataUpdate : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_network = std::make_unique<FakeNetwork>();
        m_client = std::make_unique<ApiClient>(*m_network);
        m_client->setServer(QUrl(u"https://api.test/v1"_s), "key");
        m_client->setRetries(0, 1);
        m_metadata = std::make_unique<MetadataApi>(*m_client);
        m_documents = std::make_unique<DocumentsApi>(*m_client);
        m_refused.clear();
        m_stored.clear();
        m_network->respond = [this](const FakeNetwork::Request &request) { return respond(request); };
    }

    void cleanup()
    {
        m_documents.reset();
        m_metadata.reset();
        m_client.reset();
        m_network.reset();
    }

    void manyDocumentsGoInFewRequests()
    {
        MetadataUpdate update(*m_metadata, *m_documents, u"d"_s, true);
        QSignalSpy finished(&update, &MetadataUpdate::finished);
        update.start(ids(120), {author(u"Ann"_s)});
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(m_stored.size(), 120);
        QCOMPARE(m_network->requests.size(), 3);
        QCOMPARE(update.done(), 120);
        QVERIFY(update.failures().isEmpty());
    }

    void oneThatIsRefusedIsFoundAndAllOthersAreChanged()
    {
        m_refused = {u"17"_s, u"60"_s};
        MetadataUpdate update(*m_metadata, *m_documents, u"d"_s, true);
        QSignalSpy finished(&update, &MetadataUpdate::finished);
        update.start(ids(100), {author(u"Ann"_s)});
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(m_stored.size(), 98);
        QCOMPARE(update.failures().size(), 2);
        QCOMPARE(update.failures().constFirst().documentId, u"17"_s);
        QCOMPARE(update.failures().constFirst().error.message, u"Document not found."_s);
        QVERIFY(m_network->requests.size() < 30);
    }

    void aServerThatIsGoneIsNotAskedForEachDocument()
    {
        m_network->respond = {};
        m_network->fail(u"POST /v1/datasets/d/documents/metadata"_s, QNetworkReply::ConnectionRefusedError);
        MetadataUpdate update(*m_metadata, *m_documents, u"d"_s, true);
        QSignalSpy finished(&update, &MetadataUpdate::finished);
        update.start(ids(120), {author(u"Ann"_s)});
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(m_network->requests.size(), 1);
        QCOMPARE(update.failures().size(), 120);
        QCOMPARE(update.done(), 120);
    }

    void whereAServerErasesTheOthersTheyAreSentAgain()
    {
        MetadataUpdate update(*m_metadata, *m_documents, u"d"_s, false);
        QSignalSpy finished(&update, &MetadataUpdate::finished);
        update.start({u"1"_s, u"2"_s}, {author(u"Ann"_s)});
        QTRY_COMPARE(finished.size(), 1);
        const QJsonObject change = m_network->requests.last().json()["operation_data"_L1][0].toObject();
        QVERIFY(!change.contains("partial_update"_L1));
        QHash<QString, QJsonValue> sent;
        const QJsonArray values = change["metadata_list"_L1].toArray();
        for (const auto value : values)
            sent[value["name"_L1].toString()] = value["value"_L1];
        QCOMPARE(sent.size(), 2); // and none of the built-in ones
        QCOMPARE(sent[u"author"_s], QJsonValue(u"Ann"_s));
        QCOMPARE(sent[u"pages"_s], QJsonValue(7));
    }

    void whatIsCancelledIsNotSent()
    {
        m_network->respond = {};
        m_network->hang(u"POST /v1/datasets/d/documents/metadata"_s);
        MetadataUpdate update(*m_metadata, *m_documents, u"d"_s, true);
        QSignalSpy finished(&update, &MetadataUpdate::finished);
        update.start(ids(120), {author(u"Ann"_s)});
        QTRY_COMPARE(m_network->hanging(), 1);
        update.cancel();
        QTRY_COMPARE(m_network->aborted, 1);
        QCOMPARE(finished.size(), 0);
        QCOMPARE(m_network->requests.size(), 1);
    }

private:
    static QStringList ids(int count)
    {
        QStringList all;
        for (int number = 1; number <= count; ++number)
            all.append(QString::number(number));
        return all;
    }

    static MetadataValue author(const QString &name) { return {u"f1"_s, u"author"_s, MetadataType::Text, name}; }

    //! As recorded: it stops at the first document that fails and keeps what was done until then.
    std::optional<FakeNetwork::Answer> respond(const FakeNetwork::Request &request)
    {
        if (request.name.startsWith("GET /v1/datasets/d/documents/"_L1)) {
            return FakeNetwork::Answer{.body = R"({"id":"1","doc_metadata":[
                {"id":"f1","name":"author","type":"string","value":"Old"},
                {"id":"f2","name":"pages","type":"number","value":7},
                {"id":"built-in","name":"source","type":"string","value":"file_upload"}]})"};
        }
        const QJsonArray changes = request.json()["operation_data"_L1].toArray();
        for (const auto change : changes) {
            const QString id = change["document_id"_L1].toString();
            if (m_refused.contains(id)) {
                return FakeNetwork::Answer{
                    .status = 400, .body = R"({"code":"invalid_param","message":"Document not found.","status":400})"};
            }
            m_stored.insert(id);
        }
        return FakeNetwork::Answer{.body = R"({"result":"success"})"};
    }

    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<MetadataApi> m_metadata;
    std::unique_ptr<DocumentsApi> m_documents;
    QStringList m_refused;
    QSet<QString> m_stored;
};

LOREDESK_TEST(tst_metadataupdate, TestMetadataUpdate)
#include "tst_metadataupdate.moc"
