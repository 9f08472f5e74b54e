// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dataset.h"
#include "app/models/pagedlist.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

class DatasetsApi;

//! A server as the tree shows it.
struct ServerRow
{
    enum class State { Starting, WaitingForKeychain, Failed, Ready };

    QString id{};
    QString name{};
    State state = State::Starting;
    QString message{}; //!< Why it failed, does not start at once, or has to be waited for, in words; plain text.
    const DatasetsApi *api = nullptr; //!< Must outlive the row. Datasets are read when it is given and state is Ready.

    bool operator==(const ServerRow &) const = default;
};

//! What the tree shows beside the name of a dataset besides its number of documents.
struct DatasetBadge
{
    int indexing = 0; //!< Documents known to be on their way or being indexed.
    int failed = 0; //!< Documents known to have failed.

    bool operator==(const DatasetBadge &) const = default;
};

//! Servers, and below each its datasets, read when the row is opened.
class DatasetsModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Kind { Server, Dataset };
    enum Role {
        KindRole = Qt::UserRole, //!< int, Kind.
        IdRole, //!< Of the server or of the dataset.
        ServerIdRole, //!< On both.
        StateRole, //!< int, ServerRow::State; servers only.
        LoadStateRole, //!< int, LoadState of the datasets below; servers only.
        MessageRole, //!< QString: why a server is not ready or its datasets could not be read. Plain text.
        TagsRole, //!< QStringList: names; datasets only.
        DocumentCountRole, //!< qint64; datasets only.
        IndexingRole, //!< int, DatasetBadge::indexing.
        FailedRole, //!< int, DatasetBadge::failed.
    };

    explicit DatasetsModel(QObject *parent = nullptr);
    ~DatasetsModel() override;

    //! Adds the server, or changes the row that has its id. One that becomes Ready is read (again).
    void setServer(const ServerRow &server);
    void removeServer(const QString &serverId);
    //! Shows what a server had when it was read last, until it can be read; only one that has not been read yet.
    void restore(const QString &serverId, const QList<Dataset> &datasets);

    QModelIndex serverIndex(const QString &serverId) const;
    QModelIndex datasetIndex(const QString &serverId, const QString &datasetId) const;
    //! The server of a row of either kind; null for an invalid index.
    const ServerRow *server(const QModelIndex &index) const;
    //! Null for the row of a server.
    const Dataset *dataset(const QModelIndex &index) const;

    LoadState state(const QString &serverId) const;
    //! Why the datasets of the server could not be read; null unless state() is Failed.
    const ApiError *error(const QString &serverId) const;
    //! Reads the datasets of a server again; rows and what is open stay.
    void reload(const QString &serverId);
    //! Tries again after LoadState::Failed.
    void retry(const QString &serverId);
    //! Reads the rest of every server, for a filter over all.
    void fetchAll();

    //! Takes over what a server answered about a dataset: replaces its row, or adds a new one on top.
    void put(const QString &serverId, const Dataset &dataset);
    void remove(const QString &serverId, const QString &datasetId);
    void setBadge(const QString &serverId, const QString &datasetId, const DatasetBadge &badge);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

signals:
    void stateChanged(const QString &serverId); //!< LoadState of its datasets.

private:
    struct Server;

    Server *serverOf(const QModelIndex &index) const;
    Server *find(const QString &serverId) const;
    QModelIndex indexOf(const Server *server) const;
    void follow(Server *server);
    void open(Server &server);
    void read(Server &server);
    void tellServerChanged(const Server &server);

    std::vector<std::unique_ptr<Server>> m_servers;
};
