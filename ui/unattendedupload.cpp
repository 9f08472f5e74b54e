// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/unattendedupload.h"

#include "app/models/datasetsmodel.h"
#include "app/models/format.h"
#include "app/services/servers.h"
#include "app/services/transferqueue.h"
#include "ui/backend.h"
#include "ui/dialogs/uploadrequests.h"
#include "ui/mainwindow.h"
#include "ui/viewutil.h"

#include <QDateTime>
#include <QPixmap>
#include <QTimer>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

void print(const QString &line)
{
    std::puts(qUtf8Printable(line));
    std::fflush(stdout);
}

} // namespace

UnattendedUpload::UnattendedUpload(const Backend &backend, MainWindow &window, const QStringList &files,
                                   const QString &picture, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_window(window)
    , m_files(files)
    , m_picture(picture)
{
    connect(&backend.servers.local(), &Server::changed, this, &UnattendedUpload::createWhenReady);
    connect(&backend.queue, &TransferQueue::changed, this, &UnattendedUpload::report);
    // Not at once: nobody could be listening yet.
    QMetaObject::invokeMethod(this, &UnattendedUpload::createWhenReady, Qt::QueuedConnection);
}

void UnattendedUpload::createWhenReady()
{
    const Server &local = m_backend.servers.local();
    if (local.state() == Server::State::Failed)
        return fail(local.problem());
    if (local.state() != Server::State::Ready || m_isCreating)
        return;
    m_isCreating = true;
    const QString name = tr("Files of %1").arg(QDateTime::currentDateTime().toString(u"yyyy-MM-dd HH:mm:ss"_s));
    local.datasets().create({.name = name, .description = {}})->then(this, [this](const Result<Dataset> &result) {
        if (!result)
            return fail(viewutil::sentence(result.error()));
        m_backend.datasets.put(m_backend.servers.local().id(), result.value());
        m_window.choose(m_backend.servers.local().id(), result->id);
        planWhenCreated(result->id);
    });
}

void UnattendedUpload::planWhenCreated(const QString &datasetId)
{
    m_datasetId = datasetId;
    m_planner.setTarget(m_backend.servers.local().documents(), datasetId, UploadLimits::ofThisComputer());
    connect(&m_planner, &UploadPlanner::changed, this, &UnattendedUpload::send);
    m_planner.setPaths(m_files);
}

void UnattendedUpload::send()
{
    if (m_isSent || m_planner.isWalking() || !m_planner.namesKnown())
        return;
    m_isSent = true;
    for (const LeftOut &leftOut : m_planner.plan().leftOut)
        print(tr("%1: left out, %2").arg(leftOut.relativePath, reasonText(leftOut, m_planner.limits())));
    const auto requests
        = uploadRequests(m_planner, {m_backend.servers.local().id(), m_datasetId}, SameNameChoice::KeepBoth, {});
    if (requests.isEmpty())
        return fail(tr("There is nothing to send."));
    m_backend.queue.add(requests);
}

void UnattendedUpload::report(const QList<int> &rows)
{
    for (const int row : rows) {
        const Transfer &transfer = m_backend.queue.at(row);
        const QString progress = progressText(transfer.progress);
        const QString state = !transfer.message.isEmpty()                     ? transfer.message
                              : progress.isEmpty() || isFinal(transfer.state) ? stateText(transfer.state)
                                                                              : progress;
        const QString line = transfer.request.relativePath + u": "_s + state;
        if (std::exchange(m_lastLines[row], line) != line)
            print(line);
    }
    if (m_isSent && m_backend.queue.summary().unfinished() == 0)
        QTimer::singleShot(500, this, &UnattendedUpload::end); // the window shows the end as well
}

void UnattendedUpload::end()
{
    if (!std::exchange(m_isSent, false))
        return;
    const TransferSummary &summary = m_backend.queue.summary();
    const int failed = summary.count(Transfer::State::Failed);
    print(tr("%1 finished, %2 failed").arg(summary.count(Transfer::State::Finished)).arg(failed));
    if (!m_window.grab().save(m_picture))
        return fail(tr("The picture could not be saved as %1").arg(m_picture));
    emit finished(failed == 0 ? 0 : 1);
}

void UnattendedUpload::fail(const QString &why)
{
    std::fprintf(stderr, "loredesk: %s\n", qUtf8Printable(why));
    emit finished(1);
}
