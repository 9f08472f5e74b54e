// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/api/apitest.h"
#include "tests/app/api/recordedcalls.h"
#include "tests/support/recordings.h"

#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace {

//! Whether a server takes this value where none is sent.
bool isDefault(const QString &key, const QJsonValue &value)
{
    static const QJsonObject defaults{
        {u"page"_s, u"1"_s}, {u"limit"_s, u"20"_s}, {u"doc_form"_s, u"text_model"_s}, {u"permission"_s, u"only_me"_s}};
    return defaults[key] == value;
}

//! Where two JSON values differ first, by its key; empty: nowhere.
QString difference(const QJsonValue &recorded, const QJsonValue &sent, const QString &key)
{
    if (recorded.isObject() && sent.isObject()) {
        const QJsonObject left = recorded.toObject();
        const QJsonObject right = sent.toObject();
        for (auto it = left.begin(); it != left.end(); ++it) {
            if (!right.contains(it.key()))
                return u"names "_s + it.key() + u", which the call does not"_s;
        }
        for (auto it = right.begin(); it != right.end(); ++it) {
            if (!left.contains(it.key()))
                return u"leaves out "_s + it.key() + u", which the call always says"_s
                       + (isDefault(it.key(), it.value()) ? u": what the server takes then"_s : QString());
            const QString inside = difference(left[it.key()], it.value(), it.key());
            if (!inside.isEmpty())
                return inside;
        }
        return {};
    }
    if (recorded.isArray() && sent.isArray() && recorded.toArray().size() == sent.toArray().size()) {
        for (qsizetype i = 0; i < recorded.toArray().size(); ++i) {
            const QString inside = difference(recorded.toArray().at(i), sent.toArray().at(i), key);
            if (!inside.isEmpty())
                return inside;
        }
        return {};
    }
    return recorded == sent ? QString() : u"has a value of "_s + key + u" that the call does not send"_s;
}

} // namespace

//! Every exchange that was recorded from a real server, by the typed calls: its answer is read, and its request
//! written.
class TestRecordings : public ApiTest
{
    Q_OBJECT

private slots:
    void everyAnswerIsRead_data() { rows(); }
    void everyAnswerIsRead()
    {
        QFETCH(QString, version);
        int read = 0;
        int others = 0;
        for (const QJsonObject &exchange : all(version)) {
            const auto outcome = replay(version, exchange, recordedcalls::Refusals::Avoided);
            const int status = exchange["status"_L1].toInt();
            if (!outcome.isCall) {
                ++others;
                const ApiError error = apiErrorFromHttp(status, FakeNetwork::answerOf(version, exchange).body);
                QVERIFY2(status < 400 || error.kind != ApiError::Kind::Parse,
                         qPrintable(exchange["name"_L1].toString()));
                continue;
            }
            ++read;
            // A stream that ends in an error is one, though it began with 200.
            const bool isBadStream = exchange["answerText"_L1].toString().contains("datasource_error"_L1)
                                     || outcome.error.startsWith("Nothing was stored"_L1);
            QVERIFY2(outcome.isReported, qPrintable(exchange["name"_L1].toString()));
            QVERIFY2(outcome.kind != int(ApiError::Kind::Parse) || (status >= 300 && status < 400),
                     qPrintable(exchange["name"_L1].toString() + u": "_s + outcome.error));
            QVERIFY2(outcome.isValue == (status < 300 && !isBadStream) || isGoneAlready(exchange),
                     qPrintable(exchange["name"_L1].toString() + u": "_s + outcome.error));
        }
        qInfo("%s: %d answers read by typed calls, %d of routes that are no operations", qPrintable(version), read,
              others);
        QVERIFY(read > 500);
    }

    void everyRequestIsWrittenOrToldApart_data() { rows(); }
    void everyRequestIsWrittenOrToldApart()
    {
        QFETCH(QString, version);
        QFETCH(int, equal);
        QMap<QString, int> reasons;
        int written = 0;
        for (const QJsonObject &exchange : all(version)) {
            if (exchange["status"_L1].toInt() < 200 || exchange["status"_L1].toInt() >= 300)
                continue;
            const auto outcome = replay(version, exchange, recordedcalls::Refusals::Kept);
            const QString reason = outcome.isCall ? reasonOf(exchange) : u"is no operation"_s;
            if (reason.isEmpty())
                ++written;
            else
                ++reasons[reason];
        }
        for (auto it = reasons.cbegin(); it != reasons.cend(); ++it)
            qInfo("%s: %4d %s", qPrintable(version), it.value(), qPrintable(it.key()));
        qInfo("%s: %4d written as recorded", qPrintable(version), written);
        QCOMPARE(written, equal);
    }

private:
    static void rows()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<int>("equal");
        QTest::newRow("0.11.1") << u"0.11.1"_s << 93;
        QTest::newRow("0.15.3") << u"0.15.3"_s << 93;
        QTest::newRow("1.15.0") << u"1.15.0"_s << 553;
    }

    static QList<QJsonObject> all(const QString &version)
    {
        QList<QJsonObject> exchanges;
        for (const QString &section : recordings::sections(version))
            exchanges += recordings::exchanges(version, section);
        return exchanges;
    }

    //! All values as texts, those in the path as well.
    static QJsonObject queryOf(const QJsonObject &exchange)
    {
        QJsonObject query = recordedcalls::queryOf(QUrl(exchange["path"_L1].toString()));
        const QJsonObject further = exchange["query"_L1].toObject();
        for (auto it = further.begin(); it != further.end(); ++it)
            query[it.key()] = it.value().isArray() ? it.value() : QJsonValue(it.value().toVariant().toString());
        return query;
    }

    //! What is gone counts as deleted.
    static bool isGoneAlready(const QJsonObject &exchange)
    {
        return exchange["method"_L1] == "DELETE"_L1 && exchange["status"_L1].toInt() == 404;
    }

    recordedcalls::Outcome replay(const QString &version, const QJsonObject &exchange, recordedcalls::Refusals refusals)
    {
        if (!client || client->serverVersion() != version) {
            renew();
            client->setRetries(0, 1);
            network->answer(u"GET /v1/datasets/version"_s,
                            FakeNetwork::Answer{.status = 404, .headers = {{"X-Version", version.toLatin1()}}});
            await(client->tell("GET", u"/datasets/version"_s, {}));
        }
        network->requests.clear();
        network->respond = [&](const FakeNetwork::Request &) { return FakeNetwork::answerOf(version, exchange); };
        return recordedcalls::run(*client, exchange, m_folder.path(), refusals);
    }

    //! Why the call cannot say what was said; empty when it did.
    QString reasonOf(const QJsonObject &exchange) const
    {
        if (network->requests.isEmpty())
            return u"is refused before it is sent"_s;
        const auto &request = network->requests.first();
        const QUrl url = request.request.url();
        QString path = exchange["path"_L1].toString().section(u'?', 0, 0);
        const bool isOldSpelling = path.contains("_by_"_L1) || path.endsWith("/hit-testing"_L1);
        path.replace("_by_"_L1, "-by-"_L1).replace("/hit-testing"_L1, "/retrieve"_L1);
        if (request.name.section(u' ', 0, 0) != exchange["method"_L1].toString() || url.path() != path)
            return u"has another address: "_s + exchange["method"_L1].toString() + u' ' + path.section(u'/', -1);
        QString reason = difference(queryOf(exchange), recordedcalls::queryOf(url), u"query"_s);
        if (reason.isEmpty() && exchange.contains("parts"_L1))
            reason = difference(recordedcalls::formOf(exchange["parts"_L1].toArray()),
                                recordedcalls::formOf(request.body), u"form"_s);
        else if (reason.isEmpty() && !request.body.isEmpty())
            reason = difference(exchange["body"_L1].toObject(), request.json(), u"body"_s);
        if (reason.isEmpty() && isOldSpelling)
            return {}; // both spellings mean the same
        return reason;
    }

    QTemporaryDir m_folder;
};

LOREDESK_TEST(tst_recordings, TestRecordings)
#include "tst_recordings.moc"
