// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class MessageBar;
class MetadataFieldsModel;
class QAction;
class Server;
class TreeView;

//! The metadata fields of the chosen dataset.
class MetadataPage : public QWidget
{
    Q_OBJECT

public:
    explicit MetadataPage(MetadataFieldsModel &model, QWidget *parent = nullptr);

    //! \a server must live until the next open() or close().
    void open(const Server &server, const QString &datasetId);
    void close();
    void reload();
    void focusFields();

    //! For the menus: add, rename and delete a field, keep the built-in ones.
    QList<QAction *> fieldActions() const { return {m_add, m_rename, m_delete, m_builtIn}; }

private:
    void makeActions();
    void read();
    void showState();
    void updateActions();
    void showContextMenu(const QPoint &position);
    void edit(bool isNew);
    void askToDelete();
    void remove(const QString &fieldId);
    void setBuiltIn(bool enabled);
    bool canHaveMetadata() const;

    MetadataFieldsModel &m_model;
    QPointer<const Server> m_server;
    QString m_datasetId;
    MessageBar *m_message;
    TreeView *m_view;
    QAction *m_add = nullptr;
    QAction *m_rename = nullptr;
    QAction *m_delete = nullptr;
    QAction *m_builtIn = nullptr;
};
