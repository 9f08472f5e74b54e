// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>
#include <QThread>
#include <QUrl>

#include <atomic>
#include <memory>
#include <mutex>

//! An endpoint of models on 127.0.0.1, in a thread of its own, so that it answers those who block.
//! POST /v1/embeddings: bags of words (each in a place by its hash, in capitals or not; of Han script pairs of
//! letters), so that their cosine can be told beforehand and texts without a common word have 0. Its models are
//! fake-embed and fake-embed-2; it counts words as tokens. POST /v1/rerank, model fake-rerank: the share of the words
//! of query and text that are in both. Words that make it fail, as in recordings/1.15.0: EMBEDFAIL 400, EMBEDAUTH 401,
//! EMBEDRATE 429, RERANKFAIL 400.
class ModelServer
{
public:
    //! \a key: what has to be shown, if it is not empty. \a dimensions: of its vectors.
    explicit ModelServer(const QByteArray &key = {}, int dimensions = 384);
    ~ModelServer();

    QUrl url() const; //!< http://127.0.0.1:PORT/v1
    //! The texts that were to be embedded, all together.
    QStringList texts() const;
    int requests() const { return m_requests; }

    // To be set at any time.
    std::atomic_int failures = 0; //!< So many of the next requests are answered as below; each counts one down.
    std::atomic_int failureStatus = 503; //!< 0: the connection is closed without an answer.
    std::atomic_int retryAfter = 0; //!< Seconds, told with such an answer; 0: not told.
    std::atomic_bool isSilent = false; //!< Takes requests and never answers.
    std::atomic_int mostTexts = 1'000; //!< At once; more are refused with 400.

private:
    Q_DISABLE_COPY_MOVE(ModelServer)
    class Listener;

    struct Answer
    {
        int status = 200;
        QByteArray body;
        QByteArray headers{}; //!< Lines, each with its end.
    };
    Answer answer(const QByteArray &head, const QByteArray &body);
    Answer embeddings(const class QJsonObject &wish);
    static Answer rerank(const class QJsonObject &wish);

    QByteArray m_key;
    int m_dimensions;
    std::atomic_int m_requests = 0;
    mutable std::mutex m_mutex; //!< Guards what follows.
    QStringList m_texts;
    quint16 m_port = 0;
    QThread m_thread;
};
