// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakenetwork.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>
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

FakeNetwork::Answer FakeNetwork::recorded(const QString &fixture)
{
    QFile file(QStringLiteral(FIXTURES) + u'/' + fixture);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(fixture));
    const QJsonObject response = QJsonDocument::fromJson(file.readAll()).object()["response"_L1].toObject();
    Answer answer{.status = response["status"_L1].toInt()};
    const QJsonValue body = response["body"_L1];
    // JSON as JSON, pages as {"text": …} or a string, nothing as null.
    if (body.isObject() && !body["text"_L1].isString())
        answer.body = QJsonDocument(body.toObject()).toJson();
    else
        answer.body = (body.isObject() ? body["text"_L1] : body).toString().toUtf8();
    const QJsonObject headers = response["headers"_L1].toObject();
    for (auto header = headers.begin(); header != headers.end(); ++header)
        answer.headers.append({header.key().toLatin1(), header.value().toString().toLatin1()});
    return answer;
}

void FakeNetwork::answerAsRecorded(const QString &request, const QString &fixture)
{
    answer(request, recorded(fixture));
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
    Request asked{QString::fromLatin1(verb) + u' ' + target, request, body ? body->readAll() : QByteArray()};
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
