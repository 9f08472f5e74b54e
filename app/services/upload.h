// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/filereader.h"
#include "app/services/transfer.h"

#include <QObject>
#include <QPointer>

#include <functional>

class PipelineApi;

//! One attempt to bring a file to a server: looks at the file, at what the server has under its name, and sends it;
//! where there is a pipeline, to be taken through that.
//! Ends with exactly one of its signals, sent() aside.
class Upload : public QObject
{
    Q_OBJECT

public:
    //! What became of an earlier attempt to send the same file.
    struct Before
    {
        qint64 lostAt = 0; //!< Seconds since 1970 when a send began whose answer was lost; 0 when there is none.
        std::function<bool(const QString &)> isOther; //!< The document of that id is known to be another upload's.
    };

    Upload(const DocumentsApi &api, const PipelineApi &pipelines, const TransferRequest &request, const Before &before,
           QObject *parent);

    void start();
    //! Stops it when the server cannot have it yet: true. When all bytes are out only the answer tells whether it has:
    //! false, and the upload goes on to its end.
    bool stop();

    qint64 startedAt() const { return m_startedAt; } //!< Seconds since 1970 when bytes began to go out; 0 before.

signals:
    void sent(qint64 bytes, qint64 total);
    //! The server has it. The batch is empty when it was found by name.
    void created(const CreatedDocument &answer);
    //! It is worth trying again later; Busy while a document of that name is being indexed. \a isLost: bytes went out
    //! and nobody knows what became of them.
    void delayed(const ApiError &error, bool isLost);
    void failed(const QString &reason);

private:
    void onFileOpened();
    QString problemWithFile() const;
    void lookForLost();
    void lookForOld();
    ApiError busy() const;
    void send();
    void sendToPipeline();
    void runPipeline(const PipelineFile &file);
    void pipelineAnswered(const PipelineFile &file, const Result<PipelineRun> &result);
    void answered(const Result<CreatedDocument> &result);
    void refused(const ApiError &error);
    template <typename Handler>
    void list(Handler handler);

    const DocumentsApi &m_api;
    const PipelineApi &m_pipelines;
    const TransferRequest m_request;
    const Before m_before;
    std::unique_ptr<FileReader> m_file; //!< To see whether it is still what was chosen.
    QPointer<CallBase> m_call;
    qint64 m_startedAt = 0;
    bool m_mayBeThere = false; //!< Something went out of which a document can be made.
    bool m_allOut = false;
};
