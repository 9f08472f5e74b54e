// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/settingsdrafts.h"

#include <QWidget>

class MessageBar;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class RetrievalForm;
class Server;

//! What the chosen dataset is called, who may see it, how it is indexed and how it is searched. What is changed and not
//! saved goes into the drafts at once, and is there again when the dataset is.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsPage(SettingsDrafts &drafts, QWidget *parent = nullptr);

    //! \a server must live until the next open() or close().
    void open(const Server &server, const Dataset &dataset);
    void close();
    //! The server has another state of the shown dataset; what was changed here stays changed.
    void update(const Dataset &dataset);
    void focusFirst();

signals:
    void changed(bool unsaved); //!< There are changes of the shown dataset that are not saved, or none any more.

protected:
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeForm();
    void makeIndexing();
    void connectFields();
    void connectDrafts();
    bool shows(const QString &serverId, const QString &datasetId) const;
    void show(const Dataset &dataset);
    void showDraft(const DatasetChanges &draft);
    void chooseModel(const ModelRef &model);
    void onEdited();
    void readMore();
    void readModels();
    void readMembers();
    void fillPermissions();
    QString permissionNote() const;
    void fillModels();
    void showAbilities();
    void updateState();
    DatasetChanges changes() const;
    void save();
    void askToIndexAgain();

    //! What the fields say of themselves; what was not changed compares equal, however a server writes it.
    struct Texts
    {
        QString name;
        QString description;
        QString permission;
    };
    Texts texts() const;

    SettingsDrafts &m_drafts;
    const Server *m_server = nullptr;
    bool m_isFilling = false; //!< The fields are being filled by us, not by the person.
    bool m_hasAskedForMore = false; //!< Asked for when the page is looked at.
    Dataset m_dataset;
    Texts m_before; //!< When m_dataset was shown.
    QList<Model> m_models; //!< For embeddings.
    std::optional<QStringList> m_members; //!< Ids of those the dataset is for, where it is for some; lists do not tell.
    MessageBar *m_message;
    QLineEdit *m_name;
    QPlainTextEdit *m_description;
    QComboBox *m_permission;
    QLabel *m_permissionNote;
    QComboBox *m_technique;
    QComboBox *m_model;
    QLabel *m_modelNote;
    RetrievalForm *m_retrieval;
    QWidget *m_form;
    QPushButton *m_save;
    QPushButton *m_revert;
};
