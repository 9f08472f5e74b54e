// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "app/models/chunksmodel.h"
#include "app/models/datasetsmodel.h"
#include "app/models/documentsmodel.h"
#include "app/models/format.h"
#include "app/services/credentials.h"
#include "app/services/indexingwatcher.h"
#include "app/services/servers.h"
#include "ui/datasetcommands.h"
#include "ui/pages/chunkpane.h"
#include "ui/pages/documentspage.h"
#include "ui/pages/metadatapage.h"
#include "ui/pages/retrievalpage.h"
#include "ui/pages/settingspage.h"
#include "ui/pages/transferspane.h"
#include "ui/serverfeed.h"
#include "ui/viewutil.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/titledtabs.h"

#include <QSettings>
#include <QSplitter>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

MainWindow::MainWindow(const Backend &backend)
    : m_backend(backend)
    , m_datasets(new DatasetPane(backend.datasets))
    , m_commands(new DatasetCommands(m_backend, *m_datasets))
    , m_columns(new QSplitter)
    , m_rows(new QSplitter(Qt::Vertical))
    , m_paneTabs(new QTabBar)
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Loredesk"));
    setAcceptDrops(true);
    makeActions();
    makeFrame();
    restoreWindow();
    m_datasets->focusTree();
}

//! The columns beside the tree keep their place by empty widgets until there are panes for them.
void MainWindow::makeFrame()
{
    m_columns->setObjectName(u"columns"_s);
    for (QWidget *pane : {static_cast<QWidget *>(m_datasets), new QWidget, new QWidget}) {
        pane->setMinimumWidth(160);
        m_columns->addWidget(pane);
    }
    m_columns->setChildrenCollapsible(false);
    m_columns->setStretchFactor(Documents, 1);
    m_columns->setSizes({220, 640, 340});
    m_rows->setObjectName(u"rows"_s);
    m_rows->setChildrenCollapsible(false);
    m_rows->addWidget(m_columns);
    m_rows->setStretchFactor(0, 1);

    viewutil::name(m_paneTabs, u"paneTabs"_s, tr("Panes"));
    m_paneTabs->setDrawBase(false);
    m_paneTabs->setExpanding(true);
    for (const QString &text : {tr("Knowledge bases"), tr("Documents"), tr("Chunks")})
        m_paneTabs->addTab(text);
    m_paneTabs->setCurrentIndex(Documents);
    connect(m_paneTabs, &QTabBar::currentChanged, this, &MainWindow::fitPanes);

    auto *central = new QWidget;
    auto *layout = new QVBoxLayout(central);
    viewutil::setTight(layout, 0, 0);
    layout->addWidget(makeToolBar());
    layout->addWidget(m_paneTabs);
    layout->addWidget(m_rows);
    central->setMinimumWidth(320); // one pane: the others make room below `narrow`
    setCentralWidget(central);
}

void MainWindow::complete()
{
    if (m_documents)
        return;
    makePanes();
    fillMenus();
    connectPanes();
    showDataset();
    showWarnings();
}

void MainWindow::makePanes()
{
    m_message = new MessageBar(u"windowMessage"_s);
    m_documents = new DocumentsPage(m_backend.documents, m_backend.fields, m_backend.queue, m_backend.watcher,
                                    m_backend.settings);
    m_retrieval = new LatePage<RetrievalPage>([this] { return makeRetrieval(); });
    m_metadata = new MetadataPage(m_backend.fields);
    m_settings = new LatePage<SettingsPage>([this] { return makeSettings(); });
    m_chunks = new ChunkPane(m_backend.chunks);
    m_transfers = new TransfersPane(m_backend.transfers, m_backend.queue, m_backend.settings);

    m_tabs = new TitledTabs(u"datasetTitle"_s);
    m_tabs->setDocumentMode(true);
    viewutil::name(m_tabs, u"datasetTabs"_s, tr("Knowledge base"));
    m_tabs->addTab(m_documents, tr("Documents"));
    m_tabs->addTab(m_retrieval, tr("Retrieval"));
    m_tabs->addTab(m_metadata, tr("Metadata"));
    m_tabs->addTab(m_settings, tr("Settings"));

    putPane(Documents, m_tabs);
    putPane(Chunks, m_chunks);
    m_rows->addWidget(m_transfers);
    m_rows->restoreState(m_backend.settings.value("window/rows"_L1).toByteArray());
    m_transfers->setOpen(m_backend.settings.value("window/transfersOpen"_L1, false).toBool());
    static_cast<QBoxLayout *>(centralWidget()->layout())->insertWidget(1, m_message); // below the row of buttons
}

RetrievalPage *MainWindow::makeRetrieval()
{
    auto *page = new RetrievalPage(m_backend.hits);
    connect(page, &RetrievalPage::hitChosen, this, &MainWindow::openHit);
    connect(page, &RetrievalPage::hitOpened, this, [this] { showPane(Chunks); });
    if (m_shown)
        page->open(*m_backend.servers.find(m_shown->serverId), m_shown->dataset);
    return page;
}

SettingsPage *MainWindow::makeSettings()
{
    auto *page = new SettingsPage(m_backend.drafts);
    connect(page, &SettingsPage::changed, this, [this](bool unsaved) {
        m_tabs->setTabText(m_tabs->indexOf(m_settings), unsaved ? tr("Settings •") : tr("Settings"));
    });
    if (m_shown)
        page->open(*m_backend.servers.find(m_shown->serverId), m_shown->dataset);
    return page;
}

void MainWindow::connectPanes()
{
    connect(m_datasets, &DatasetPane::currentChanged, this, &MainWindow::showDataset);
    connect(m_datasets, &DatasetPane::opened, this, [this] { showPane(Documents); });
    connect(m_datasets, &DatasetPane::filesDropped, this, &MainWindow::dropFiles);
    connect(&m_backend.datasets, &QAbstractItemModel::dataChanged, this, &MainWindow::showDataset);
    connect(&m_backend.datasets, &QAbstractItemModel::rowsRemoved, this, [this] {
        if (m_shown && !m_backend.datasets.datasetIndex(m_shown->serverId, m_shown->dataset.id).isValid())
            closeDataset();
    });
    connect(&m_backend.servers, &Servers::aboutToBeRemoved, this,
            [this](const Server *server) { onServerLeaving(server->id()); });
    connect(m_commands, &DatasetCommands::failed, this, [this](const QString &text) { m_message->say(text); });

    connect(m_documents, &DocumentsPage::documentChosen, this, &MainWindow::openDocument);
    connect(m_documents, &DocumentsPage::documentOpened, this, [this] { showPane(Chunks); });
    connect(m_documents, &DocumentsPage::filesDropped, this,
            [this](const QList<QUrl> &urls) { dropFiles({}, {}, urls); });
    connect(m_documents, &DocumentsPage::addFilesRequested, this, [this] { chooseFiles(false); });
    connect(m_documents, &DocumentsPage::documentsGone, this, [this](const QStringList &ids) {
        if (ids.contains(m_chunks->documentId()))
            m_chunks->close();
        m_backend.feed.refresh(m_shown->serverId, m_shown->dataset.id);
    });
    connect(&m_backend.watcher, &IndexingWatcher::settled, this,
            [this](const DocumentRef &ref, const Document &document) {
                if (ref.documentId == m_chunks->documentId())
                    m_chunks->reloadAfterIndexing(document.error);
            });
    connect(&m_backend.drafts, &SettingsDrafts::saved, &m_backend.datasets, &DatasetsModel::put);
    connect(&m_backend.drafts, &SettingsDrafts::failed, this, &MainWindow::onSettingsRefused);
    connect(m_chunks, &ChunkPane::stayed, m_documents, &DocumentsPage::select);
    connect(&m_backend.feed, &ServerFeed::holdChanged, m_transfers, &TransfersPane::setHold);
    connect(m_transfers, &TransfersPane::opened, this, [this](bool open) {
        if (open && m_rows->sizes().value(1) < 160)
            m_rows->setSizes({height() - 200, 200});
    });
    connect(&m_backend.credentials, &Credentials::persistentChanged, this, &MainWindow::showWarnings);
    connect(&m_backend.servers, &Servers::problemChanged, this, &MainWindow::showWarnings);
    connect(&m_backend.servers, &Servers::added, this, &MainWindow::showWarnings);
    connect(&m_backend.servers, &Servers::removed, this, &MainWindow::showWarnings);
}

void MainWindow::choose(const QString &serverId, const QString &datasetId)
{
    m_datasets->choose(serverId, datasetId);
}

void MainWindow::showDataset()
{
    const auto place = m_datasets->currentDataset();
    if (!place)
        return; // a server is current: what was shown stays
    if (!m_shown || m_shown->serverId != place->serverId || m_shown->dataset.id != place->dataset.id) {
        return m_chunks->leave([this] { openDataset(); },
                               [this] { m_shown ? choose(m_shown->serverId, m_shown->dataset.id) : openDataset(); });
    }
    const Dataset before = std::exchange(m_shown->dataset, place->dataset);
    showName();
    if (SettingsPage *settings = m_settings->made())
        settings->update(place->dataset);
    RetrievalPage *retrieval = m_retrieval->made();
    if (retrieval && (before.retrieval != place->dataset.retrieval || before.technique != place->dataset.technique))
        retrieval->update(place->dataset);
}

void MainWindow::showName()
{
    const QString name = m_shown ? m_shown->dataset.name : QString();
    m_tabs->setTitle(name);
    setWindowTitle(m_shown ? tr("%1 – Loredesk").arg(name) : tr("Loredesk"));
}

//! Shows the current dataset of the tree.
void MainWindow::openDataset()
{
    const auto place = m_datasets->currentDataset();
    if (!place)
        return;
    m_shown = place;
    showName();
    m_chunks->close();
    const Server *server = m_backend.servers.find(place->serverId);
    m_documents->open(*server, place->dataset.id);
    if (RetrievalPage *retrieval = m_retrieval->made())
        retrieval->open(*server, place->dataset);
    m_metadata->open(*server, place->dataset.id);
    if (SettingsPage *settings = m_settings->made())
        settings->open(*server, place->dataset);
    viewutil::keep(m_backend.settings, u"window/dataset"_s, QStringList{place->serverId, place->dataset.id});
}

void MainWindow::closeDataset()
{
    m_shown.reset();
    showName();
    m_documents->close();
    if (RetrievalPage *retrieval = m_retrieval->made())
        retrieval->close();
    m_metadata->close();
    if (SettingsPage *settings = m_settings->made())
        settings->close();
    m_chunks->leave([this] { m_chunks->close(); });
}

void MainWindow::onServerLeaving(const QString &serverId)
{
    m_backend.settings.remove(DocumentsPage::placesKey(serverId));
    if (!m_shown || m_shown->serverId != serverId)
        return;
    m_chunks->close(); // an unsaved text stays to be copied
    closeDataset();
}

//! Where it is looked at, the page itself says it.
void MainWindow::onSettingsRefused(const SettingsDrafts::Draft &draft, const ApiError &error)
{
    if (m_settings->isVisible() && m_shown && m_shown->serverId == draft.serverId
        && m_shown->dataset.id == draft.dataset.id)
        return;
    m_message->say(tr("The settings of “%1” were not saved: %2").arg(draft.dataset.name, viewutil::sentence(error)));
}

void MainWindow::reload()
{
    if (m_shown)
        m_backend.datasets.reload(m_shown->serverId);
    m_documents->reload();
    m_metadata->reload();
    m_chunks->reload();
}

void MainWindow::showWarnings()
{
    QStringList warnings;
    if (!m_backend.servers.problem().isEmpty())
        warnings.append(m_backend.servers.problem());
    // The key of This computer is made anew at each start then: no loss, so that is said in passing.
    const QString noKeychain = m_backend.credentials.isPersistent()
                                   ? QString()
                                   : tr("No keychain is available: the key is kept until you quit.");
    const bool hasOthers = m_backend.servers.all().size() > 1;
    if (hasOthers && !noKeychain.isEmpty())
        warnings.append(noKeychain);
    m_datasets->setFootnote(hasOthers ? QString() : noKeychain);
    m_message->say(warnings.join(u'\n'));
}
