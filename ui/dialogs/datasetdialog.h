// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dataset.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QLineEdit;
class QPushButton;
class Server;

//! Makes a dataset, or gives one another name and description.
class DatasetDialog : public QDialog
{
    Q_OBJECT

public:
    //! With \a existing that one is changed. The dialog does nothing more when the server is removed meanwhile.
    DatasetDialog(const Server &server, const std::optional<Dataset> &existing, QWidget *parent = nullptr);

signals:
    void stored(const QString &serverId, const Dataset &dataset); //!< As the server answered.

private:
    void store();

    QPointer<const Server> m_server;
    std::optional<Dataset> m_existing;
    QLineEdit *m_name;
    QLineEdit *m_description;
    QLabel *m_words;
    QPushButton *m_store;
};
