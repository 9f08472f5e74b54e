// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/namelookup.h"
#include "app/services/uploadplan.h"

#include <QFutureWatcher>

#include <atomic>
#include <memory>

class DocumentsApi;

//! Makes the plan that the upload sheet shows: walks the files in a worker, and looks for their names in the target
//! dataset.
class UploadPlanner : public QObject
{
    Q_OBJECT

public:
    explicit UploadPlanner(QObject *parent = nullptr);
    ~UploadPlanner() override;

    //! Files and folders to walk; what was walked before is dropped.
    void setPaths(const QStringList &paths);
    //! Where they will go: what the server takes, and which names are there (none in a dataset yet to be made, whose id
    //! is empty). \a api must outlive this or the next target.
    void setTarget(const DocumentsApi &api, const QString &datasetId, const UploadLimits &limits);
    //! Whether files outside the limits are sent as well; not any more when others are set.
    void setSendsAnyway(bool anyway);
    //! Stops walking; the plan is what was found so far.
    void cancel();

    bool isWalking() const { return m_isWalking; }
    int found() const { return m_found; } //!< Files and folders met so far while walking.
    //! It is known which names the dataset has, so that UploadCandidate::sameName can be trusted.
    bool namesKnown() const { return m_hasTarget && !m_isWalking && m_names.state() == LoadState::Complete; }
    LoadState namesState() const { return m_names.state(); }
    const ApiError &namesError() const { return m_names.error(); }
    void retryNames() { m_names.retry(); } //!< After LoadState::Failed.
    bool sendsAnyway() const { return m_sendsAnyway; }
    int outsideLimits() const; //!< Files that are outside them, sent or not.
    const UploadPlan &plan() const { return m_plan; }
    const UploadLimits &limits() const { return m_limits; }
    //! The ids of the documents of that name which are there already.
    QStringList existingIds(const QString &name) const { return m_names.idsOf(name); }

signals:
    void progressed(int found);
    void changed(); //!< plan(), isWalking(), namesState() or namesKnown().

private:
    void walk();
    void walked();
    void makePlan();
    void lookForNames();
    void markNames();

    QStringList m_paths;
    UploadLimits m_limits;
    UploadPlan m_walked; //!< By the limits.
    UploadPlan m_plan;
    NameLookup m_names;
    QFutureWatcher<UploadPlan> m_walk;
    std::shared_ptr<std::atomic_bool> m_keepGoing;
    int m_found = 0;
    bool m_isWalking = false;
    bool m_sendsAnyway = false;
    bool m_hasTarget = false;
};
