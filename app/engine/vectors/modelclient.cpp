// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/vectors/modelclient.h"

#include "app/log.h"

#include <QJsonDocument>
#include <QUrl>

#include <curl/curl.h>

#include <mutex>
#include <thread>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int pollTime = 50; // ms; so long may a call that is given up go on
constexpr auto longestPause = 30s; // whatever Retry-After asks for
constexpr qsizetype largestAnswer = 256 << 20; // bytes
constexpr auto neverByProxy = "localhost,127.0.0.1,::1";

bool isWorthAnotherAttempt(long status)
{
    return status == 429 || status >= 500;
}

std::size_t append(char *data, std::size_t, std::size_t size, void *body)
{
    auto &bytes = *static_cast<QByteArray *>(body);
    if (bytes.size() + qsizetype(size) > largestAnswer)
        return 0; // ends the transfer
    bytes.append(data, qsizetype(size));
    return size;
}

//! What an error says, in the forms that OpenAI, Ollama, vLLM, Jina and llama.cpp have.
QString messageOf(const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    const QJsonValue error = object["error"_L1];
    for (const QJsonValue &text : {error["message"_L1], error, object["message"_L1], object["detail"_L1]}) {
        if (text.isString() && !text.toString().trimmed().isEmpty())
            return text.toString().trimmed();
    }
    return {};
}

} // namespace

struct ModelClient::Answer
{
    long status = 0; //!< 0: none came.
    QByteArray body;
    QString failure; //!< Why none came.
    std::chrono::milliseconds retryAfter{};
};

//! A connection that is kept for the next call.
class ModelClient::Transfer
{
public:
    Transfer()
        : m_easy(curl_easy_init())
        , m_multi(curl_multi_init())
    { }
    ~Transfer()
    {
        curl_easy_cleanup(m_easy);
        curl_multi_cleanup(m_multi);
    }

    void prepare(const QByteArray &url, const QByteArray &key, const QByteArray &body, const Patience &patience);
    //! Returns false when \a isOver said so.
    template <typename IsOver>
    bool run(IsOver isOver, Answer *answer);

private:
    Q_DISABLE_COPY_MOVE(Transfer)
    void read(CURLcode code, Answer *answer);

    CURL *m_easy;
    CURLM *m_multi;
    curl_slist *m_headers = nullptr;
    QByteArray m_body;
    QByteArray m_answer;
};

void ModelClient::Transfer::prepare(const QByteArray &url, const QByteArray &key, const QByteArray &body,
                                    const Patience &patience)
{
    m_body = body;
    m_answer.clear();
    curl_easy_reset(m_easy); // keeps the connection
    m_headers = curl_slist_append(nullptr, "Content-Type: application/json");
    m_headers = curl_slist_append(m_headers, "Expect:");
    if (!key.isEmpty())
        m_headers = curl_slist_append(m_headers, QByteArray("Authorization: Bearer " + key).constData());
    const QByteArray direct = qgetenv("no_proxy") + ',' + neverByProxy;
    curl_easy_setopt(m_easy, CURLOPT_URL, url.constData());
    curl_easy_setopt(m_easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(m_easy, CURLOPT_NOPROXY, direct.constData());
    curl_easy_setopt(m_easy, CURLOPT_HTTPHEADER, m_headers);
    curl_easy_setopt(m_easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(m_body.size()));
    curl_easy_setopt(m_easy, CURLOPT_POSTFIELDS, m_body.constData());
    curl_easy_setopt(m_easy, CURLOPT_WRITEFUNCTION, append);
    curl_easy_setopt(m_easy, CURLOPT_WRITEDATA, &m_answer);
    curl_easy_setopt(m_easy, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(m_easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(m_easy, CURLOPT_CONNECTTIMEOUT_MS, 10'000L);
    curl_easy_setopt(m_easy, CURLOPT_TIMEOUT_MS, long(patience.timeout.count()));
}

template <typename IsOver>
bool ModelClient::Transfer::run(IsOver isOver, Answer *answer)
{
    curl_multi_add_handle(m_multi, m_easy);
    int running = 1;
    while (running > 0 && !isOver()) {
        curl_multi_perform(m_multi, &running);
        if (running > 0)
            curl_multi_poll(m_multi, nullptr, 0, pollTime, nullptr);
    }
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg == CURLMSG_DONE)
            read(message->data.result, answer);
    }
    curl_multi_remove_handle(m_multi, m_easy);
    curl_slist_free_all(std::exchange(m_headers, nullptr));
    return running == 0;
}

void ModelClient::Transfer::read(CURLcode code, Answer *answer)
{
    if (code != CURLE_OK) {
        answer->failure = QString::fromUtf8(curl_easy_strerror(code));
        return;
    }
    curl_off_t seconds = 0;
    curl_easy_getinfo(m_easy, CURLINFO_RESPONSE_CODE, &answer->status);
    curl_easy_getinfo(m_easy, CURLINFO_RETRY_AFTER, &seconds);
    answer->retryAfter = std::chrono::seconds(seconds);
    answer->body = std::exchange(m_answer, {});
}

//! Those that nobody uses at the moment.
class ModelClient::Transfers
{
public:
    Transfers()
    {
        static const CURLcode initialised = curl_global_init(CURL_GLOBAL_DEFAULT);
        std::ignore = initialised;
    }

    std::unique_ptr<Transfer> take()
    {
        const std::lock_guard lock(m_mutex);
        if (m_idle.empty())
            return std::make_unique<Transfer>();
        auto transfer = std::move(m_idle.back());
        m_idle.pop_back();
        return transfer;
    }
    void giveBack(std::unique_ptr<Transfer> transfer)
    {
        const std::lock_guard lock(m_mutex);
        m_idle.push_back(std::move(transfer));
    }

private:
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Transfer>> m_idle;
};

ModelClient::ModelClient(const ModelEndpoint &endpoint, const QString &what)
    : m_endpoint(endpoint)
    , m_what(what)
    , m_transfers(std::make_unique<Transfers>())
{ }

ModelClient::~ModelClient() = default;

QJsonObject ModelClient::post(const QString &path, const QJsonObject &body, const Patience &patience,
                              const std::atomic_bool *cancelled) const
{
    const QByteArray bytes = QJsonDocument(body).toJson(QJsonDocument::Compact);
    auto wait = patience.pause;
    for (int left = patience.attempts - 1;; --left, wait *= 2) {
        const Answer answer = attempt(path, bytes, patience, cancelled);
        const bool isAnswered = answer.status > 0;
        if (answer.status / 100 == 2) {
            const auto json = QJsonDocument::fromJson(answer.body);
            if (json.isObject())
                return json.object();
            throw refused(answer);
        }
        if (left == 0 || (isAnswered && !isWorthAnotherAttempt(answer.status)))
            throw isAnswered ? refused(answer) : unreachable(answer.failure);
        qCInfo(lcEngine, "The %s endpoint is asked again (status %ld)", qUtf8Printable(m_what), answer.status);
        pause(std::min<std::chrono::milliseconds>(std::max(wait, answer.retryAfter), longestPause), cancelled);
    }
}

ModelClient::Answer ModelClient::attempt(const QString &path, const QByteArray &body, const Patience &patience,
                                         const std::atomic_bool *cancelled) const
{
    const QByteArray url = QUrl(m_endpoint.url + path).toEncoded();
    auto transfer = m_transfers->take();
    transfer->prepare(url, m_endpoint.key, body, patience);
    Answer answer;
    const bool isDone = transfer->run([&] { return isOver(cancelled); }, &answer);
    if (!isDone)
        throw ModelError(ModelError::Kind::Stopped, u"The server is being stopped."_s);
    m_transfers->giveBack(std::move(transfer));
    return answer;
}

void ModelClient::pause(std::chrono::milliseconds time, const std::atomic_bool *cancelled) const
{
    const auto end = std::chrono::steady_clock::now() + time;
    while (!isOver(cancelled) && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(std::min<std::chrono::milliseconds>(time, std::chrono::milliseconds(pollTime)));
}

ModelError ModelClient::refused(const Answer &answer) const
{
    QString said = messageOf(answer.body);
    if (!m_endpoint.key.isEmpty())
        said.replace(QString::fromUtf8(m_endpoint.key), u"…"_s);
    if (answer.status / 100 == 2)
        return unexpected();
    const bool denied = QList{401, 403, 404, 429}.contains(answer.status);
    const auto kind = denied ? ModelError::Kind::Denied : ModelError::Kind::Refused;
    if (!said.isEmpty())
        return {kind, said};
    return {kind, u"The %1 endpoint at %2 answered with the error %3."_s.arg(m_what, host()).arg(answer.status)};
}

ModelError ModelClient::unexpected() const
{
    return {ModelError::Kind::Refused,
            u"The %1 endpoint at %2 does not answer as it should: is its address right?"_s.arg(m_what, host())};
}

ModelError ModelClient::unreachable(const QString &reason) const
{
    return {ModelError::Kind::Unreachable,
            u"The %1 endpoint at %2 cannot be reached: %3."_s.arg(m_what, host(), reason)};
}

QString ModelClient::host() const
{
    const QUrl url(m_endpoint.url);
    return url.port() < 0 ? url.host() : u"%1:%2"_s.arg(url.host()).arg(url.port());
}
