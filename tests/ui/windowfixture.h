// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/chunksmodel.h"
#include "app/models/datasetsmodel.h"
#include "app/models/documentsmodel.h"
#include "app/models/hitsmodel.h"
#include "app/models/metadatafieldsmodel.h"
#include "app/services/credentials.h"
#include "app/services/follow.h"
#include "app/services/indexingwatcher.h"
#include "app/services/localmodels.h"
#include "app/services/localserver.h"
#include "app/services/servers.h"
#include "app/services/settingsdrafts.h"
#include "app/services/transferqueue.h"
#include "app/services/transfersmodel.h"
#include "tests/ui/fakeserver.h"
#include "ui/appearance.h"
#include "ui/backend.h"
#include "ui/mainwindow.h"
#include "ui/serverfeed.h"

#include <QAction>
#include <QDropEvent>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

//! The window and everything behind it, wired as in the program, on a FakeServer in the place of This computer.
class WindowFixture
{
public:
    //! Opens the window; the server on this computer is ready.
    void open()
    {
        window = std::make_unique<MainWindow>(backend);
        window->complete();
        window->resize(1200, 760);
        window->show();
        servers.local().client().setRetries(0, 1);
        servers.local().setReady(QUrl(QStringLiteral("http://127.0.0.1:1/v1")), "key");
    }

    //! Opens the window with a dataset shown.
    void openWith(const QString &datasetId)
    {
        open();
        window->choose(servers.local().id(), datasetId);
    }

    template <typename T>
    T *child(const QString &objectName) const
    {
        for (QWidget *top : QApplication::topLevelWidgets()) {
            if (top->objectName() == objectName && qobject_cast<T *>(top))
                return qobject_cast<T *>(top);
            if (auto *found = top->findChild<T *>(objectName))
                return found;
        }
        return nullptr;
    }

    QAction *action(const QString &objectName) const { return window->findChild<QAction *>(objectName); }

    void click(const QString &objectName) const
    {
        auto *button = child<QAbstractButton>(objectName);
        QVERIFY2(button, qPrintable(objectName));
        QTest::mouseClick(button, Qt::LeftButton);
    }

    //! The texts of a column, as the view shows them.
    static QStringList rows(const QTreeView *view, int column = 0)
    {
        QStringList texts;
        for (int row = 0; row < view->model()->rowCount(); ++row)
            texts.append(view->model()->index(row, column).data().toString());
        return texts;
    }

    //! Selects these rows of a view and no others.
    static void select(QTreeView *view, const QList<int> &rows)
    {
        view->clearSelection();
        for (const int row : rows)
            view->selectionModel()->select(view->model()->index(row, 0),
                                           QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }

    //! Drops files on a place of a view's viewport, as the window system does.
    static void drop(QWidget *target, const QPoint &position, const QStringList &paths)
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls.append(QUrl::fromLocalFile(path));
        data.setUrls(urls);
        QDragEnterEvent enter(position, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &enter);
        QDragMoveEvent move(position, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &move);
        QDropEvent event(position, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(target, &event);
    }

    QString file(const QString &name, const QByteArray &content = "some text") const
    {
        const QString path = folder.filePath(name);
        QFile made(path);
        if (!made.open(QIODevice::WriteOnly) || made.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }

    QTemporaryDir folder;
    FakeServer server;
    QSettings settings{folder.filePath(QStringLiteral("loredesk.ini")), QSettings::IniFormat};
    SystemColorScheme colorScheme{QDBusConnection(QStringLiteral("none"))};
    Appearance appearance{colorScheme, settings};
    Credentials credentials;
    Servers servers{server.network, credentials, folder.path()};
    LocalServer localServer{servers.local(), credentials, folder.path(), QStringLiteral("/nonexistent")};
    LocalModels localModels{settings, credentials, servers.local().id()};
    IndexingWatcher watcher;
    TransferQueue queue{watcher};
    DatasetsModel datasets;
    DocumentsModel documents;
    ChunksModel chunks;
    HitsModel hits;
    MetadataFieldsModel fields;
    TransfersModel transfers{queue};
    ServerFeed feed{servers, datasets, queue, watcher};
    SettingsDrafts drafts{servers};
    Backend backend{settings,    appearance, server.network, credentials, servers,   localServer,
                    localModels, watcher,    queue,          datasets,    documents, chunks,
                    hits,        fields,     transfers,      feed,        drafts};
    std::unique_ptr<MainWindow> window;

private:
    const bool m_follows = (follow(documents, queue, watcher), true);
};
