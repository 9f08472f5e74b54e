// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/datasetsmodel.h"

#include "app/api/datasetsapi.h"
#include "app/models/datasetrows.h"

#include <algorithm>

struct DatasetsModel::Server
{
    bool isReady() const { return row.state == ServerRow::State::Ready && row.api; }

    ServerRow row;
    PagedList<Dataset> datasets;
    QHash<QString, DatasetBadge> badges; //!< By dataset id.
};

DatasetsModel::DatasetsModel(QObject *parent)
    : QAbstractItemModel(parent)
{ }

DatasetsModel::~DatasetsModel() = default;

void DatasetsModel::setServer(const ServerRow &row)
{
    Server *server = find(row.id);
    if (!server) {
        const int last = rowCount();
        beginInsertRows({}, last, last);
        server = m_servers.emplace_back(std::make_unique<Server>()).get();
        server->row = row;
        endInsertRows();
        follow(server);
    } else {
        if (server->row == row)
            return;
        const bool wasReady = server->row.state == ServerRow::State::Ready && server->row.api == row.api;
        server->row = row;
        tellServerChanged(*server);
        if (wasReady)
            return;
    }
    if (server->isReady())
        read(*server);
}

void DatasetsModel::restore(const QString &serverId, const QList<Dataset> &datasets)
{
    Server *server = find(serverId);
    if (!server || server->datasets.isOpen() || datasets.isEmpty())
        return;
    open(*server);
    server->datasets.insert(0, datasets);
}

void DatasetsModel::open(Server &server)
{
    server.datasets.open([&row = server.row](int page, int limit) { return row.api->list(page, limit); });
}

//! Reads the datasets for the first time, or again where there are some.
void DatasetsModel::read(Server &server)
{
    if (server.datasets.isOpen())
        return server.datasets.reload();
    open(server);
    server.datasets.fetchMore();
}

void DatasetsModel::removeServer(const QString &serverId)
{
    const auto place = std::find_if(m_servers.begin(), m_servers.end(),
                                    [&](const auto &server) { return server->row.id == serverId; });
    if (place == m_servers.end())
        return;
    const int row = static_cast<int>(place - m_servers.begin());
    beginRemoveRows({}, row, row);
    m_servers.erase(place);
    endRemoveRows();
}

void DatasetsModel::follow(Server *server)
{
    PagedListBase *list = &server->datasets;
    connect(list, &PagedListBase::aboutToInsert, this,
            [=, this](int first, int last) { beginInsertRows(indexOf(server), first, last); });
    connect(list, &PagedListBase::inserted, this, [this] { endInsertRows(); });
    connect(list, &PagedListBase::aboutToRemove, this,
            [=, this](int first, int last) { beginRemoveRows(indexOf(server), first, last); });
    connect(list, &PagedListBase::removed, this, [this] { endRemoveRows(); });
    connect(list, &PagedListBase::changed, this, [=, this](int first, int last) {
        const QModelIndex parent = indexOf(server);
        emit dataChanged(index(first, 0, parent), index(last, 0, parent));
    });
    connect(list, &PagedListBase::stateChanged, this, [=, this] {
        tellServerChanged(*server);
        emit stateChanged(server->row.id);
    });
}

void DatasetsModel::tellServerChanged(const Server &server)
{
    const QModelIndex row = indexOf(&server);
    emit dataChanged(row, row);
}

QModelIndex DatasetsModel::serverIndex(const QString &serverId) const
{
    return indexOf(find(serverId));
}

QModelIndex DatasetsModel::datasetIndex(const QString &serverId, const QString &datasetId) const
{
    const Server *server = find(serverId);
    const int row = server ? server->datasets.indexOf(datasetId) : -1;
    return row < 0 ? QModelIndex() : index(row, 0, indexOf(server));
}

const ServerRow *DatasetsModel::server(const QModelIndex &index) const
{
    const Server *server = serverOf(index);
    return server ? &server->row : nullptr;
}

const Dataset *DatasetsModel::dataset(const QModelIndex &index) const
{
    const auto *server = static_cast<const Server *>(index.internalPointer());
    return index.isValid() && server ? &server->datasets.at(index.row()) : nullptr;
}

LoadState DatasetsModel::state(const QString &serverId) const
{
    const Server *server = find(serverId);
    return server ? server->datasets.state() : LoadState::Complete;
}

const ApiError *DatasetsModel::error(const QString &serverId) const
{
    const Server *server = find(serverId);
    return server && server->datasets.state() == LoadState::Failed ? &server->datasets.error() : nullptr;
}

void DatasetsModel::reload(const QString &serverId)
{
    if (Server *server = find(serverId); server && server->isReady())
        server->datasets.reload();
}

void DatasetsModel::retry(const QString &serverId)
{
    if (Server *server = find(serverId); server && server->isReady())
        server->datasets.fetchMore();
}

void DatasetsModel::fetchAll()
{
    for (const auto &server : m_servers) {
        if (server->isReady())
            server->datasets.fetchAll();
    }
}

void DatasetsModel::put(const QString &serverId, const Dataset &dataset)
{
    Server *server = find(serverId);
    if (server && !server->datasets.replace(dataset))
        server->datasets.insert(0, {dataset});
}

void DatasetsModel::remove(const QString &serverId, const QString &datasetId)
{
    if (Server *server = find(serverId))
        server->datasets.remove(datasetId);
}

void DatasetsModel::setBadge(const QString &serverId, const QString &datasetId, const DatasetBadge &badge)
{
    Server *server = find(serverId);
    if (!server || server->badges.value(datasetId) == badge)
        return;
    server->badges.insert(datasetId, badge);
    if (const QModelIndex row = datasetIndex(serverId, datasetId); row.isValid())
        emit dataChanged(row, row);
}

QModelIndex DatasetsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? m_servers.at(parent.row()).get() : nullptr);
}

QModelIndex DatasetsModel::parent(const QModelIndex &child) const
{
    return indexOf(static_cast<const Server *>(child.internalPointer()));
}

int DatasetsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_servers.size());
    return parent.internalPointer() ? 0 : m_servers.at(parent.row())->datasets.size();
}

int DatasetsModel::columnCount(const QModelIndex &) const
{
    return 1;
}

bool DatasetsModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0 || canFetchMore(parent);
}

bool DatasetsModel::canFetchMore(const QModelIndex &parent) const
{
    if (!parent.isValid() || parent.internalPointer())
        return false;
    const Server &server = *m_servers.at(parent.row());
    return server.isReady() && server.datasets.canFetchMore();
}

void DatasetsModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        m_servers.at(parent.row())->datasets.fetchMore();
}

QVariant DatasetsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Server &server = *serverOf(index);
    const Dataset *row = dataset(index);
    if (role == ServerIdRole)
        return server.row.id;
    if (role == KindRole)
        return static_cast<int>(row ? Kind::Dataset : Kind::Server);
    return row ? datasetrows::ofDataset(*row, server.badges.value(row->id), role)
               : datasetrows::ofServer(server.row, server.datasets, role);
}

DatasetsModel::Server *DatasetsModel::serverOf(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    if (auto *server = static_cast<Server *>(index.internalPointer()))
        return server;
    return m_servers.at(index.row()).get();
}

DatasetsModel::Server *DatasetsModel::find(const QString &serverId) const
{
    const auto place = std::find_if(m_servers.begin(), m_servers.end(),
                                    [&](const auto &server) { return server->row.id == serverId; });
    return place == m_servers.end() ? nullptr : place->get();
}

QModelIndex DatasetsModel::indexOf(const Server *server) const
{
    const auto place = std::find_if(m_servers.begin(), m_servers.end(),
                                    [&](const auto &candidate) { return candidate.get() == server; });
    return place == m_servers.end() ? QModelIndex() : createIndex(static_cast<int>(place - m_servers.begin()), 0);
}
