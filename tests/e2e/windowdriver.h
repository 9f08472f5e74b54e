// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/document.h"

#include <QModelIndex>
#include <QStringList>

#include <memory>

class MainWindow;
class QAbstractItemView;
class QNetworkAccessManager;
class QWidget;
class Workplace;

//! The real window over the real parts on a data folder, driven as a person would.
class WindowDriver
{
public:
    //! With \a startLocal, This computer is started as well.
    WindowDriver(const QString &folder, QNetworkAccessManager &network, bool startLocal);
    ~WindowDriver(); //!< Closes the window and waits for the server on this computer to end.
    Q_DISABLE_COPY_MOVE(WindowDriver)

    Workplace &workplace() { return *m_workplace; }
    MainWindow &window() { return *m_window; }

    //! The child of that name and type; fails the test when there is none.
    template <typename Widget>
    Widget *find(const QString &objectName) const
    {
        return static_cast<Widget *>(findWidget(objectName));
    }
    void trigger(const QString &actionName) const; //!< By the action's own name, as from a menu or its key.

    //! Drops files on the documents, as the system would.
    void drop(const QStringList &paths) const;
    //! Answers the upload sheet: a new dataset of that name, or (empty) the one it proposes.
    void startUpload(const QString &newDataset);
    bool chooseDataset(const QString &name) const; //!< By a click in the tree; false when it is not there yet.

    int documentCount() const;
    QModelIndex documentRow(const QString &name) const;
    Document::Status status(const QString &name) const;
    void openDocument(const QString &name) const;
    //! Asks the retrieval page and waits; the texts of the hits, best first.
    QStringList retrieve(const QString &query) const;

private:
    QWidget *findWidget(const QString &objectName) const;
    QAbstractItemView *view(const QString &objectName) const;

    std::unique_ptr<Workplace> m_workplace;
    std::unique_ptr<MainWindow> m_window;
    bool m_isLocal;
};
