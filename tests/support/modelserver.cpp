// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/modelserver.h"

#include <QCryptographicHash>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTcpServer>
#include <QTcpSocket>

#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray error(const QString &message)
{
    return QJsonDocument(QJsonObject{{u"error"_s, QJsonObject{{u"message"_s, message}}}}).toJson();
}

//! Runs of letters and digits, and each pair of letters of Han script.
QStringList words(const QString &text)
{
    static const QRegularExpression word(
        u"(?=([\\x{4e00}-\\x{9fff}]{2}))[\\x{4e00}-\\x{9fff}]|((?:(?![\\x{4e00}-\\x{9fff}])[\\p{L}\\p{N}])+)"_s);
    QStringList found;
    for (auto it = word.globalMatch(text.toLower()); it.hasNext();) {
        const auto match = it.next();
        found.append(match.captured(match.hasCaptured(1) ? 1 : 2));
    }
    return found;
}

QJsonArray bagOfWords(const QString &text, int dimensions)
{
    std::vector<int> counts(static_cast<size_t>(dimensions), 0);
    for (const QString &word : words(text)) {
        const QByteArray hash = QCryptographicHash::hash(word.toUtf8(), QCryptographicHash::Md5);
        quint32 place = 0;
        for (int i = 0; i < 4; ++i)
            place = place * 256 + quint8(hash.at(i));
        ++counts[place % quint32(dimensions)];
    }
    QJsonArray vector;
    for (const int count : counts)
        vector.append(count);
    return vector;
}

QByteArray phrase(int status)
{
    static const QHash<int, QByteArray> phrases{
        {200, "OK"}, {400, "Bad Request"}, {401, "Unauthorized"}, {404, "Not Found"}, {429, "Too Many Requests"}};
    return phrases.value(status, "Error");
}

} // namespace

//! Reads requests and answers them; lives in the thread.
class ModelServer::Listener : public QTcpServer
{
public:
    explicit Listener(ModelServer &server)
        : m_server(server)
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                m_buffers.remove(socket);
                socket->deleteLater();
            });
        });
        listen(QHostAddress::LocalHost);
    }

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &buffer = m_buffers[socket];
        buffer += socket->readAll();
        const auto headEnd = buffer.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return;
        const QByteArray head = buffer.first(headEnd);
        static const QRegularExpression length(u"content-length: *(\\d+)"_s, QRegularExpression::CaseInsensitiveOption);
        const qint64 size = length.match(QString::fromLatin1(head)).captured(1).toLongLong();
        if (buffer.size() < headEnd + 4 + size)
            return;
        const QByteArray body = buffer.mid(headEnd + 4, size);
        buffer.remove(0, headEnd + 4 + size);
        const Answer answer = m_server.answer(head, body);
        if (m_server.isSilent)
            return;
        if (answer.status == 0)
            return socket->abort();
        socket->write("HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + phrase(answer.status)
                      + "\r\nContent-Type: application/json\r\nContent-Length: "
                      + QByteArray::number(answer.body.size()) + "\r\n" + answer.headers + "\r\n" + answer.body);
    }

    ModelServer &m_server;
    QHash<QTcpSocket *, QByteArray> m_buffers;
};

ModelServer::ModelServer(const QByteArray &key, int dimensions)
    : m_key(key)
    , m_dimensions(dimensions)
{
    auto *context = new QObject;
    context->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, context, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        context,
        [this, context] {
            auto *listener = new Listener(*this);
            listener->setParent(context);
            m_port = listener->serverPort();
        },
        Qt::BlockingQueuedConnection);
}

ModelServer::~ModelServer()
{
    m_thread.quit();
    m_thread.wait();
}

QUrl ModelServer::url() const
{
    return QUrl(u"http://127.0.0.1:%1/v1"_s.arg(m_port));
}

QStringList ModelServer::texts() const
{
    const std::lock_guard lock(m_mutex);
    return m_texts;
}

ModelServer::Answer ModelServer::answer(const QByteArray &head, const QByteArray &body)
{
    ++m_requests;
    if (failures > 0) {
        --failures;
        const QByteArray when = "Retry-After: " + QByteArray::number(retryAfter) + "\r\n";
        return {failureStatus, error(u"try again later"_s), retryAfter > 0 ? when : QByteArray()};
    }
    const QByteArray shown = "Bearer " + m_key;
    if (!m_key.isEmpty() && !head.contains(shown))
        return {401, error(u"wrong key"_s)};
    const QJsonObject wish = QJsonDocument::fromJson(body).object();
    if (head.startsWith("POST /v1/embeddings "))
        return embeddings(wish);
    if (head.startsWith("POST /v1/rerank "))
        return rerank(wish);
    return {404, error(u"no such path"_s)};
}

ModelServer::Answer ModelServer::embeddings(const QJsonObject &wish)
{
    if (!wish["model"_L1].toString().startsWith("fake-embed"_L1))
        return {404, error(u"no model"_s)};
    const QJsonArray texts = wish["input"_L1].toArray();
    if (texts.size() > mostTexts)
        return {400, error(u"too many texts"_s)};
    QJsonArray data;
    qsizetype tokens = 0;
    for (const QJsonValue &value : texts) {
        const QString text = value.toString();
        if (text.contains("EMBEDFAIL"_L1))
            return {400, error(u"fake embedding failure"_s)};
        if (text.contains("EMBEDAUTH"_L1))
            return {401, error(u"[Fake] Incorrect model credentials provided, please check and try again."_s)};
        if (text.contains("EMBEDRATE"_L1))
            return {429, error(u"fake rate limit"_s)};
        data.append(QJsonObject{{u"object"_s, u"embedding"_s},
                                {u"index"_s, data.size()},
                                {u"embedding"_s, bagOfWords(text, m_dimensions)}});
        tokens += words(text).size();
        const std::lock_guard lock(m_mutex);
        m_texts.append(text);
    }
    const QJsonObject answer{{u"object"_s, u"list"_s},
                             {u"model"_s, wish["model"_L1]},
                             {u"data"_s, data},
                             {u"usage"_s, QJsonObject{{u"prompt_tokens"_s, tokens}, {u"total_tokens"_s, tokens}}}};
    return {200, QJsonDocument(answer).toJson(QJsonDocument::Compact)};
}

ModelServer::Answer ModelServer::rerank(const QJsonObject &wish)
{
    if (wish["model"_L1] != "fake-rerank"_L1)
        return {404, error(u"no model"_s)};
    const QString query = wish["query"_L1].toString();
    if (query.contains("RERANKFAIL"_L1))
        return {400, error(u"fake rerank failure"_s)};
    const QStringList queryWords = words(query);
    const QSet<QString> wanted(queryWords.cbegin(), queryWords.cend());
    QJsonArray results;
    const QJsonArray documents = wish["documents"_L1].toArray();
    for (qsizetype i = 0; i < documents.size(); ++i) {
        const QStringList textWords = words(documents.at(i).toString());
        const QSet<QString> given(textWords.cbegin(), textWords.cend());
        const auto both = QSet<QString>(wanted).intersect(given).size();
        const auto all = QSet<QString>(wanted).unite(given).size();
        results.append(QJsonObject{{u"index"_s, i}, {u"relevance_score"_s, all ? double(both) / double(all) : 0.0}});
    }
    return {200, QJsonDocument(QJsonObject{{u"results"_s, results}}).toJson(QJsonDocument::Compact)};
}
