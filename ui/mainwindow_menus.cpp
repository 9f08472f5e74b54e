// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of the window and what it remembers.
#include "ui/appearance.h"
#include "ui/datasetcommands.h"
#include "ui/dialogs/handbookwindow.h"
#include "ui/dialogs/keysdialog.h"
#include "ui/icons.h"
#include "ui/mainwindow.h"
#include "ui/pages/chunkpane.h"
#include "ui/pages/documentspage.h"
#include "ui/pages/metadatapage.h"
#include "ui/pages/retrievalpage.h"
#include "ui/pages/settingspage.h"
#include "ui/pages/transferspane.h"
#include "ui/viewutil.h"
#include "ui/widgets/titledtabs.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QSplitter>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

QAction *MainWindow::addAction(const QString &name, const QString &text, const QString &icon, const QKeySequence &key,
                               const std::function<void()> &slot)
{
    auto *action = new QAction(icons::icon(icon), text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    connect(action, &QAction::triggered, this, [this, slot] {
        complete(); // the key may be there before the first paint
        slot();
    });
    QMainWindow::addAction(action); // its key works wherever the menu is
    return action;
}

void MainWindow::makeActions()
{
    m_addFiles = addAction(u"addFiles"_s, tr("Add files…"), u"add-files"_s, QKeySequence::Open,
                           [this] { chooseFiles(false); });
    m_addFolder = addAction(u"addFolder"_s, tr("Add folder…"), u"add-files"_s, Qt::CTRL | Qt::SHIFT | Qt::Key_O,
                            [this] { chooseFiles(true); });
    m_quit = addAction(u"quit"_s, tr("Quit"), {}, QKeySequence::Quit, [this] { close(); });
    m_quit->setMenuRole(QAction::QuitRole);

    m_showChunks = addAction(u"showChunks"_s, tr("Show chunks"), u"chunks"_s, Qt::CTRL | Qt::Key_E, [this] {
        if (m_isNarrow)
            showPane(Chunks);
        fitPanes();
    });
    m_showChunks->setCheckable(true);
    m_showChunks->setChecked(true);
    m_viewActions = {addAction(u"reload"_s, tr("Reload"), u"reload"_s, Qt::Key_F5, [this] { reload(); }), m_showChunks};
    m_goActions = {
        addAction(u"goTree"_s, tr("Knowledge bases"), {}, Qt::CTRL | Qt::Key_1, [this] { showPane(Tree); }),
        addAction(u"goDocuments"_s, tr("Documents"), {}, Qt::CTRL | Qt::Key_2,
                  [this] {
                      m_tabs->setCurrentWidget(m_documents);
                      showPane(Documents);
                  }),
        addAction(u"goChunks"_s, tr("Chunks"), {}, Qt::CTRL | Qt::Key_3, [this] { showPane(Chunks); }),
        addAction(u"goTransfers"_s, tr("Transfers"), {}, Qt::CTRL | Qt::Key_4, [this] { showPane(Transfers); }),
        addAction(u"goFilter"_s, tr("Filter documents"), u"search"_s, QKeySequence::Find,
                  [this] {
                      m_tabs->setCurrentWidget(m_documents);
                      showPane(Documents);
                      m_documents->focusFilter();
                  }),
        addAction(u"goRetrieval"_s, tr("Retrieval"), u"search"_s, Qt::CTRL | Qt::Key_T,
                  [this] {
                      showPane(Documents);
                      m_tabs->setCurrentWidget(m_retrieval);
                      m_retrieval->page()->focusQuery();
                  }),
        addAction(u"goMetadata"_s, tr("Metadata"), u"metadata"_s, Qt::CTRL | Qt::Key_M,
                  [this] {
                      showPane(Documents);
                      m_tabs->setCurrentWidget(m_metadata);
                      m_metadata->focusFields();
                  }),
        addAction(u"goSettings"_s, tr("Settings of the knowledge base"), {}, Qt::CTRL | Qt::Key_Comma,
                  [this] {
                      showPane(Documents);
                      m_tabs->setCurrentWidget(m_settings);
                      m_settings->page()->focusFirst();
                  }),
    };
    m_helpActions = {
        addAction(u"handbook"_s, tr("Handbook"), u"help"_s, QKeySequence::HelpContents, [this] { showHandbook(); }),
        addAction(u"keys"_s, tr("Keys"), {}, Qt::CTRL | Qt::Key_Slash, [this] { showKeys(); }),
    };
    for (QAction *action : m_commands->datasetActions() + m_commands->serverActions()) {
        if (action->shortcutContext() == Qt::WindowShortcut)
            QMainWindow::addAction(action);
    }
}

//! A row of buttons, no QToolBar: that one loads the libraries of all picture formats for an arrow hardly ever shown.
QWidget *MainWindow::makeToolBar()
{
    auto *bar = new QWidget;
    viewutil::name(bar, u"toolBar"_s, tr("Tools"));
    auto *row = new QHBoxLayout(bar);
    viewutil::setTight(row, 2, 2);
    const auto addButton = [this, row](QAction *action, const QString &text) {
        QToolButton *button = viewutil::toolButton(action);
        action->setIconText(text);
        row->addWidget(button);
        m_toolButtons.append(button);
        return button;
    };
    QToolButton *add = addButton(m_addFiles, tr("Add files"));
    add->setPopupMode(QToolButton::MenuButtonPopup);
    auto *addMenu = new QMenu(add);
    addMenu->addActions({m_addFiles, m_addFolder});
    add->setMenu(addMenu);
    row->addSpacing(8); // else its arrow seems to belong to the next button
    addButton(m_commands->newDataset(), tr("New knowledge base"));
    row->addStretch();
#ifndef Q_OS_MACOS
    row->addWidget(makeMenuButton());
#endif
    return bar;
}

QToolButton *MainWindow::makeMenuButton()
{
    auto *button = new QToolButton;
    viewutil::name(button, u"menuButton"_s, tr("Menu"), tr("Menu (F10)"));
    button->setIcon(icons::icon(u"menu"_s, u"application-menu"_s));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setShortcut(Qt::Key_F10);
    m_menu = new QMenu(button);
    button->setMenu(m_menu);
    return button;
}

void MainWindow::fillMenus()
{
    const auto make = [this](const QString &title, const QList<QAction *> &actions) {
        auto *menu = new QMenu(title, this);
        menu->addActions(actions);
        menu->setToolTipsVisible(true); // why something cannot be done here
        return menu;
    };
    QMenu *file = make(tr("&File"), {m_addFiles, m_addFolder});
    file->addSeparator();
    file->addActions(m_commands->serverActions());
    file->addSeparator();
    file->addAction(m_quit);
    QMenu *view = make(tr("&View"), m_viewActions);
    view->addMenu(makeAppearanceMenu());
    const QList<QMenu *> menus{file,
                               make(tr("&Knowledge base"), m_commands->datasetActions()),
                               make(tr("&Document"), m_documents->documentActions()),
                               make(tr("&Metadata"), m_metadata->fieldActions()),
                               make(tr("&Chunk"), m_chunks->chunkActions()),
                               make(tr("&Transfers"), m_transfers->transferActions()),
                               make(tr("&Go to"), m_goActions),
                               view,
                               make(tr("&Help"), m_helpActions)};
    for (QMenu *menu : menus) {
        if (m_menu)
            m_menu->addMenu(menu);
        else
            menuBar()->addMenu(menu);
    }
    for (QAction *action : m_metadata->fieldActions()) {
        if (action->shortcutContext() == Qt::WindowShortcut)
            QMainWindow::addAction(action);
    }
}

QMenu *MainWindow::makeAppearanceMenu()
{
    auto *menu = new QMenu(tr("&Appearance"), this);
    auto *group = new QActionGroup(menu);
    Appearance &appearance = m_backend.appearance;
    const auto add = [&](const QString &text, Appearance::Mode mode) {
        QAction *action = menu->addAction(text, this, [&appearance, mode] { appearance.setMode(mode); });
        action->setCheckable(true);
        action->setChecked(appearance.mode() == mode);
        group->addAction(action);
    };
    add(tr("As the &system"), Appearance::Mode::System);
    add(tr("&Light"), Appearance::Mode::Light);
    add(tr("&Dark"), Appearance::Mode::Dark);
    return menu;
}

void MainWindow::showKeys()
{
    const QList<KeysDialog::Group> groups{{tr("Files"), {m_addFiles, m_addFolder, m_quit}},
                                          {tr("Knowledge bases"), m_commands->datasetActions()},
                                          {tr("Documents"), m_documents->documentActions()},
                                          {tr("Metadata"), m_metadata->fieldActions()},
                                          {tr("Chunks"), m_chunks->chunkActions()},
                                          {tr("Transfers"), m_transfers->transferActions()},
                                          {tr("Go to"), m_goActions},
                                          {tr("View"), m_viewActions + m_helpActions}};
    auto *dialog = new KeysDialog(groups, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showHandbook()
{
    if (!m_handbook) {
        m_handbook = new HandbookWindow(this);
        m_handbook->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_handbook->show();
    m_handbook->raise();
    m_handbook->activateWindow();
}

void MainWindow::restoreWindow()
{
    QSettings &settings = m_backend.settings;
    resize(1200, 760);
    restoreGeometry(settings.value("window/geometry"_L1).toByteArray());
    m_columns->restoreState(settings.value("window/columns"_L1).toByteArray());
    m_showChunks->setChecked(settings.value("window/chunksShown"_L1, true).toBool());
    fitPanes();
    const auto last = settings.value("window/dataset"_L1).toStringList();
    if (last.size() == 2)
        choose(last[0], last[1]);
}

void MainWindow::saveWindow()
{
    QSettings &settings = m_backend.settings;
    settings.setValue("window/geometry"_L1, saveGeometry());
    if (!m_isNarrow)
        settings.setValue("window/columns"_L1, m_columns->saveState());
    settings.setValue("window/rows"_L1, m_rows->saveState());
    settings.setValue("window/transfersOpen"_L1, m_transfers->isOpen());
    settings.setValue("window/chunksShown"_L1, m_showChunks->isChecked());
}
