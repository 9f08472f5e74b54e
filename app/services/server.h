// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/api/childchunksapi.h"
#include "app/api/chunksapi.h"
#include "app/api/datasetsapi.h"
#include "app/api/documentsapi.h"
#include "app/api/metadataapi.h"
#include "app/api/modelsapi.h"
#include "app/api/pipelineapi.h"
#include "app/api/retrievalapi.h"
#include "app/api/serverabilities.h"
#include "app/api/tagsapi.h"
#include "app/services/uploadplan.h"

#include <QUrl>

//! A server the person knows: the one on this computer or one that was added.
class Server : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Off, //!< Not started yet.
        Starting, //!< The key is being read, or the process on this computer starts.
        WaitingForKeychain, //!< The keychain asks the person to unlock it.
        Ready, //!< Can be asked; whether it answers is seen when it is.
        Failed, //!< Cannot be asked; problem() says why.
    };

    Server(QNetworkAccessManager &network, const QString &id, const QString &name, bool isLocal,
           QObject *parent = nullptr);

    QString id() const { return m_id; }
    QString name() const { return m_name; }
    QUrl url() const { return m_client.baseUrl(); } //!< Ends in /v1; the last known; empty when none is.
    bool isLocal() const { return m_isLocal; }
    State state() const { return m_state; }
    //! A sentence when Failed, or when Starting takes several attempts; else empty. Plain text.
    QString problem() const { return m_problem; }

    //! Until when it wants no requests; invalid when it takes them.
    QDateTime heldUntil() const { return m_client.heldUntil(); }

    ApiClient &client() { return m_client; }
    const DatasetsApi &datasets() const { return m_datasets; }
    const DocumentsApi &documents() const { return m_documents; }
    const ChunksApi &chunks() const { return m_chunks; }
    const ChildChunksApi &childChunks() const { return m_childChunks; }
    const RetrievalApi &retrieval() const { return m_retrieval; }
    const MetadataApi &metadata() const { return m_metadata; }
    const TagsApi &tags() const { return m_tags; }
    const ModelsApi &models() const { return m_models; }
    const PipelineApi &pipelines() const { return m_pipelines; }

    //! What it takes: as the person said, else what is known of its version.
    UploadLimits uploadLimits() const { return m_ownLimits.value_or(defaultLimits()); }
    UploadLimits defaultLimits() const;
    const std::optional<UploadLimits> &ownLimits() const { return m_ownLimits; }

    //! By the version that the server told last; everything is offered until then.
    const ServerAbilities &abilities() const { return m_abilities; }
    //! They are those of a version that is known, or were asked for.
    bool knowsAbilities() const { return m_isProbed || !m_abilities.needsProbe(); }
    //! Asks the server unless that is known. Best when it has just answered.
    void probe();

    // For those who run servers: Servers and LocalServer.
    void setAbilities(const ServerAbilities &abilities); //!< As they were remembered.
    void forgetAbilities();
    void setName(const QString &name);
    void setOwnLimits(const std::optional<UploadLimits> &limits) { m_ownLimits = limits; }
    void setStarting(const QString &problem = {});
    void setWaitingForKeychain();
    //! \a certificate is the SHA-256 fingerprint of the one certificate to trust besides those the system trusts.
    void setReady(const QUrl &url, const QByteArray &key, const QByteArray &certificate = {});
    void setFailed(const QString &problem);

signals:
    void changed(); //!< Name, URL, state or problem.
    void abilitiesChanged(); //!< Or it is known now that they are so.

private:
    void setState(State state, const QString &problem = {});
    void useAbilities(const ServerAbilities &abilities, bool isProbed);

    QString m_id;
    QString m_name;
    bool m_isLocal;
    State m_state = State::Off;
    QString m_problem;
    ApiClient m_client;
    DatasetsApi m_datasets{m_client};
    DocumentsApi m_documents{m_client};
    ChunksApi m_chunks{m_client};
    ChildChunksApi m_childChunks{m_client};
    RetrievalApi m_retrieval{m_client};
    MetadataApi m_metadata{m_client};
    TagsApi m_tags{m_client};
    ModelsApi m_models{m_client};
    PipelineApi m_pipelines{m_client};
    std::optional<UploadLimits> m_ownLimits;
    ServerAbilities m_abilities;
    AbilityProbe m_probe{m_client};
    bool m_isProbed = false;
};
