// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/serverfeed.h"

#include "app/models/datasetsmodel.h"
#include "app/models/format.h"
#include "app/services/indexingwatcher.h"
#include "app/services/servers.h"
#include "app/services/transferqueue.h"

namespace {

constexpr int pollsPerSecondHere = 20;
constexpr int pollsPerSecondElsewhere = 4;

ServerRow::State rowState(Server::State state)
{
    switch (state) {
    case Server::State::Off:
    case Server::State::Starting:
        return ServerRow::State::Starting;
    case Server::State::WaitingForKeychain:
        return ServerRow::State::WaitingForKeychain;
    case Server::State::Ready:
        return ServerRow::State::Ready;
    case Server::State::Failed:
        return ServerRow::State::Failed;
    }
    Q_UNREACHABLE();
}

QString holdSentence(const Server &server)
{
    const QDateTime until = server.heldUntil();
    if (!until.isValid())
        return {};
    const qint64 left = std::max<qint64>(1, (QDateTime::currentDateTime().msecsTo(until) + 999) / 1000);
    return ServerFeed::tr("The server wants fewer requests. Next in %1.").arg(format::seconds(left));
}

} // namespace

ServerFeed::ServerFeed(Servers &servers, DatasetsModel &model, TransferQueue &queue, IndexingWatcher &watcher,
                       QObject *parent)
    : QObject(parent)
    , m_servers(servers)
    , m_model(model)
    , m_queue(queue)
    , m_watcher(watcher)
{
    m_countSoon.setSingleShot(true);
    m_countSoon.setInterval(200);
    m_readSoon.setSingleShot(true);
    m_readSoon.setInterval(1000);
    connect(&m_countSoon, &QTimer::timeout, this, &ServerFeed::countTransfers);
    m_holds.setInterval(1000);
    connect(&m_holds, &QTimer::timeout, this, &ServerFeed::showHolds);
    connect(&m_readSoon, &QTimer::timeout, this, &ServerFeed::readChanged);
    connect(&servers, &Servers::added, this, &ServerFeed::add);
    connect(&servers, &Servers::aboutToBeRemoved, this, [this](const Server *server) { remove(server->id()); });
    connect(&queue, &TransferQueue::summaryChanged, this, [this] {
        if (!m_countSoon.isActive())
            m_countSoon.start();
    });
    const auto documentsChanged = [this](const DocumentRef &ref) { refresh(ref.serverId, ref.datasetId); };
    connect(&queue, &TransferQueue::created, this, documentsChanged);
    connect(&queue, &TransferQueue::deleted, this, documentsChanged);
    connect(&model, &DatasetsModel::stateChanged, this, &ServerFeed::probe);
    for (Server *server : servers.all())
        add(server);
}

void ServerFeed::refresh(const QString &serverId, const QString &datasetId)
{
    m_changed.insert({serverId, datasetId});
    if (!m_readSoon.isActive())
        m_readSoon.start();
}

void ServerFeed::add(Server *server)
{
    m_queue.setServer(server->id(), server->documents(), server->pipelines());
    m_watcher.setServer(server->id(), server->documents(),
                        server->isLocal() ? pollsPerSecondHere : pollsPerSecondElsewhere);
    connect(server, &Server::changed, this, [this, server] { show(server); });
    connect(&server->client(), &ApiClient::heldUntilChanged, this, &ServerFeed::showHolds);
    show(server);
}

void ServerFeed::show(const Server *server)
{
    m_model.setServer({.id = server->id(),
                       .name = server->name(),
                       .state = rowState(server->state()),
                       .message = server->problem().isEmpty() ? holdSentence(*server) : server->problem(),
                       .api = &server->datasets()});
}

//! Now that it has answered, if only by a refusal.
void ServerFeed::probe(const QString &serverId)
{
    const ApiError *error = m_model.error(serverId);
    Server *server = m_servers.find(serverId);
    if (server && m_model.state(serverId) != LoadState::Loading && (!error || error->httpStatus > 0))
        server->probe();
}

void ServerFeed::remove(const QString &serverId)
{
    m_queue.removeServer(serverId);
    m_watcher.removeServer(serverId);
    m_model.removeServer(serverId);
}

void ServerFeed::countTransfers()
{
    QHash<Key, DatasetBadge> badges;
    for (const Key &key : std::as_const(m_badged))
        badges.insert(key, {});
    for (int row = 0; row < m_queue.size(); ++row) {
        const Transfer &transfer = m_queue.at(row);
        const Key key{transfer.request.serverId, transfer.request.datasetId};
        if (transfer.state == Transfer::State::Failed)
            ++badges[key].failed;
        else if (!isFinal(transfer.state))
            ++badges[key].indexing;
    }
    m_badged.clear();
    for (auto it = badges.cbegin(); it != badges.cend(); ++it) {
        m_model.setBadge(it.key().first, it.key().second, it.value());
        if (it.value() != DatasetBadge())
            m_badged.insert(it.key());
    }
}

void ServerFeed::readChanged()
{
    const auto changed = std::exchange(m_changed, {});
    for (const auto &[serverId, datasetId] : changed) {
        const Server *server = m_servers.find(serverId);
        if (!server)
            continue;
        server->datasets().get(datasetId)->then(this, [this, id = serverId](const Result<Dataset> &result) {
            if (result)
                m_model.put(id, result.value());
        });
    }
}

void ServerFeed::showHolds()
{
    QStringList sentences;
    for (const Server *server : m_servers.all()) {
        show(server);
        if (const QString sentence = holdSentence(*server); !sentence.isEmpty())
            sentences.append(m_servers.all().size() > 1 ? server->name() + u": " + sentence : sentence);
    }
    if (sentences.isEmpty())
        m_holds.stop();
    else if (!m_holds.isActive())
        m_holds.start();
    emit holdChanged(sentences.join(u' '));
}
