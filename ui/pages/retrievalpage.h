// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dataset.h"
#include "app/domain/hit.h"

#include <QWidget>

class HitsModel;
class MetadataFilterForm;
class QLineEdit;
class QPushButton;
class QToolButton;
class RetrievalForm;
class Server;
class TreeView;

//! Asks the chosen dataset a question, as an application would, and lists what it finds.
class RetrievalPage : public QWidget
{
    Q_OBJECT

public:
    explicit RetrievalPage(HitsModel &model, QWidget *parent = nullptr);

    //! \a server must live until the next open() or close().
    void open(const Server &server, const Dataset &dataset);
    void close();
    //! The shown dataset is searched otherwise now.
    void update(const Dataset &dataset);
    void focusQuery();

signals:
    void hitChosen(const Hit &hit);
    void hitOpened(); //!< Enter or a double click on the chosen one.

protected:
    void showEvent(QShowEvent *event) override;

private:
    void readRerankModels();
    void showFilter(bool shown);
    void readFields();
    void nameFilter();
    void search();
    void showState();

    HitsModel &m_model;
    const Server *m_server = nullptr;
    bool m_hasAskedForModels = false; //!< Asked for when the page is looked at.
    QString m_datasetId;
    QLineEdit *m_query;
    QPushButton *m_search;
    QToolButton *m_useFilter;
    RetrievalForm *m_settings;
    MetadataFilterForm *m_filter;
    TreeView *m_view;
};
