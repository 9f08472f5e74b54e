// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QObject>

class Credentials;
class QSettings;

//! Where models are: anything that speaks as OpenAI does, such as Ollama, llama.cpp, vLLM or a cloud.
struct ModelEndpoint
{
    QString url{}; //!< What /embeddings and /rerank are appended to, as in http://127.0.0.1:11434/v1.
    QString model{}; //!< Several are separated by commas; the first is the default.
    QByteArray key{}; //!< Empty where none is needed.

    bool operator==(const ModelEndpoint &) const = default;
};

//! The models that the server on this computer works with. Addresses and names are kept in the settings, keys in the
//! keychain only.
class LocalModels : public QObject
{
    Q_OBJECT

public:
    struct Endpoints
    {
        ModelEndpoint embeddings;
        ModelEndpoint rerank; //!< Without an address: that of the embeddings, with its key.

        bool operator==(const Endpoints &) const = default;
    };

    //! \a serverId names the keys in the keychain.
    LocalModels(QSettings &settings, Credentials &credentials, const QString &serverId, QObject *parent = nullptr);

    //! Reads the keys that belong to what the settings name.
    void load();

    //! The keys are empty until they have been read.
    const Endpoints &endpoints() const { return m_endpoints; }
    void set(const Endpoints &endpoints);

    //! What the process of the server is told by its environment; with the keys.
    QMap<QString, QString> environment() const;

signals:
    void changed(); //!< environment() is another.

private:
    void readKey(const QString &entry);
    void keep(const QString &entry, const ModelEndpoint &endpoint, const ModelEndpoint &before);

    QString keychainEntry(const QString &entry) const;

    QSettings &m_settings;
    Credentials &m_credentials;
    QString m_serverId;
    Endpoints m_endpoints;
};
