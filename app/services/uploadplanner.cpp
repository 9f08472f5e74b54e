// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/uploadplanner.h"

#include "app/services/background.h"

#include <algorithm>
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
    connect(&m_names, &NameLookup::changed, this, &UploadPlanner::markNames);
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
    m_names.open(api, datasetId);
    lookForNames();
    if (limits == m_limits)
        return;
    m_limits = limits;
    m_sendsAnyway = false;
    walk();
}

void UploadPlanner::setSendsAnyway(bool anyway)
{
    if (std::exchange(m_sendsAnyway, anyway) != anyway)
        makePlan();
}

int UploadPlanner::outsideLimits() const
{
    return static_cast<int>(std::count_if(m_walked.leftOut.cbegin(), m_walked.leftOut.cend(),
                                          [](const LeftOut &file) { return file.mayBeSentAnyway(); }));
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
    m_walk.setFuture(background::run<UploadPlan>(
        [paths = m_paths, limits = m_limits, keepGoing = m_keepGoing](QPromise<UploadPlan> &promise) {
            walkInWorker(promise, paths, limits, keepGoing);
        }));
    emit changed();
}

void UploadPlanner::walked()
{
    m_walked = m_walk.result();
    m_isWalking = false;
    makePlan();
}

void UploadPlanner::makePlan()
{
    m_plan = m_walked;
    if (m_sendsAnyway)
        sendAnyway(m_plan);
    lookForNames();
}

void UploadPlanner::lookForNames()
{
    QSet<QString> names;
    for (const UploadCandidate &file : std::as_const(m_plan.files))
        names.insert(file.name);
    m_names.lookFor(names);
}

void UploadPlanner::markNames()
{
    QSet<QString> names;
    if (namesKnown()) {
        for (const UploadCandidate &file : std::as_const(m_plan.files)) {
            if (!m_names.idsOf(file.name).isEmpty())
                names.insert(file.name);
        }
    }
    markSameNames(m_plan, names);
    emit changed();
}
