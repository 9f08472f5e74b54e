// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/chunk.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class ChunkEditor;
class ChunksModel;
class MessageBar;
class QAction;
class QLabel;
class QLineEdit;
class QPushButton;
class QSplitter;
class Server;
class TreeView;

//! Whose chunks are shown.
struct ChunkPlace
{
    QString datasetId;
    QString documentId;
    QString documentName;
    bool hasAnswers = false; //!< A question-and-answer document.
    QString chunkId; //!< To choose once it is here; may be empty.
};

//! The chunks of the chosen document, and below them the editor of the chosen one. Text that is not saved is never
//! dropped unasked.
class ChunkPane : public QWidget
{
    Q_OBJECT

public:
    explicit ChunkPane(ChunksModel &model, QWidget *parent = nullptr);

    //! Shows a document once what is unsaved has been dealt with. \a server must live until the next open() or close().
    void open(const Server &server, const ChunkPlace &place);
    //! Empties the pane. An unsaved text stays until the person has dealt with it.
    void close();
    void reload();
    QString documentId() const { return m_place.documentId; }

    bool hasUnsavedText() const;
    //! Calls \a then, at once or when the person has saved or discarded what is unsaved; \a stayed when they go on
    //! editing.
    void leave(const std::function<void()> &then, const std::function<void()> &stayed = {});

    void focusChunks();
    //! For the menus: add, save, save and next, enable or disable, delete.
    QList<QAction *> chunkActions() const;

signals:
    void stayed(const QString &documentId); //!< The person goes on editing a chunk of this document.

private:
    void makeLayout();
    void makeActions();
    void openNow(const Server &server, const ChunkPlace &place);
    void showState();
    void showTitle();
    void updateActions();
    void onCurrentChanged(const QModelIndex &current);
    void onChanged(const QModelIndex &first, const QModelIndex &last);
    void showChunk(const QString &chunkId);
    void chooseWanted();
    void select(const QString &chunkId);
    void showContextMenu(const QPoint &position);

    void add();
    void save(const std::function<void()> &then = {});
    void saved(const Chunk &chunk, const std::function<void()> &then);
    void saveFailed(const QString &message);
    void saveAndNext();
    void toggleEnabled();
    void askToDelete();
    void remove(const QString &chunkId);

    ChunksModel &m_model;
    QPointer<const Server> m_server;
    ChunkPlace m_place;
    QLabel *m_title;
    QLineEdit *m_filter;
    MessageBar *m_message;
    TreeView *m_view;
    ChunkEditor *m_editor;
    QTimer m_filterSoon;
    bool m_isSaving = false;
    bool m_isAsking = false; //!< The question about unsaved text is on screen.
    QAction *m_add = nullptr;
    QAction *m_save = nullptr;
    QAction *m_saveAndNext = nullptr;
    QAction *m_toggle = nullptr;
    QAction *m_delete = nullptr;
};
