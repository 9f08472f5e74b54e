// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/call.h"
#include "app/domain/pipeline.h"

class ApiClient;

//! Datasets whose documents come through a pipeline: /datasets/{id}/pipeline.
class PipelineApi
{
public:
    explicit PipelineApi(ApiClient &client)
        : m_client(client)
    { }

    //! Where the pipeline of a dataset takes documents from. An ordinary dataset has none: BadRequest.
    Call<QList<PipelineSource>> *sources(const QString &datasetId, bool isPublished = true) const;
    //! Streams the file \a path from disk under \a fileName, to be named in a wish's items.
    Call<PipelineFile> *uploadFile(const QString &path, const QString &fileName) const;
    //! What a source other than local files offers, such as its pages: the last of its events, all of which are
    //! reported by CallBase::eventArrived().
    Call<QJsonObject> *browse(const QString &datasetId, const PipelineSource &source, const QJsonObject &inputs,
                              bool isPublished = true) const;
    //! Answers at once for a published pipeline; the documents are then made. For a draft the steps are reported by
    //! CallBase::eventArrived(), and the result comes with the last.
    Call<PipelineRun> *run(const QString &datasetId, const PipelineWish &wish) const;

private:
    ApiClient &m_client;
};
