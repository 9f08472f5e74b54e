// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/vectors/modelerror.h"
#include "app/engine/vectors/modelsettings.h"

#include <QJsonObject>

#include <atomic>
#include <chrono>
#include <memory>

//! How long it is tried to get an answer.
struct Patience
{
    int attempts = 1; //!< Another one follows when the connection was lost, and after 429 and 5xx.
    std::chrono::milliseconds pause{}; //!< Before the second; doubles with each. Retry-After may make it longer.
    std::chrono::milliseconds timeout{}; //!< Of one attempt.

    //! Somebody is waiting for the answer.
    static Patience whileWaiting() { return {3, std::chrono::milliseconds(200), std::chrono::seconds(20)}; }
    //! Nobody is.
    static Patience inBackground() { return {5, std::chrono::milliseconds(500), std::chrono::minutes(5)}; }
};

//! Asks an endpoint over HTTP. Thread-safe; each call blocks its thread until there is an answer or stop() is called.
class ModelClient
{
public:
    //! \a what the endpoint does, for sentences: "embeddings".
    ModelClient(const ModelEndpoint &endpoint, const QString &what);
    ~ModelClient();

    const ModelEndpoint &endpoint() const { return m_endpoint; }

    //! The JSON object that the endpoint answers. \a cancelled: gives up as soon as it is true. Throws ModelError.
    QJsonObject post(const QString &path, const QJsonObject &body, const Patience &patience,
                     const std::atomic_bool *cancelled = nullptr) const;
    //! The answer is JSON, but not what was asked for.
    ModelError unexpected() const;
    //! Ends all calls, and all that come.
    void stop() { m_stopped = true; }

private:
    Q_DISABLE_COPY_MOVE(ModelClient)

    class Transfer;
    struct Answer;
    class Transfers;

    Answer attempt(const QString &path, const QByteArray &body, const Patience &patience,
                   const std::atomic_bool *cancelled) const;
    void pause(std::chrono::milliseconds time, const std::atomic_bool *cancelled) const;
    bool isOver(const std::atomic_bool *cancelled) const { return m_stopped || (cancelled && *cancelled); }
    ModelError refused(const Answer &answer) const;
    ModelError unreachable(const QString &reason) const;
    QString host() const;

    ModelEndpoint m_endpoint;
    QString m_what;
    std::atomic_bool m_stopped = false;
    std::unique_ptr<Transfers> m_transfers;
};
