// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/chunk.h"
#include "app/domain/chunkstructure.h"
#include "app/models/pagedlistbase.h"
#include "ui/widgets/chunkeditor.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class ChunksModel;
class ElidedLabel;
class MessageBar;
class QAction;
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
    ChunkStructure::Form form = ChunkStructure::Form::General; //!< Of the document.
    QString chunkId; //!< To choose once it is here; may be empty.
    QString problem; //!< Why the document could not be indexed, in the server's words.
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
    //! Reads the chunks again after the document was indexed, or could not be: then \a problem says why.
    void reloadAfterIndexing(const QString &problem);
    QString documentId() const { return m_place.documentId; }

    bool hasUnsavedText() const;
    //! Calls \a then, at once or when what is unsaved was saved or discarded; \a stayed when the person goes on editing
    //! or it could not be saved.
    void leave(const std::function<void()> &then, const std::function<void()> &stayed = {});

    void focusChunks();
    //! For the menus: add, save, save and next, enable or disable, delete, and what is done with child chunks.
    QList<QAction *> chunkActions() const;

signals:
    void stayed(const QString &documentId); //!< The person goes on editing a chunk of this document.

private:
    //! The arguments of leave().
    struct Leaving
    {
        std::function<void()> then;
        std::function<void()> stayed;
    };

    void makeLayout();
    void makeActions();
    void openNow(const Server &server, const ChunkPlace &place);
    void showState();
    void showTitle();
    void updateActions();
    void onCurrentChanged(const QModelIndex &current);
    void onChanged(const QModelIndex &first, const QModelIndex &last);
    void show(const ChunkRef &ref);
    void edit(const QModelIndex &index);
    void chooseWanted();
    void select(const ChunkRef &ref);
    void openLoneChunk();
    void fetchVisibleChildren();
    ChunkRef refOf(const QModelIndex &index) const;
    QModelIndex indexOf(const ChunkRef &ref) const;
    QString numberOf(const ChunkRef &ref) const;
    void showContextMenu(const QPoint &position);

    bool hasAnswers() const { return m_place.form == ChunkStructure::Form::QuestionAnswer; }
    bool hasChildren() const { return m_place.form == ChunkStructure::Form::ParentChild; }

    bool canHaveChildren() const; //!< And the server gives them to us.

    void add();
    void save(const std::function<void()> &then = {});
    void create(const std::function<void()> &then);
    void update(ChunkChanges changes, const std::function<void()> &then);
    void setSaving(bool saving);
    void saved(const Chunk &chunk, const std::function<void()> &then);
    void saveFailed(const QString &message);
    void goOn(bool isSaved);
    void saveAndNext();
    void toggleEnabled();
    void askToDelete();
    void remove(const ChunkRef &ref);
    void removed(const ChunkRef &ref);

    void addChild();
    void saveChild(const std::function<void()> &then);
    void childSaved(const ChildChunk &child, const std::function<void()> &then);
    bool mustAskAboutChildren() const;
    void askAboutChildren(const std::function<void()> &then);
    void askToRegenerate();
    void regenerate(const Chunk &chunk);

    ChunksModel &m_model;
    QPointer<const Server> m_server;
    ChunkPlace m_place;
    ElidedLabel *m_title;
    QLineEdit *m_filter;
    MessageBar *m_message;
    TreeView *m_view;
    ChunkEditor *m_editor;
    QTimer m_filterSoon;
    bool m_isSaving = false;
    std::optional<Leaving> m_leaving; //!< Waits until the chunk is saved.
    bool m_isAsking = false; //!< The question about unsaved text is on screen.
    QAction *m_add = nullptr;
    QAction *m_save = nullptr;
    QAction *m_saveAndNext = nullptr;
    QAction *m_toggle = nullptr;
    QAction *m_delete = nullptr;
    QAction *m_addChild = nullptr;
    QAction *m_regenerate = nullptr;
};
