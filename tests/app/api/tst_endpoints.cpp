// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/chunksapi.h"
#include "app/api/datasetsapi.h"
#include "app/api/documentsapi.h"
#include "app/api/retrievalapi.h"
#include "tests/app/api/apitest.h"

#include <QTemporaryFile>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Endpoint
{
    QString request;
    bool hasValue = true; //!< Its answer has something to read.
    std::function<std::optional<ApiError>(ApiClient &)> ask;
};

template <typename T>
std::optional<ApiError> errorOf(Call<T> *call)
{
    const auto result = await(call);
    return result ? std::nullopt : std::optional(result.error());
}

} // namespace

//! What holds for every endpoint: an answer that is not what it promises is an error, never an empty value.
class TestEndpoints : public ApiTest
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_file.open() && m_file.write("text") > 0 && m_file.flush());
        addEndpoints();
    }
    void init() { renew(); }

    void malformedAnswersAreErrors_data()
    {
        QTest::addColumn<int>("endpoint");
        QTest::addColumn<QByteArray>("body");
        for (int i = 0; i < m_endpoints.size(); ++i) {
            const auto row = [&](const QString &what, const QByteArray &body) {
                QTest::newRow(qPrintable(m_endpoints.at(i).request + u": "_s + what)) << i << body;
            };
            row(u"a page"_s, " <!doctype html><html>Sign in to the network</html>");
            if (!m_endpoints.at(i).hasValue)
                continue;
            row(u"nothing"_s, "");
            row(u"cut off"_s, "{\"data\":[{\"id\":\"a\"},{\"id\":");
            row(u"a list"_s, "[1,2]");
            row(u"other data"_s, "{\"result\":\"success\"}");
            row(u"wrong types"_s, "{\"id\":7,\"data\":7,\"document\":7,\"records\":7}");
        }
    }
    void malformedAnswersAreErrors()
    {
        QFETCH(int, endpoint);
        QFETCH(QByteArray, body);
        network->answer(m_endpoints.at(endpoint).request, {.body = body});

        const auto error = m_endpoints.at(endpoint).ask(*client);

        QVERIFY(error);
        QCOMPARE(error->kind, ApiError::Kind::Parse);
        QCOMPARE(error->httpStatus, 200);
        QVERIFY(!error->message.isEmpty());
    }

    void aRefusedKeyIsReportedByAll_data()
    {
        QTest::addColumn<int>("endpoint");
        for (int i = 0; i < m_endpoints.size(); ++i)
            QTest::newRow(qPrintable(m_endpoints.at(i).request)) << i;
    }
    void aRefusedKeyIsReportedByAll()
    {
        QFETCH(int, endpoint);
        answerAsRecorded(m_endpoints.at(endpoint).request, u"1.15.0/a006_auth__wrong_key"_s);

        const auto error = m_endpoints.at(endpoint).ask(*client);

        QVERIFY(error);
        QCOMPARE(error->kind, ApiError::Kind::Unauthorized);
        QCOMPARE(error->message, u"Access token is invalid"_s);
        QCOMPARE(client->serverVersion(), u"1.15.0"_s);
    }

    void fieldsThatAreNullOrUnknownAreNoErrors()
    {
        network->answer(u"GET /v1/datasets?page=1&limit=20"_s,
                        {.body
                         = "{\"data\":[{\"id\":\"a\",\"name\":null,\"document_count\":null,\"word_count\":\"12.0\","
                           "\"indexing_technique\":null,\"retrieval_model_dict\":null,\"new\":{\"in\":[\"2027\"]}},"
                           "null,7],\"total\":null}"});

        const auto page = await(DatasetsApi(*client).list(1, 20));

        QVERIFY(page);
        QCOMPARE(page->items.first().documentCount, 0);
        QCOMPARE(page->items.first().wordCount, 12);
        QCOMPARE(page->total, -1);
    }

private:
    void add(const QString &request, bool hasValue, std::function<std::optional<ApiError>(ApiClient &)> ask)
    {
        m_endpoints.append({request, hasValue, std::move(ask)});
    }

    void addEndpoints()
    {
        const QString d = u"/v1/datasets/d"_s;
        add(u"GET /v1/datasets?page=1&limit=20"_s, true, [](auto &c) { return errorOf(DatasetsApi(c).list(1, 20)); });
        add(u"POST /v1/datasets"_s, true, [](auto &c) { return errorOf(DatasetsApi(c).create({.name = u"n"_s})); });
        add(u"GET "_s + d, true, [](auto &c) { return errorOf(DatasetsApi(c).get(u"d"_s)); });
        add(u"PATCH "_s + d, true, [](auto &c) { return errorOf(DatasetsApi(c).update(u"d"_s, {})); });
        add(u"DELETE "_s + d, false, [](auto &c) { return errorOf(DatasetsApi(c).remove(u"d"_s)); });

        add(u"GET "_s + d + u"/documents?page=1&limit=20"_s, true,
            [](auto &c) { return errorOf(DocumentsApi(c).list(u"d"_s, 1, 20)); });
        add(u"GET "_s + d + u"/documents?page=2&limit=20"_s, true,
            [](auto &c) { return errorOf(DocumentsApi(c).poll(u"d"_s, 2, 20)); });
        add(u"GET "_s + d + u"/documents/a"_s, true,
            [](auto &c) { return errorOf(DocumentsApi(c).get(u"d"_s, u"a"_s)); });
        add(u"POST "_s + d + u"/document/create-by-text"_s, true,
            [](auto &c) { return errorOf(DocumentsApi(c).createByText(u"d"_s, u"n"_s, u"t"_s, {})); });
        add(u"POST "_s + d + u"/document/create-by-file"_s, true, [this](auto &c) {
            return errorOf(DocumentsApi(c).createByFile(u"d"_s, m_file.fileName(), u"n.txt"_s, {}));
        });
        add(u"POST "_s + d + u"/documents/a/update-by-file"_s, true, [this](auto &c) {
            return errorOf(DocumentsApi(c).updateByFile(u"d"_s, u"a"_s, m_file.fileName(), {.name = u"n.txt"_s}));
        });
        add(u"DELETE "_s + d + u"/documents/a"_s, false,
            [](auto &c) { return errorOf(DocumentsApi(c).remove(u"d"_s, u"a"_s)); });
        add(u"PATCH "_s + d + u"/documents/status/enable"_s, false,
            [](auto &c) { return errorOf(DocumentsApi(c).setStatus(u"d"_s, {u"a"_s}, DocumentsApi::Action::Enable)); });
        add(u"GET "_s + d + u"/documents/b/indexing-status"_s, true,
            [](auto &c) { return errorOf(DocumentsApi(c).indexingStatus(u"d"_s, u"b"_s)); });

        const QString segments = d + u"/documents/a/segments"_s;
        add(u"GET "_s + segments + u"?page=1&limit=20"_s, true,
            [](auto &c) { return errorOf(ChunksApi(c).list(u"d"_s, u"a"_s, 1, 20)); });
        add(u"POST "_s + segments, true, [](auto &c) {
            return errorOf(ChunksApi(c).create(u"d"_s, u"a"_s, {{u"t"_s, {}, {}}}));
        });
        add(u"GET "_s + segments + u"/c"_s, true,
            [](auto &c) { return errorOf(ChunksApi(c).get(u"d"_s, u"a"_s, u"c"_s)); });
        add(u"POST "_s + segments + u"/c"_s, true,
            [](auto &c) { return errorOf(ChunksApi(c).update(u"d"_s, u"a"_s, u"c"_s, ChunkChanges({}))); });
        add(u"DELETE "_s + segments + u"/c"_s, false,
            [](auto &c) { return errorOf(ChunksApi(c).remove(u"d"_s, u"a"_s, u"c"_s)); });
        add(u"POST "_s + d + u"/retrieve"_s, true,
            [](auto &c) { return errorOf(RetrievalApi(c).retrieve(u"d"_s, u"q"_s, {})); });
    }

    QTemporaryFile m_file;
    QList<Endpoint> m_endpoints;
};

LOREDESK_TEST(tst_endpoints, TestEndpoints)
#include "tst_endpoints.moc"
