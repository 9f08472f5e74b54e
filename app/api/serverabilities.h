// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QMap>
#include <QObject>
#include <QVersionNumber>

class ApiClient;

//! What not every server can do. Remembered by number: new ones come last.
enum class Ability {
    ListDatasets,
    ReadDataset, //!< One dataset, and to change it.
    ReadDocument, //!< The detail of one document.
    ReadChunk, //!< One chunk.
    UploadFiles,
    ParentChild, //!< Documents of parents and children.
    ParentChildEconomy, //!< Also without an embedding model.
    ChildChunks, //!< To list and edit the children of a chunk.
    DocumentStatus, //!< To enable, disable, archive.
    StatusFilter, //!< To list the documents of one status.
    HiddenDatasets, //!< To list those too that the owner of the key may not see.
    Metadata,
    PartialMetadata, //!< To change some values of a document and leave the others.
    Tags,
    Models, //!< To list models.
    Download, //!< Originals.
    DownloadZip, //!< Several originals at once.
    Pipelines,
};

//! Why a server cannot do something; the window says it in words.
enum class Obstacle {
    None,
    TooOld, //!< Its version does not know it.
    Broken, //!< It answers with an error to everybody in this version; fixed in later ones.
    BoundKey, //!< The key is good for single datasets only.
};

//! What a server can do and why not: by its version where that was recorded, or by what a probe found.
class ServerAbilities
{
public:
    //! Nothing is known yet: everything is offered.
    ServerAbilities() = default;
    //! \a version as X-Version has it; empty: unknown, which is taken for new.
    explicit ServerAbilities(const QString &version, bool isLoredeskServer = false);

    QString version() const { return m_version; }
    Obstacle obstacle(Ability ability) const { return m_obstacles.value(ability, Obstacle::None); }
    bool can(Ability ability) const { return obstacle(ability) == Obstacle::None; }
    void set(Ability ability, Obstacle obstacle);

    //! The version lies between those that were recorded, or is not told: the server has to be asked.
    bool needsProbe() const;

    //! For remembering them.
    QJsonObject toJson() const;
    static ServerAbilities fromJson(const QJsonObject &object);

    bool operator==(const ServerAbilities &) const = default;

private:
    QString m_version;
    QMap<Ability, Obstacle> m_obstacles; //!< Without those that are None.
};

//! Finds out what a server can do: asks for its datasets, which tells its version and whether the key is bound, and,
//! for a version nobody knows, for things that do not exist. A server that knows the route says so in JSON.
class AbilityProbe : public QObject
{
    Q_OBJECT

public:
    explicit AbilityProbe(ApiClient &client, QObject *parent = nullptr);

    void start(); //!< Nothing while it is at it.

signals:
    //! Once; not when the server cannot be reached or refuses the key: it must be asked again then.
    void finished(const ServerAbilities &abilities);

private:
    void onDatasets(int httpStatus);
    void ask(Ability ability, const QString &path);
    void finishOne();

    ApiClient &m_client;
    ServerAbilities m_abilities;
    int m_open = 0; //!< Answers to come.
};
