// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/uploadplanner.h"

#include "app/api/documentsapi.h"

#include <QtConcurrentRun>

#include <limits>

namespace {

void walkInWorker(QPromise<UploadPlan> &promise, const QStringList &paths, const UploadLimits &limits,
                  const std::shared_ptr<std::atomic_bool> &keepGoing)
{
    promise.setProgressRange(0, std::numeric_limits<int>::max());
    promise.addResult(planUpload(paths, limits, [&](int found) {
        promise.setProgressValue(found);
        return keepGoing->load();
    }));
}

} // namespace

UploadPlanner::UploadPlanner(QObject *parent)
    : QObject(parent)
{
    connect(&m_existing, &PagedListBase::stateChanged, this, &UploadPlanner::markNames);
    connect(&m_walk, &QFutureWatcherBase::finished, this, &UploadPlanner::walked);
    connect(&m_walk, &QFutureWatcherBase::progressValueChanged, this, [this](int found) {
        m_found = found;
        emit progressed(found);
    });
}

UploadPlanner::~UploadPlanner()
{
    cancel();
}

void UploadPlanner::setPaths(const QStringList &paths)
{
    m_paths = paths;
    walk();
}

void UploadPlanner::setTarget(const DocumentsApi &api, const QString &datasetId, const UploadLimits &limits)
{
    m_hasTarget = true;
    if (datasetId.isEmpty())
        m_existing.open({});
    else
        m_existing.open([&api, datasetId](int page, int limit) { return api.list(datasetId, page, limit); });
    m_existing.fetchAll();
    markNames();
    if (limits == m_limits)
        return;
    m_limits = limits;
    walk();
}

void UploadPlanner::cancel()
{
    if (m_keepGoing)
        m_keepGoing->store(false);
}

void UploadPlanner::walk()
{
    cancel();
    if (m_paths.isEmpty() || m_limits.suffixes.isEmpty())
        return;
    m_keepGoing = std::make_shared<std::atomic_bool>(true);
    m_found = 0;
    m_isWalking = true;
    m_walk.setFuture(QtConcurrent::run(walkInWorker, m_paths, m_limits, m_keepGoing));
    emit changed();
}

void UploadPlanner::walked()
{
    m_plan = m_walk.result();
    m_isWalking = false;
    markNames();
}

void UploadPlanner::markNames()
{
    m_idsByName.clear();
    QSet<QString> names;
    if (namesKnown()) {
        for (int row = 0; row < m_existing.size(); ++row) {
            const QString name = m_existing.at(row).name.normalized(QString::NormalizationForm_C);
            m_idsByName[name].append(m_existing.at(row).id);
            names.insert(name);
        }
    }
    markSameNames(m_plan, names);
    emit changed();
}
