// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sampledataset.h"

#include "app/log.h"
#include "app/models/datasetsmodel.h"
#include "app/services/servers.h"
#include "app/services/transferqueue.h"
#include "ui/backend.h"
#include "ui/dialogs/handbookwindow.h"

#include <QDateTime>
#include <QFileInfo>
#include <QSettings>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString doneKey = u"sample/created"_s;

} // namespace

SampleDataset::SampleDataset(const Backend &backend, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
{
    connect(&backend.servers.local(), &Server::changed, this, &SampleDataset::createOnce);
    createOnce();
}

void SampleDataset::createOnce()
{
    const Server &local = m_backend.servers.local();
    if (m_asked || local.state() != Server::State::Ready || m_backend.settings.value(doneKey).toBool())
        return;
    m_asked = true;
    local.datasets().list(1, 1)->then(this, [this](const Result<Page<Dataset>> &result) {
        if (!result)
            return;
        if (result->items.isEmpty())
            create();
        else
            m_backend.settings.setValue(doneKey, true); // the folder has been used before
    });
}

void SampleDataset::create()
{
    const Server &local = m_backend.servers.local();
    local.datasets()
        .create({.name = tr("Handbook"), .description = {}})
        ->then(this, [this](const Result<Dataset> &result) {
            if (!result) {
                qCWarning(lcTransfers) << "no sample dataset:" << result.error().message;
                return;
            }
            m_backend.settings.setValue(doneKey, true);
            const QString serverId = m_backend.servers.local().id();
            m_backend.datasets.put(serverId, result.value());
            emit created(serverId, result->id);
            fill(result->id);
        });
}

void SampleDataset::fill(const QString &datasetId)
{
    QList<TransferRequest> requests;
    for (const QString &path : HandbookWindow::chapters()) {
        const QFileInfo file(path);
        requests.append({.serverId = m_backend.servers.local().id(),
                         .datasetId = datasetId,
                         .path = path,
                         .name = file.fileName(),
                         .relativePath = file.fileName(),
                         .size = file.size(),
                         .modified = file.lastModified().toMSecsSinceEpoch(),
                         .existingIds = {},
                         .options = {}});
    }
    m_backend.queue.add(requests);
}
