// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apiclient.h"

#include "app/api/requestbody.h"
#include "app/log.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>

#include <chrono>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Nothing moved for so long. Writes may embed text in a model before they answer.
constexpr auto readTimeout = 30s;
constexpr auto writeTimeout = 120s;
constexpr int longestHold = 3600; //!< Seconds; a server that asks for more is asked again after it.

//! Every reserved character escaped: QUrlQuery leaves '+' alone, which servers read as a space.
QString encoded(const ApiRequest::Query &query)
{
    QStringList items;
    for (const auto &[key, value] : query)
        items.append(key + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value)));
    return items.join(u'&');
}

} // namespace

ApiClient::ApiClient(QNetworkAccessManager &network, QObject *parent)
    : QObject(parent)
    , m_network(network)
{
    m_hold.setSingleShot(true);
    m_hold.setTimerType(Qt::PreciseTimer); // a coarse one may take a twentieth more, and says so in remainingTime()
    connect(&m_hold, &QTimer::timeout, this, &ApiClient::release);
}

ApiClient::~ApiClient()
{
    // While the queues still exist: a call takes itself out of them.
    qDeleteAll(findChildren<CallBase *>(QString(), Qt::FindDirectChildrenOnly));
}

void ApiClient::setServer(const QUrl &baseUrl, const QByteArray &apiKey)
{
    m_baseUrl = baseUrl;
    m_apiKey = apiKey.simplified(); // pasted keys come with line ends, which would begin another header
    startSoon();
}

void ApiClient::setRetries(int count, int firstPause)
{
    m_retries = count;
    m_firstPause = firstPause;
}

Call<Done> *ApiClient::tell(const QByteArray &verb, const QString &path, const QJsonObject &body)
{
    return new Call<Done>(*this, {.verb = verb, .path = path, .json = toJson(body)});
}

Call<Done> *ApiClient::download(const QString &path, const QJsonObject &body, const QString &saveAs)
{
    return new Call<Done>(
        *this, {.verb = "POST", .path = path, .json = toJson(body), .priority = Priority::Transfer, .saveAs = saveAs});
}

Call<Done> *ApiClient::download(const QUrl &url, const QString &saveAs)
{
    return new Call<Done>(*this, {.verb = "GET", .priority = Priority::Transfer, .url = url, .saveAs = saveAs});
}

Call<Done> *ApiClient::remove(const QString &path, const QJsonObject &body)
{
    return new Call<Done>(*this,
                          {.verb = "DELETE", .path = path, .json = body.isEmpty() ? QByteArray() : toJson(body)});
}

QByteArray ApiClient::toJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void ApiClient::enqueue(CallBase *call)
{
    m_waiting[static_cast<size_t>(call->m_request.priority)].append(call);
    startSoon();
}

void ApiClient::forget(CallBase *call)
{
    const auto priority = call->m_request.priority;
    m_waiting[static_cast<size_t>(priority)].removeOne(call);
    if (!m_running.remove(call))
        return;
    if (priority == Priority::Transfer)
        --m_runningTransfers;
    startSoon();
}

void ApiClient::startSoon()
{
    if (m_isStartPlanned)
        return;
    m_isStartPlanned = true;
    // Not at once: whoever made the call still has to attach its handler, and what comes after it may go first.
    QMetaObject::invokeMethod(this, &ApiClient::startWhatMayRun, Qt::QueuedConnection);
}

void ApiClient::startWhatMayRun()
{
    m_isStartPlanned = false;
    while (CallBase *call = takeNext()) {
        m_running.insert(call);
        if (call->m_request.priority == Priority::Transfer)
            ++m_runningTransfers;
        call->start();
    }
}

CallBase *ApiClient::takeNext()
{
    if (m_baseUrl.isEmpty() || m_hold.isActive() || m_running.size() >= maxRunning)
        return nullptr;
    for (const auto priority : {Priority::Interactive, Priority::Poll, Priority::Transfer}) {
        auto &queue = m_waiting[static_cast<size_t>(priority)];
        if (!queue.isEmpty() && (priority != Priority::Transfer || m_runningTransfers < maxRunningTransfers))
            return queue.takeFirst();
    }
    return nullptr;
}

QNetworkRequest ApiClient::requestFor(const ApiRequest &what) const
{
    if (!what.url.isEmpty()) {
        QNetworkRequest request(what.url); // without the key: a redirect to where the files are kept does no harm
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
        return request;
    }
    QUrl url = m_baseUrl;
    url.setPath(url.path() + what.path, QUrl::DecodedMode);
    if (!what.query.isEmpty())
        url.setQuery(encoded(what.query), QUrl::StrictMode);
    QNetworkRequest request(url);
    if (!m_apiKey.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_apiKey);
    // Qt would carry the key to another host and turn a POST into a GET.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    return request;
}

QNetworkReply *ApiClient::send(const ApiRequest &what, RequestBody *body)
{
    QNetworkRequest request = requestFor(what);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Loredesk/" LOREDESK_VERSION ""_s);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setTransferTimeout(static_cast<int>(std::chrono::milliseconds(body ? writeTimeout : readTimeout).count()));
    qCDebug(lcApi) << what.verb << request.url().path();
    QNetworkReply *reply = body ? sendBody(request, what.verb, *body) : m_network.get(request);
    connect(reply, &QNetworkReply::sslErrors, this,
            [this, reply](const QList<QSslError> &errors) { acceptPinned(*reply, errors); });
    return reply;
}

QNetworkReply *ApiClient::sendBody(QNetworkRequest request, const QByteArray &verb, RequestBody &body)
{
    request.setHeader(QNetworkRequest::ContentTypeHeader, body.contentType());
    request.setHeader(QNetworkRequest::ContentLengthHeader, body.totalSize());
    // A buffered body could be rewound, and with it the request be sent twice.
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    return m_network.sendCustomRequest(request, verb, &body);
}

void ApiClient::acceptPinned(QNetworkReply &reply, const QList<QSslError> &errors) const
{
    const QSslCertificate shown = reply.sslConfiguration().peerCertificate();
    if (!m_pinnedCertificate.isEmpty() && shown.digest(QCryptographicHash::Sha256) == m_pinnedCertificate)
        reply.ignoreSslErrors(errors);
}

void ApiClient::noteAnswer(const QNetworkReply &reply)
{
    if (reply.hasRawHeader("X-Loredesk"))
        m_isLoredeskServer = true;
    const QString version = QString::fromLatin1(reply.rawHeader("X-Version"));
    if (version.isEmpty() || version == m_serverVersion)
        return;
    m_serverVersion = version;
    emit serverVersionChanged();
}

//! Returns for how many seconds, from now. A refused request counts against the limit as well, so none is sent.
int ApiClient::holdFor(int seconds)
{
    const auto pause
        = std::chrono::milliseconds(seconds >= 0 ? qBound(1, seconds, longestHold) * 1000 : m_holdByDefault);
    if (!m_hold.isActive() || pause > m_hold.remainingTimeAsDuration()) {
        m_heldUntil = QDateTime::currentDateTimeUtc().addMSecs(pause.count());
        m_hold.start(pause);
        emit heldUntilChanged();
    }
    return static_cast<int>((m_hold.remainingTime() + 999) / 1000);
}

void ApiClient::release()
{
    emit heldUntilChanged();
    startSoon();
}

int ApiClient::retryDelay(int attempt) const
{
    const int pause = m_firstPause << (attempt - 1);
    return pause + QRandomGenerator::global()->bounded(pause / 2 + 1);
}
