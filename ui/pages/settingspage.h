// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/datasetsapi.h"

#include <QPointer>
#include <QWidget>

class MessageBar;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class RetrievalForm;
class Server;

//! What the chosen dataset is called, who may see it, how it is indexed and how it is searched.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsPage(QWidget *parent = nullptr);

    //! \a server must live until the next open() or close().
    void open(const Server &server, const Dataset &dataset);
    void close();
    //! The server has another state of the shown dataset; what was changed here stays changed.
    void update(const Dataset &dataset);
    void focusFirst();

signals:
    void saved(const QString &serverId, const Dataset &dataset); //!< As the server answered.
    void discarded(const QString &name); //!< Another dataset is shown, and what was changed of this one is lost.

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeForm();
    void makeIndexing();
    void tellDiscarded();
    void show(const Dataset &dataset);
    void readModels();
    void fillPermissions();
    void fillModels();
    void showAbilities();
    void updateState();
    DatasetChanges changes() const;
    bool hasChanges() const;
    void save();
    void askToIndexAgain();
    void send();

    //! What the fields say of themselves; what was not changed compares equal, however a server writes it.
    struct Texts
    {
        QString name;
        QString description;
        QString permission;
    };
    Texts texts() const;

    const Server *m_server = nullptr;
    bool m_hasAskedForModels = false; //!< Asked for when the page is looked at.
    Dataset m_dataset;
    Texts m_before; //!< When m_dataset was shown.
    QList<Model> m_models; //!< For embeddings.
    QPointer<CallBase> m_call;
    MessageBar *m_message;
    QLineEdit *m_name;
    QPlainTextEdit *m_description;
    QComboBox *m_permission;
    QComboBox *m_technique;
    QComboBox *m_model;
    QLabel *m_modelNote;
    RetrievalForm *m_retrieval;
    QWidget *m_form;
    QPushButton *m_save;
    QPushButton *m_revert;
};
