// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/upload.h"

#include "app/api/erroradvice.h"
#include "app/api/pipelineapi.h"

#include <QDateTime>

#include <algorithm>

namespace {

constexpr qint64 clockTolerance = 300; //!< Seconds the clock of a server may be behind ours.
constexpr int maxNameLength = 200; //!< Servers cut names there when they create (reference/wire.md).

bool isSameName(const QString &name, const QString &onServer)
{
    return onServer == name || onServer == name.left(maxNameLength);
}

//! The server may have taken the request although no usable answer came.
bool leavesDoubt(const ApiError &error)
{
    using Kind = ApiError::Kind;
    const bool isGateway = error.kind == Kind::Server && error.httpStatus >= 502 && error.httpStatus <= 504;
    return error.kind == Kind::Network || error.kind == Kind::Timeout || error.kind == Kind::Parse || isGateway;
}

} // namespace

Upload::Upload(const DocumentsApi &api, const PipelineApi &pipelines, const TransferRequest &request,
               const Before &before, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_pipelines(pipelines)
    , m_request(request)
    , m_before(before)
{ }

void Upload::start()
{
    m_file = std::make_unique<FileReader>(m_request.path);
    connect(m_file.get(), &FileReader::opened, this, &Upload::onFileOpened);
}

void Upload::onFileOpened()
{
    const QString problem = problemWithFile();
    m_file.release()->deleteLater(); // it is this that calls
    if (!problem.isEmpty())
        return emit failed(problem);
    if (m_request.onSameName == OnSameName::Replace)
        lookForOld(); // sending twice does no harm here: the second replaces the first
    else if (m_before.lostAt > 0)
        lookForLost();
    else
        send();
}

bool Upload::stop()
{
    if (m_allOut)
        return false;
    m_file.reset();
    if (m_call)
        m_call->cancel();
    return true;
}

QString Upload::problemWithFile() const
{
    if (!m_file->problem().isEmpty())
        return m_file->problem();
    if (m_file->size() != m_request.size || m_file->modified().toMSecsSinceEpoch() != m_request.modified)
        return tr("The file has changed since it was chosen.");
    return {};
}

//! The newest documents that carry the name; the server sorts by time of creation.
template <typename Handler>
void Upload::list(Handler handler)
{
    m_call = m_api.list(m_request.datasetId, 1, 100, {.keyword = m_request.name})
                 ->then(this, [this, handler](const Result<Page<Document>> &result) {
                     if (!result)
                         return refused(result.error());
                     QList<Document> documents = result->items;
                     documents.removeIf(
                         [this](const Document &document) { return !isSameName(m_request.name, document.name); });
                     handler(documents);
                 });
}

void Upload::lookForLost()
{
    list([this](const QList<Document> &documents) {
        const auto found = std::find_if(documents.cbegin(), documents.cend(), [this](const Document &document) {
            return document.createdAt >= m_before.lostAt - clockTolerance
                   && !m_request.existingIds.contains(document.id) && !m_before.isOther(document.id);
        });
        if (found == documents.cend())
            send();
        else
            emit created({*found, {}});
    });
}

void Upload::lookForOld()
{
    list([this](const QList<Document> &documents) {
        for (const Document &document : documents) {
            // Writing into a document that is being indexed corrupts it (recordings/1.15.0/findings.md, 8).
            if (isBeingIndexed(document.status))
                return emit delayed(busy(), false);
            // Servers leave a disabled one alone and make a second; an archived one would be replaced unseen.
            if (!document.enabled || document.archived)
                return emit failed(tr("The document of this name is disabled or archived and cannot be replaced."));
        }
        send();
    });
}

ApiError Upload::busy() const
{
    ApiError error;
    error.kind = ApiError::Kind::Busy;
    error.message = tr("Waits until the document of this name is indexed.");
    return error;
}

void Upload::send()
{
    if (m_request.pipeline)
        return sendToPipeline();
    CreateOptions options = m_request.options;
    options.replaceSameName = m_request.onSameName == OnSameName::Replace;
    m_startedAt = QDateTime::currentSecsSinceEpoch();
    auto *call = m_api.createByFile(m_request.datasetId, m_request.path, m_request.name, options);
    m_call = call;
    connect(call, &CallBase::sent, this, [this](qint64 bytes, qint64 total) {
        m_mayBeThere = bytes > 0;
        m_allOut = total > 0 && bytes >= total;
        emit sent(bytes, total);
    });
    call->then(this, [this](const Result<CreatedDocument> &result) { answered(result); });
}

//! The file first, of which nothing is made yet: stopping leaves no trace that a person would see.
void Upload::sendToPipeline()
{
    auto *call = m_pipelines.uploadFile(m_request.path, m_request.name);
    m_call = call;
    connect(call, &CallBase::sent, this, &Upload::sent);
    call->then(this, [this](const Result<PipelineFile> &result) {
        if (result)
            runPipeline(result.value());
        else
            refused(result.error());
    });
}

void Upload::runPipeline(const PipelineFile &file)
{
    m_startedAt = QDateTime::currentSecsSinceEpoch();
    m_mayBeThere = true;
    m_allOut = true;
    PipelineWish wish = *m_request.pipeline;
    wish.items = {file.toJson()};
    m_call = m_pipelines.run(m_request.datasetId, wish)->then(this, [this, file](const Result<PipelineRun> &result) {
        pipelineAnswered(file, result);
    });
}

void Upload::pipelineAnswered(const PipelineFile &file, const Result<PipelineRun> &result)
{
    if (result && result->documents.isEmpty())
        return emit failed(tr("The pipeline made no document of the file."));
    if (result) {
        Document document = result->documents.first();
        document.createdAt = m_startedAt; // the answer does not say
        return emit created({document, result->batch});
    }
    const ApiError error = result.error();
    if (leavesDoubt(error) || error.kind != ApiError::Kind::Server)
        return refused(error);
    // Servers make the document before they look at the inputs, and leave it waiting for ever (recordings 1.15.0,
    // r019 and r025).
    m_call
        = m_api.list(m_request.datasetId, 1, 100, {.keyword = m_request.name})
              ->then(this, [this, file, error](const Result<Page<Document>> &listed) {
                  const QList<Document> documents = listed ? listed->items : QList<Document>();
                  const auto left = std::find_if(documents.cbegin(), documents.cend(),
                                                 [&](const Document &document) { return document.fileId == file.id; });
                  if (left == documents.cend())
                      return refused(error);
                  m_call = m_api.remove(m_request.datasetId, left->id)->then(this, [this, error](const Result<Done> &) {
                      refused(error);
                  });
              });
}

void Upload::answered(const Result<CreatedDocument> &result)
{
    if (result)
        emit created(result.value());
    else
        refused(result.error());
}

void Upload::refused(const ApiError &error)
{
    using Kind = ApiError::Kind;
    if (leavesDoubt(error))
        emit delayed(error, m_mayBeThere || m_before.lostAt > 0);
    else if (error.kind == Kind::Busy || error.kind == Kind::RateLimited)
        emit delayed(error, m_before.lostAt > 0);
    else
        emit failed(sentenceFor(error));
}
