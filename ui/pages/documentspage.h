// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/documentsapi.h"
#include "app/services/documentref.h"

#include <QTimer>
#include <QUrl>
#include <QWidget>

class DocumentsModel;
class DownloadBar;
class IndexingWatcher;
class KeptColumns;
class MessageBar;
class MetadataFieldsModel;
class QAction;
class QLabel;
class QLineEdit;
class QSettings;
class Server;
class StatusChips;
class TransferQueue;
class TreeView;

//! The documents of the chosen dataset and what can be done with them.
class DocumentsPage : public QWidget
{
    Q_OBJECT

public:
    DocumentsPage(DocumentsModel &model, MetadataFieldsModel &fields, TransferQueue &queue, IndexingWatcher &watcher,
                  QSettings &settings, QWidget *parent = nullptr);

    //! Shows the documents of a dataset; \a server must live until the next open() or close().
    void open(const Server &server, const QString &datasetId);
    void close();
    void reload();

    void focusFilter();
    void focusDocuments();
    void select(const QString &documentId);

    //! The group of the settings that keeps how the datasets of a server were left.
    static QString placesKey(const QString &serverId);

    //! For the menus: open, metadata, save the original, enable or disable, archive, update, send again, delete.
    QList<QAction *> documentActions() const;
    TreeView &view() { return *m_view; }

signals:
    void documentChosen(const Document &document); //!< It became the current row.
    void documentOpened(); //!< Enter or a double click on the current row.
    void documentsGone(const QStringList &documentIds); //!< They were deleted here.
    void documentUpdated(const Document &document); //!< Its chunks are made anew.
    void filesDropped(const QList<QUrl> &urls);
    void addFilesRequested();

private:
    void makeActions();
    QAction *addAction(const QString &objectName, const QString &text, const QString &icon, const QKeySequence &key,
                       void (DocumentsPage::*slot)());
    void showState();
    void showCounts();
    void updateActions();
    void showContextMenu(const QPoint &position);
    void onCurrentChanged(const QModelIndex &current);
    void filter(const std::function<void()> &change);
    void returnToLastPlace();
    void onDropped(const QModelIndex &index, const QList<QUrl> &urls);
    void tellVisible();

    void toggleEnabled();
    void toggleArchived();
    void askToDelete();
    void remove(const QStringList &documentIds);
    void chooseUpdate();
    void askToUpdate(const Document &document, const QString &path);
    void update(const Document &document, const QString &path);
    void sendAgain();
    void updateMoreActions(const QList<Document> &documents);
    void chooseWhereToSave();
    void saveOriginals(const QList<Document> &documents, bool asItIs, const QString &path);
    void editMetadata();
    void showMetadataColumns();
    void keepMetadataColumns();
    QString fieldsKey() const;
    void setStatus(QList<Document> documents, DocumentsApi::Action action);
    QList<Document> selected() const;
    DocumentRef refOf(const QString &documentId) const;

    DocumentsModel &m_model;
    MetadataFieldsModel &m_fields;
    TransferQueue &m_queue;
    IndexingWatcher &m_watcher;
    QSettings &m_settings;
    const Server *m_server = nullptr;
    StatusChips *m_chips;
    QLabel *m_loading;
    QLineEdit *m_filter;
    MessageBar *m_message;
    DownloadBar *m_download;
    TreeView *m_view;
    KeptColumns *m_columns = nullptr;
    QString m_chosen; //!< Id of the document whose chunks are shown, filtered away or not.
    bool m_isFiltering = false;
    QString m_lastPlace; //!< Id of the document to return to when it comes; empty when there is none.
    QAction *m_open = nullptr;
    QAction *m_metadata = nullptr;
    QAction *m_saveOriginals = nullptr;
    QAction *m_toggle = nullptr;
    QAction *m_archive = nullptr;
    QAction *m_update = nullptr;
    QAction *m_sendAgain = nullptr;
    QAction *m_delete = nullptr;
    QTimer m_visibleSoon;
};
