// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/datasetpane.h"

struct Backend;
class Server;

//! What a person can do with servers and datasets: the actions of the dataset tree.
class DatasetCommands : public QObject
{
    Q_OBJECT

public:
    DatasetCommands(const Backend &backend, DatasetPane &pane);

    QAction *newDataset() const { return m_new; }
    QList<QAction *> datasetActions() const { return {m_new, m_rename, m_tags, m_delete}; }
    QList<QAction *> serverActions() const { return {m_addServer, m_retry, m_editServer, m_models, m_removeServer}; }

    void retry(const QString &serverId);
    void editServer(const QString &serverId);
    //! Shows the certificate that was not trusted, and offers to trust it.
    void showCertificate(const QString &serverId);

signals:
    void failed(const QString &message); //!< In words; plain text.

private:
    QAction *add(const QString &name, const QString &text, const QString &icon, void (DatasetCommands::*slot)());
    void updateActions();
    Server *server() const; //!< Of the current row.

    void makeDataset();
    void renameDataset();
    void chooseTags();
    void askToDelete();
    void remove(const DatasetPlace &place);
    void addServer();
    void askToRemoveServer();
    void chooseModels();

    const Backend &m_backend;
    DatasetPane &m_pane;
    QAction *m_new;
    QAction *m_rename;
    QAction *m_tags;
    QAction *m_delete;
    QAction *m_addServer;
    QAction *m_retry;
    QAction *m_editServer;
    QAction *m_models;
    QAction *m_removeServer;
};
