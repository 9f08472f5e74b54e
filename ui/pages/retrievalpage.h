// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dataset.h"
#include "app/domain/hit.h"

#include <QWidget>

class HitsModel;
class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QPushButton;
class QSpinBox;
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
    void focusQuery();

signals:
    void hitChosen(const Hit &hit);

private:
    QWidget *makeSettings();
    void search();
    void showState();
    RetrievalSettings settings() const;
    void setSettings(const RetrievalSettings &settings);

    HitsModel &m_model;
    const Server *m_server = nullptr;
    QString m_datasetId;
    QLineEdit *m_query;
    QPushButton *m_search;
    QComboBox *m_method;
    QSpinBox *m_topK;
    QCheckBox *m_useThreshold;
    QDoubleSpinBox *m_threshold;
    TreeView *m_view;
};
