// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/server.h"

#include "app/engine/http/answers.h"
#include "app/engine/http/exchange.h"
#include "app/engine/http/outgoing.h"
#include "app/engine/http/sockets.h"
#include "app/log.h"

#include <QDeadlineTimer>
#include <QMutex>
#include <QThread>
#include <QThreadPool>
#include <QWaitCondition>

#include <microhttpd.h>

#include <cerrno>
#include <chrono>
#include <cstdarg>
#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

constexpr unsigned connectionThreads = 2;
constexpr unsigned mostConnections = 2000; //!< A client has six; all together hold 64 MiB at most.
constexpr std::size_t connectionMemory = 32 * 1024; //!< Bytes; the request line and the headers must fit in.
constexpr unsigned strangerSeconds = 5; //!< Until a connection that has not shown the key is closed.
constexpr unsigned silentSeconds = 30; //!< The same in the middle of a body.
constexpr unsigned knownIdleSeconds = 150; //!< For clients; Qt closes after 120 s, so that it never writes too late.
constexpr qint64 largestBody = qint64(100) << 20; //!< As the proxy in front of the real server has it.
constexpr qint64 drainedBody = qint64(1) << 30;
constexpr int waitingRoutes = 32; //!< At once; more wait for these.
constexpr std::chrono::milliseconds timeToAnswer(1000); //!< Of the requests that are running, when it is stopped.

QByteArray headerOf(MHD_Connection *connection, const char *name)
{
    return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

MHD_Result collectQuery(void *items, MHD_ValueKind, const char *key, std::size_t keySize, const char *value,
                        std::size_t valueSize)
{
    static_cast<QList<std::pair<QString, QString>> *>(items)->append(
        {QString::fromUtf8(key, static_cast<qsizetype>(keySize)),
         QString::fromUtf8(value, static_cast<qsizetype>(valueSize))});
    return MHD_YES;
}

void logFromLibrary(void *, const char *format, va_list arguments)
{
    qCDebug(lcEngine, "%s", qUtf8Printable(QString::vasprintf(format, arguments).trimmed()));
}

} // namespace

class Server::Private
{
public:
    Private(Router routes, const Settings &given)
        : settings(given)
        , router(std::move(routes))
        , access(given.key, given.hosts)
        , limits({given.folder, given.largestFile, largestBody, drainedBody})
    {
        // Reads wait for nothing and writes for their turn: a few more threads than cores are enough.
        pool.setMaxThreadCount(std::max(4, QThread::idealThreadCount()));
        waitingPool.setMaxThreadCount(waitingRoutes);
    }

    std::optional<QString> start();
    void stop();

    Settings settings;
    MHD_Daemon *daemon = nullptr;

private:
    //! Called when the headers are there, for each piece of the body, after the last one, and when the route has run.
    static MHD_Result onRequest(void *self, MHD_Connection *connection, const char *path, const char *method,
                                const char *, const char *data, std::size_t *size, void **state);
    static void onCompleted(void *self, MHD_Connection *, void **state, MHD_RequestTerminationCode);

    MHD_Result begin(MHD_Connection *connection, Exchange &exchange);
    MHD_Result proceed(MHD_Connection *connection, Exchange &exchange, const char *data, std::size_t *size);
    bool runSuspended(MHD_Connection *connection, Exchange &exchange);
    void admit(MHD_Connection *connection, Exchange &exchange);
    void route(MHD_Connection *connection, Exchange &exchange);

    Router router;
    Access access;
    Exchange::Limits limits;
    QThreadPool pool;
    QThreadPool waitingPool; //!< Of routes that may wait for a model.
    QMutex mutex; //!< Of the two below.
    QWaitCondition answered;
    int running = 0; //!< Requests whose route was started and whose answer is not out yet.
    bool stopping = false;
};

namespace {

MHD_Result send(MHD_Connection *connection, const Response &response)
{
    MHD_Response *message = messageOf(response);
    if (!message)
        return MHD_NO;
    const MHD_Result result = MHD_queue_response(connection, static_cast<unsigned>(response.status), message);
    MHD_destroy_response(message);
    return result;
}

} // namespace

MHD_Result Server::Private::onRequest(void *self, MHD_Connection *connection, const char *path, const char *method,
                                      const char *, const char *data, std::size_t *size, void **state)
{
    auto *d = static_cast<Private *>(self);
    auto *exchange = static_cast<Exchange *>(*state);
    if (exchange)
        return d->proceed(connection, *exchange, data, size);
    exchange = new Exchange; // until onCompleted
    *state = exchange;
    exchange->request.method = method;
    exchange->request.path = QString::fromUtf8(path);
    return d->begin(connection, *exchange);
}

void Server::Private::onCompleted(void *self, MHD_Connection *, void **state, MHD_RequestTerminationCode)
{
    const std::unique_ptr<Exchange> exchange(static_cast<Exchange *>(std::exchange(*state, nullptr)));
    if (!exchange || !exchange->started)
        return;
    auto *d = static_cast<Private *>(self);
    const QMutexLocker lock(&d->mutex);
    if (--d->running == 0)
        d->answered.wakeAll();
}

MHD_Result Server::Private::begin(MHD_Connection *connection, Exchange &exchange)
{
    try {
        admit(connection, exchange);
    } catch (const Refusal &refusal) {
        exchange.refuse(refusal);
    }
    // Who asks before sending a large body is told at once; others only hear when they have sent it.
    if (exchange.response && !headerOf(connection, MHD_HTTP_HEADER_EXPECT).isEmpty())
        return send(connection, *exchange.response);
    return MHD_YES;
}

void Server::Private::admit(MHD_Connection *connection, Exchange &exchange)
{
    Request &request = exchange.request;
    request.host = headerOf(connection, MHD_HTTP_HEADER_HOST);
    access.requireHost(request.host);
    request.authorization = headerOf(connection, MHD_HTTP_HEADER_AUTHORIZATION);
    request.contentType = headerOf(connection, MHD_HTTP_HEADER_CONTENT_TYPE);
    MHD_get_connection_values_n(connection, MHD_GET_ARGUMENT_KIND, collectQuery, &request.queryItems);
    route(connection, exchange);
}

void Server::Private::route(MHD_Connection *connection, Exchange &exchange)
{
    Request &request = exchange.request;
    Router::Match match = router.match(request.method, request.path);
    if (match.methods.isEmpty()) {
        exchange.response = unknownPath();
    } else if (request.method == "OPTIONS") {
        if (match.methods.contains("GET"))
            match.methods.append("HEAD");
        match.methods.append("OPTIONS");
        exchange.response = Response{200, "text/html; charset=utf-8", {}, {{"Allow", match.methods.join(", ")}}};
    } else if (!match.handler) {
        throw Refusal{405, "method_not_allowed", u"The method is not allowed for the requested URL."_s};
    } else {
        if (match.key == Router::Key::Required) {
            access.requireKey(request.authorization);
            // While its body comes in, a silent client is soon given up: it may be gone without the system saying so.
            MHD_set_connection_option(connection, MHD_CONNECTION_OPTION_TIMEOUT, silentSeconds);
        }
        exchange.expect(headerOf(connection, MHD_HTTP_HEADER_CONTENT_LENGTH).toLongLong(), limits);
        request.arguments = match.arguments;
        exchange.handler = match.handler;
        exchange.mayWait = match.pace == Router::Pace::MayWait;
    }
}

MHD_Result Server::Private::proceed(MHD_Connection *connection, Exchange &exchange, const char *data, std::size_t *size)
{
    if (*size > 0) {
        const bool goesOn = exchange.receive(data, static_cast<qsizetype>(*size), limits);
        *size = 0;
        return goesOn ? MHD_YES : MHD_NO;
    }
    if (!exchange.response)
        exchange.complete();
    if (!exchange.request.authorization.isEmpty() && !exchange.response)
        MHD_set_connection_option(connection, MHD_CONNECTION_OPTION_TIMEOUT, knownIdleSeconds);
    if (!exchange.response)
        return runSuspended(connection, exchange) ? MHD_YES : MHD_NO;
    return send(connection, *exchange.response);
}

//! Returns false when the server is being stopped.
bool Server::Private::runSuspended(MHD_Connection *connection, Exchange &exchange)
{
    const QMutexLocker lock(&mutex);
    if (stopping)
        return false;
    ++running;
    exchange.started = true;
    MHD_suspend_connection(connection);
    (exchange.mayWait ? waitingPool : pool).start([connection, &exchange] {
        exchange.run();
        MHD_resume_connection(connection); // calls onRequest again
    });
    return true;
}

std::optional<QString> Server::Private::start()
{
    const QByteArray address = socketAddress(settings.address, settings.port);
    if (address.isEmpty())
        return u"'%1' is not an IP address."_s.arg(settings.address);
    unsigned flags = MHD_USE_AUTO | MHD_USE_INTERNAL_POLLING_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG;
    if (settings.address.contains(u':'))
        flags |= MHD_USE_IPv6;
    errno = 0;
    daemon = MHD_start_daemon(flags, settings.port, nullptr, nullptr, onRequest, this, MHD_OPTION_EXTERNAL_LOGGER,
                              logFromLibrary, nullptr, MHD_OPTION_SOCK_ADDR, address.constData(),
                              MHD_OPTION_THREAD_POOL_SIZE, connectionThreads, MHD_OPTION_CONNECTION_LIMIT,
                              connectionsAllowed(mostConnections), MHD_OPTION_CONNECTION_MEMORY_LIMIT, connectionMemory,
                              MHD_OPTION_CONNECTION_TIMEOUT, strangerSeconds, MHD_OPTION_NOTIFY_COMPLETED, onCompleted,
                              this, MHD_OPTION_END);
    if (daemon)
        return {};
    return u"The server cannot listen on %1, port %2: %3."_s.arg(settings.address)
        .arg(settings.port)
        .arg(QString::fromLocal8Bit(std::strerror(errno)));
}

void Server::Private::stop()
{
    if (!daemon)
        return;
    const MHD_socket listening = MHD_quiesce_daemon(daemon);
    {
        QMutexLocker lock(&mutex);
        stopping = true;
        const QDeadlineTimer deadline(timeToAnswer);
        while (running > 0 && answered.wait(&mutex, deadline)) { }
    }
    waitingPool.waitForDone();
    pool.waitForDone(); // libmicrohttpd cannot be stopped while a connection is suspended
    MHD_stop_daemon(std::exchange(daemon, nullptr));
    closeSocket(listening);
}

Server::Server(Router router, const Settings &settings)
    : d(std::make_unique<Private>(std::move(router), settings))
{ }

Server::~Server()
{
    stop();
}

std::optional<QString> Server::start()
{
    return d->start();
}

void Server::stop()
{
    d->stop();
}

quint16 Server::port() const
{
    const MHD_DaemonInfo *info = d->daemon ? MHD_get_daemon_info(d->daemon, MHD_DAEMON_INFO_BIND_PORT) : nullptr;
    return info ? info->port : quint16(0);
}

} // namespace http
