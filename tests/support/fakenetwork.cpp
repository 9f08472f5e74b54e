// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakenetwork.h"

#include "tests/support/recordings.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>
#include <QThread>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

class FakeReply : public QNetworkReply
{
    Q_OBJECT

public:
    FakeReply(const QString &requestName, const QNetworkRequest &request, int &aborted, QObject *parent)
        : QNetworkReply(parent)
        , name(requestName)
        , m_aborted(aborted)
    {
        setRequest(request);
        setUrl(request.url());
        open(ReadOnly);
    }

    void announceUpload(qint64 bytes)
    {
        QTimer::singleShot(0, this, [this, bytes] {
            if (!isFinished())
                emit uploadProgress(bytes, bytes);
        });
    }

    void giveLater(const FakeNetwork::Answer &answer)
    {
        QTimer::singleShot(0, this, [this, answer] { give(answer); });
    }

    void abort() override
    {
        if (isFinished())
            return;
        ++m_aborted;
        setError(OperationCanceledError, u"canceled"_s);
        setFinished(true);
        emit finished();
    }

    qint64 bytesAvailable() const override { return m_body.size() - m_read + QNetworkReply::bytesAvailable(); }

    const QString name;

protected:
    qint64 readData(char *data, qint64 max) override
    {
        const qint64 count = qMin(max, m_body.size() - m_read);
        memcpy(data, m_body.constData() + m_read, static_cast<size_t>(count));
        m_read += count;
        return count;
    }

private:
    void give(const FakeNetwork::Answer &answer)
    {
        if (isFinished())
            return;
        if (answer.failure != NoError) {
            setError(answer.failure, u"failed on purpose"_s);
        } else {
            m_body = answer.body;
            for (const auto &[header, value] : answer.headers)
                setRawHeader(header, value);
            setAttribute(QNetworkRequest::HttpStatusCodeAttribute, answer.status);
            if (answer.status >= 400)
                setError(UnknownContentError, u"server replied %1"_s.arg(answer.status));
        }
        setFinished(true);
        emit finished();
    }

    QByteArray m_body;
    qint64 m_read = 0;
    int &m_aborted;
};

namespace {

//! All of a body, whose file may be read in another thread.
QByteArray wholeOf(QIODevice &body)
{
    QByteArray whole;
    QByteArray piece(1 << 16, '\0');
    for (qint64 count = 0; !body.atEnd() && count >= 0;) {
        count = body.read(piece.data(), piece.size());
        whole.append(piece.constData(), qMax<qint64>(0, count));
        if (count == 0)
            QThread::yieldCurrentThread();
    }
    return whole;
}

} // namespace

QJsonObject FakeNetwork::Request::json() const
{
    return QJsonDocument::fromJson(body).object();
}

void FakeNetwork::answer(const QString &request, const Answer &answer)
{
    m_answers[request].append(answer);
    m_hanging.remove(request);
    for (const auto &reply : std::as_const(m_waiting)) {
        if (reply && reply->name == request)
            reply->giveLater(answer);
    }
    m_waiting.removeIf([&](const auto &reply) { return !reply || reply->name == request; });
}

void FakeNetwork::answer(const QString &request, const QJsonObject &body, int status)
{
    answer(request, {.status = status, .body = QJsonDocument(body).toJson()});
}

FakeNetwork::Answer FakeNetwork::recorded(const QString &exchange)
{
    const QString version = exchange.section(u'/', 0, 0);
    const QString name = exchange.section(u'/', 1);
    const QString section = name.front().isDigit() ? name.first(1) + u"00"_s : name.first(1);
    const auto all = recordings::exchanges(version, section);
    const auto found = std::find_if(all.cbegin(), all.cend(), [&](const auto &one) { return one["name"_L1] == name; });
    if (found == all.cend())
        qFatal("no recording %s", qPrintable(exchange));
    return answerOf(version, *found);
}

FakeNetwork::Answer FakeNetwork::answerOf(const QString &version, const QJsonObject &exchange)
{
    Answer answer{.status = exchange["status"_L1].toInt(), .body = exchange["answerText"_L1].toString().toUtf8()};
    if (exchange.contains("answerBase64"_L1))
        answer.body = QByteArray::fromBase64(exchange["answerBase64"_L1].toString().toLatin1());
    else if (exchange["answer"_L1].isArray())
        answer.body = QJsonDocument(exchange["answer"_L1].toArray()).toJson();
    else if (exchange.contains("answer"_L1))
        answer.body = QJsonDocument(exchange["answer"_L1].toObject()).toJson();
    answer.headers.append({"X-Version", version.toLatin1()});
    answer.headers.append({"Content-Type", exchange["type"_L1].toString(u"application/json"_s).toLatin1()});
    const QJsonObject headers = exchange["answerHeaders"_L1].toObject();
    for (auto header = headers.begin(); header != headers.end(); ++header)
        answer.headers.append({header.key().toLatin1(), header.value().toString().toLatin1()});
    return answer;
}

void FakeNetwork::answerAsRecorded(const QString &request, const QString &exchange)
{
    answer(request, recorded(exchange));
}

void FakeNetwork::fail(const QString &request, QNetworkReply::NetworkError failure)
{
    answer(request, {.status = 0, .failure = failure});
}

void FakeNetwork::hang(const QString &request)
{
    m_answers.remove(request);
    m_hanging.insert(request);
}

QStringList FakeNetwork::names() const
{
    QStringList names;
    for (const auto &request : requests)
        names.append(request.name);
    return names;
}

int FakeNetwork::hanging() const
{
    return static_cast<int>(std::count_if(m_waiting.begin(), m_waiting.end(),
                                          [](const auto &reply) { return reply && !reply->isFinished(); }));
}

QNetworkReply *FakeNetwork::createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body)
{
    static const QHash<Operation, QByteArray> verbs{{GetOperation, "GET"},
                                                    {PostOperation, "POST"},
                                                    {PutOperation, "PUT"},
                                                    {DeleteOperation, "DELETE"},
                                                    {HeadOperation, "HEAD"}};
    const QByteArray verb
        = verbs.value(operation, request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray());
    const QString target = QString::fromLatin1(
        request.url().adjusted(QUrl::RemoveFragment).toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority));
    Request asked{QString::fromLatin1(verb) + u' ' + target, request, body ? wholeOf(*body) : QByteArray()};
    auto *reply = new FakeReply(asked.name, request, aborted, this);
    if (body)
        reply->announceUpload(asked.body.size());
    requests.append(asked);

    auto &answers = m_answers[asked.name];
    if (m_hanging.contains(asked.name)) {
        m_waiting.append(reply);
    } else if (!answers.isEmpty()) {
        reply->giveLater(answers.size() > 1 ? answers.takeFirst() : answers.first());
    } else if (const auto answered = respond ? respond(asked) : std::nullopt) {
        reply->giveLater(*answered);
    } else {
        QTest::qFail(qPrintable(u"the test has no answer for "_s + asked.name), __FILE__, __LINE__);
        reply->giveLater({.status = 500, .body = "no answer in the test"});
    }
    return reply;
}

#include "fakenetwork.moc"
