// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dataset.h"

#include <QHash>
#include <QPointer>
#include <QUrl>
#include <QWidget>

class DatasetFilter;
class DatasetsModel;
class QAction;
class QLabel;
class QLineEdit;
class QToolButton;
class ServerNotice;
class TreeView;

//! A dataset and the server it is on.
struct DatasetPlace
{
    QString serverId;
    Dataset dataset;
};

//! The tree of servers and their datasets, with a filter.
class DatasetPane : public QWidget
{
    Q_OBJECT

public:
    explicit DatasetPane(DatasetsModel &model, QWidget *parent = nullptr);

    //! The dataset of the current row; nothing when that is a server, or none.
    std::optional<DatasetPlace> currentDataset() const;
    //! The server of the current row, or of the first one.
    QString currentServerId() const;
    //! Makes the dataset current, now or when it has been read.
    void choose(const QString &serverId, const QString &datasetId);
    void focusTree();
    //! A quiet line below the tree; none when empty.
    void setFootnote(const QString &text);

    //! What the tree offers for its current row, for its context menu: filled by the window.
    //! Those whose key belongs to one widget work in the tree.
    void setDatasetActions(const QList<QAction *> &actions);
    void setServerActions(const QList<QAction *> &actions) { m_serverActions = actions; }

signals:
    void currentChanged();
    void opened(); //!< Enter or a double click on a dataset.
    //! Files were dropped; \a datasetId is empty on a server's row, both are empty beside the rows.
    void filesDropped(const QString &serverId, const QString &datasetId, const QList<QUrl> &urls);
    void retryRequested(const QString &serverId);
    void changeKeyRequested(const QString &serverId);
    void certificateRequested(const QString &serverId);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void filter(const QString &text);
    void showTagFilter();
    void fillTagMenu();
    void filterByTag(const QString &tag, bool wanted);
    void onRowsInserted(const QModelIndex &parent);
    void onDropped(const QModelIndex &index, const QList<QUrl> &urls);
    void onOpened(const QModelIndex &index);
    void onCurrentChanged();
    void showContextMenu(const QPoint &position);
    void updateNotices();
    void updateNotice(const QModelIndex &server);
    void chooseWanted();
    QModelIndex current() const; //!< In the model, not in the filter.

    DatasetsModel &m_model;
    DatasetFilter *m_filtered;
    QLineEdit *m_filter;
    QToolButton *m_tagFilter;
    TreeView *m_view;
    QLabel *m_footnote;
    QHash<QString, QPointer<ServerNotice>> m_notices; //!< By server id.
    QList<QAction *> m_datasetActions;
    QList<QAction *> m_serverActions;
    QString m_wantedServer; //!< The dataset to choose when it comes.
    QString m_wantedDataset;
};
