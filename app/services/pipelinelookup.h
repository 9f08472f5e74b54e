// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apierror.h"
#include "app/domain/pipeline.h"
#include "app/models/pagedlistbase.h"

#include <QPointer>

#include <optional>

class CallBase;
class PipelineApi;

//! Finds out how files get into a dataset whose documents come through a pipeline, and what it asks for.
class PipelineLookup : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    //! Forgets what was found. Without a dataset nothing is looked for. \a api must live until the next open().
    void open(const PipelineApi *api, const QString &datasetId);
    QString datasetId() const { return m_datasetId; }

    LoadState state() const { return m_state; }
    //! Where it takes files of this computer from; nothing before LoadState::Complete, or where problem() says why.
    const std::optional<PipelineSource> &source() const { return m_source; }
    //! Why no file can go there: a sentence; empty when one can, and while that is not known.
    QString problem() const { return m_problem; }

signals:
    void changed();

private:
    void found(const QList<PipelineSource> &sources);

    QString m_datasetId;
    QPointer<CallBase> m_call;
    std::optional<PipelineSource> m_source;
    QString m_problem;
    LoadState m_state = LoadState::Idle;
};
