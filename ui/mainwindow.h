// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/settingsdrafts.h"
#include "ui/backend.h"
#include "ui/pages/datasetpane.h"
#include "ui/pages/latepage.h"

#include <QMainWindow>
#include <QPointer>

class ChunkPane;
class DatasetCommands;
class DocumentsPage;
class MessageBar;
class MetadataPage;
class QMenu;
class QSplitter;
class QTabBar;
class QToolButton;
class RetrievalPage;
class SettingsPage;
class TitledTabs;
class TransfersPane;
class UploadSheet;
struct Document;
struct Hit;

//! The window: the tree of datasets, the documents, their chunks, the transfers, and the menus over them.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    //! The tree and the frame around it: all that the first paint needs. The rest is made by complete().
    explicit MainWindow(const Backend &backend);

    //! Makes the panes beside the tree and the menus, once; whatever needs them calls this by itself.
    void complete();
    //! Opens the upload sheet, or adds to the one that is open; without a dataset the shown one is the target.
    void addFiles(const QStringList &paths, const QString &serverId = {}, const QString &datasetId = {});
    //! Makes a dataset the shown one as soon as it is known.
    void choose(const QString &serverId, const QString &datasetId);
    //! Ends without a question what the person has not ended: the session is over.
    void end();
    //! Brings the window to the front.
    void raiseWindow();

signals:
    void closed(); //!< The person has quit.

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum Pane { Tree, Documents, Chunks, Transfers };

    void makeFrame();
    void makePanes();
    void putPane(Pane place, QWidget *pane);
    RetrievalPage *makeRetrieval();
    SettingsPage *makeSettings();
    void connectPanes();
    void makeActions();
    QAction *addAction(const QString &name, const QString &text, const QString &icon, const QKeySequence &key,
                       const std::function<void()> &slot);
    QWidget *makeToolBar();
    QToolButton *makeMenuButton();
    void fillMenus();
    QMenu *makeAppearanceMenu();
    void restoreWindow();
    void saveWindow();

    void showDataset();
    void openDataset();
    void showName();
    void closeDataset();
    void onServerLeaving(const QString &serverId);
    void onSettingsRefused(const SettingsDrafts::Draft &draft, const ApiError &error);
    void openDocument(const Document &document);
    void openHit(const Hit &hit);
    void chooseFiles(bool folder);
    void dropFiles(const QString &serverId, const QString &datasetId, const QList<QUrl> &urls);
    void showPane(Pane pane);
    void setChunksShown(bool shown);
    void fitPanes();
    void reload();
    void showKeys();
    void showHandbook();
    void showWarnings();
    int unsentFiles() const;
    void askToClose();
    void leaveSettings(const std::function<void()> &then);

    const Backend m_backend;
    DatasetPane *m_datasets;
    DatasetCommands *m_commands;
    QSplitter *m_columns;
    QSplitter *m_rows;
    QList<QToolButton *> m_toolButtons; //!< Without their words where there is no room for them.
    QTabBar *m_paneTabs; //!< Which pane is shown where there is room for one only.
    // Null before complete():
    MessageBar *m_message = nullptr;
    TitledTabs *m_tabs = nullptr;
    DocumentsPage *m_documents = nullptr;
    LatePage<RetrievalPage> *m_retrieval = nullptr;
    MetadataPage *m_metadata = nullptr;
    LatePage<SettingsPage> *m_settings = nullptr;
    ChunkPane *m_chunks = nullptr;
    TransfersPane *m_transfers = nullptr;
    std::optional<DatasetPlace> m_shown;
    QPointer<UploadSheet> m_sheet;
    QPointer<QWidget> m_handbook;
    bool m_isNarrow = false;
    bool m_mayClose = false;

    QAction *m_addFiles = nullptr;
    QAction *m_addFolder = nullptr;
    QAction *m_showChunks = nullptr;
    QList<QAction *> m_goActions;
    QList<QAction *> m_viewActions;
    QList<QAction *> m_helpActions;
    QAction *m_quit = nullptr;
    QMenu *m_menu = nullptr; //!< Of the button; null where the menus have a bar.
};
