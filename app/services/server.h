// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apiclient.h"
#include "app/api/chunksapi.h"
#include "app/api/datasetsapi.h"
#include "app/api/documentsapi.h"
#include "app/api/retrievalapi.h"

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

    ApiClient &client() { return m_client; }
    const DatasetsApi &datasets() const { return m_datasets; }
    const DocumentsApi &documents() const { return m_documents; }
    const ChunksApi &chunks() const { return m_chunks; }
    const RetrievalApi &retrieval() const { return m_retrieval; }

    // For those who run servers: Servers and LocalServer.
    void setName(const QString &name);
    void setStarting(const QString &problem = {});
    void setWaitingForKeychain();
    //! \a certificate is the SHA-256 fingerprint of the one certificate to trust besides those the system trusts.
    void setReady(const QUrl &url, const QByteArray &key, const QByteArray &certificate = {});
    void setFailed(const QString &problem);

signals:
    void changed(); //!< Name, URL, state or problem.

private:
    void setState(State state, const QString &problem = {});

    QString m_id;
    QString m_name;
    bool m_isLocal;
    State m_state = State::Off;
    QString m_problem;
    ApiClient m_client;
    DatasetsApi m_datasets{m_client};
    DocumentsApi m_documents{m_client};
    ChunksApi m_chunks{m_client};
    RetrievalApi m_retrieval{m_client};
};
