// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/document.h"

#include <QDialog>
#include <QPointer>

class MetadataFieldsModel;
class MetadataUpdate;
class MetadataValueEdit;
class QFormLayout;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class Server;

//! The metadata of one document or of many. Only what the person changes is sent; documents that fail are listed, and
//! can be tried again.
class MetadataSheet : public QDialog
{
    Q_OBJECT

public:
    //! \a fields are those of the dataset; ones that are added in the sheet go there too.
    MetadataSheet(const Server &server, MetadataFieldsModel &fields, const QList<Document> &documents,
                  QWidget *parent = nullptr);

signals:
    void changed(const Document &document); //!< The server has these values now.

private:
    void makeLayout(QWidget *form);
    void showFields();
    void addField(const MetadataField &field);
    void addBuiltIns();
    void makeField();
    void updateButtons();
    QString problem() const;
    QList<MetadataValue> changes() const;
    void save();
    void onChanged(const QStringList &documentIds, const QList<MetadataValue> &values);
    void onFinished();
    QString nameOf(const QString &documentId) const;

    QPointer<const Server> m_server;
    MetadataFieldsModel &m_fields;
    const QString m_datasetId;
    QList<Document> m_documents;
    QStringList m_left; //!< Ids of those that are still to be changed, after a first try.
    QFormLayout *m_form;
    QLabel *m_none;
    QList<MetadataValueEdit *> m_edits;
    QListWidget *m_failures;
    QProgressBar *m_progress;
    QLabel *m_words;
    QPushButton *m_add;
    QPushButton *m_save;
    QPointer<MetadataUpdate> m_update;
};
