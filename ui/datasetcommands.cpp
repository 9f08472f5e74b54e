// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/datasetcommands.h"

#include "app/models/datasetsmodel.h"
#include "app/services/localserver.h"
#include "app/services/servers.h"
#include "app/services/settingsdrafts.h"
#include "ui/backend.h"
#include "ui/dialogs/ask.h"
#include "ui/dialogs/certificatedialog.h"
#include "ui/dialogs/datasetdialog.h"
#include "ui/dialogs/modelsdialog.h"
#include "ui/dialogs/serverdialog.h"
#include "ui/dialogs/tagsdialog.h"
#include "ui/icons.h"
#include "ui/viewutil.h"

using namespace Qt::Literals::StringLiterals;

DatasetCommands::DatasetCommands(const Backend &backend, DatasetPane &pane)
    : QObject(&pane)
    , m_backend(backend)
    , m_pane(pane)
    , m_new(add(u"newDataset"_s, tr("New knowledge base…"), u"new-dataset"_s, &DatasetCommands::makeDataset))
    , m_rename(add(u"renameDataset"_s, tr("Rename…"), u"rename"_s, &DatasetCommands::renameDataset))
    , m_tags(add(u"datasetTags"_s, tr("Tags…"), u"tag"_s, &DatasetCommands::chooseTags))
    , m_delete(add(u"deleteDataset"_s, tr("Delete…"), u"delete"_s, &DatasetCommands::askToDelete))
    , m_addServer(add(u"addServer"_s, tr("Add server…"), u"add-server"_s, &DatasetCommands::addServer))
    , m_retry(new QAction(icons::icon(u"reload"_s), tr("Retry"), this))
    , m_editServer(new QAction(icons::icon(u"key"_s), tr("Edit server…"), this))
    , m_models(add(u"localModels"_s, tr("Models on this computer…"), u"computer"_s, &DatasetCommands::chooseModels))
    , m_removeServer(add(u"removeServer"_s, tr("Remove server…"), u"delete"_s, &DatasetCommands::askToRemoveServer))
{
    m_retry->setObjectName(u"retryServer"_s);
    m_editServer->setObjectName(u"editServer"_s);
    connect(m_retry, &QAction::triggered, this, [this] { retry(m_pane.currentServerId()); });
    connect(m_editServer, &QAction::triggered, this, [this] { editServer(m_pane.currentServerId()); });
    m_new->setShortcut(QKeySequence::New);
    m_rename->setShortcut(Qt::Key_F2);
    m_delete->setShortcut(Qt::Key_Delete);
    for (QAction *action : {m_rename, m_delete})
        action->setShortcutContext(Qt::WidgetShortcut); // other lists have the same keys
    pane.setDatasetActions(datasetActions());
    pane.setServerActions(QList<QAction *>{m_new} + serverActions());
    connect(&pane, &DatasetPane::currentChanged, this, &DatasetCommands::updateActions);
    const auto follow = [this](const Server *server) {
        connect(server, &Server::abilitiesChanged, this, &DatasetCommands::updateActions);
    };
    connect(&backend.servers, &Servers::added, this, follow);
    for (const Server *server : backend.servers.all())
        follow(server);
    connect(&backend.datasets, &QAbstractItemModel::dataChanged, this, &DatasetCommands::updateActions);
    connect(&pane, &DatasetPane::retryRequested, this, &DatasetCommands::retry);
    connect(&pane, &DatasetPane::changeKeyRequested, this, &DatasetCommands::editServer);
    connect(&pane, &DatasetPane::certificateRequested, this, &DatasetCommands::showCertificate);
    updateActions();
}

QAction *DatasetCommands::add(const QString &name, const QString &text, const QString &icon,
                              void (DatasetCommands::*slot)())
{
    auto *action = new QAction(icons::icon(icon), text, this);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

Server *DatasetCommands::server() const
{
    return m_backend.servers.find(m_pane.currentServerId());
}

void DatasetCommands::updateActions()
{
    const Server *at = server();
    const bool hasDataset = m_pane.currentDataset().has_value();
    m_new->setEnabled(at && at->state() == Server::State::Ready);
    viewutil::offer(m_rename, tr("Rename…"), hasDataset, at, Ability::ReadDataset);
    m_delete->setEnabled(hasDataset);
    viewutil::offer(m_tags, tr("Tags…"), hasDataset, at, Ability::Tags);
    m_retry->setEnabled(at);
    m_editServer->setEnabled(at && !at->isLocal());
    m_removeServer->setEnabled(at && !at->isLocal());
}

void DatasetCommands::retry(const QString &serverId)
{
    Server *at = m_backend.servers.find(serverId);
    if (!at)
        return;
    if (at->state() == Server::State::Ready)
        m_backend.datasets.reload(serverId);
    else if (at->isLocal())
        m_backend.localServer.start();
    else
        m_backend.servers.retry(at);
}

void DatasetCommands::editServer(const QString &serverId)
{
    Server *at = m_backend.servers.find(serverId);
    if (!at || at->isLocal())
        return;
    auto *dialog = new ServerDialog(m_backend.servers, m_backend.network, at, m_pane.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void DatasetCommands::showCertificate(const QString &serverId)
{
    const Server *at = m_backend.servers.find(serverId);
    const ApiError *error = m_backend.datasets.error(serverId);
    if (!at || !error)
        return;
    const ServerAddress address = m_backend.servers.address(*at);
    auto *dialog = new CertificateDialog({.host = address.url.host(),
                                          .certificate = error->certificate,
                                          .problem = error->message,
                                          .isAnother = !address.certificate.isEmpty()},
                                         m_pane.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CertificateDialog::trusted, this, [this, serverId](const QByteArray &fingerprint) {
        if (Server *found = m_backend.servers.find(serverId))
            m_backend.servers.trust(found, fingerprint);
    });
    dialog->open();
}

void DatasetCommands::chooseModels()
{
    auto *dialog = new ModelsDialog(m_backend.localModels, m_backend.network, m_pane.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void DatasetCommands::makeDataset()
{
    const Server *at = server();
    if (!at)
        return;
    auto *dialog = new DatasetDialog(*at, {}, m_pane.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DatasetDialog::stored, this, [this](const QString &serverId, const Dataset &dataset) {
        m_backend.datasets.put(serverId, dataset);
        m_pane.choose(serverId, dataset.id);
    });
    dialog->open();
}

void DatasetCommands::renameDataset()
{
    const Server *at = server();
    const auto place = m_pane.currentDataset();
    if (!at || !place)
        return;
    auto *dialog = new DatasetDialog(*at, place->dataset, m_pane.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DatasetDialog::stored, &m_backend.datasets, &DatasetsModel::put);
    dialog->open();
}

void DatasetCommands::chooseTags()
{
    const Server *at = server();
    const auto place = m_pane.currentDataset();
    if (!at || !place)
        return;
    auto *dialog = new TagsDialog(*at, place->dataset, m_pane.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TagsDialog::changed, &m_backend.datasets, &DatasetsModel::reload);
    dialog->open();
}

void DatasetCommands::askToDelete()
{
    const auto place = m_pane.currentDataset();
    if (!place)
        return;
    dialogs::ask(m_pane.window(), tr("Delete “%1”?").arg(place->dataset.name),
                 tr("Its %n document(s) and all their chunks are deleted as well. This cannot be undone.", nullptr,
                    static_cast<int>(place->dataset.documentCount)),
                 tr("Delete"), [this, place] { remove(*place); });
}

void DatasetCommands::remove(const DatasetPlace &place)
{
    const Server *at = m_backend.servers.find(place.serverId);
    if (!at)
        return;
    at->datasets().remove(place.dataset.id)->then(this, [this, place](const Result<Done> &result) {
        if (result) {
            m_backend.drafts.forget(place.serverId, place.dataset.id);
            m_backend.datasets.remove(place.serverId, place.dataset.id);
            return;
        }
        emit failed(tr("“%1” was not deleted: %2").arg(place.dataset.name, viewutil::sentence(result.error())));
    });
}

void DatasetCommands::addServer()
{
    auto *dialog = new ServerDialog(m_backend.servers, m_backend.network, nullptr, m_pane.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void DatasetCommands::askToRemoveServer()
{
    const Server *at = server();
    if (!at || at->isLocal())
        return;
    QString details = tr("Its key is removed from the keychain. The knowledge bases on the server are not touched.");
    QStringList unsaved;
    for (const auto &draft : m_backend.drafts.all(at->id()))
        unsaved.append(tr("“%1”").arg(draft.dataset.name));
    if (!unsaved.isEmpty())
        details += u"\n\n"_s + tr("Settings that are changed and not saved are lost: %1.").arg(unsaved.join(u", "_s));
    dialogs::ask(m_pane.window(), tr("Remove “%1”?").arg(at->name()), details, tr("Remove"), [this, id = at->id()] {
        if (Server *found = m_backend.servers.find(id))
            m_backend.servers.remove(found);
    });
}
