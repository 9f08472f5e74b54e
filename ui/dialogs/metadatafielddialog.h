// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/metadata.h"

#include <QDialog>
#include <QPointer>

class MetadataFieldsModel;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class Server;

//! Adds a metadata field to a dataset, or gives one another name. Servers cannot change its type.
class MetadataFieldDialog : public QDialog
{
    Q_OBJECT

public:
    //! With \a existing that one is renamed. What the server answers goes into \a fields.
    MetadataFieldDialog(const Server &server, MetadataFieldsModel &fields, const std::optional<MetadataField> &existing,
                        QWidget *parent = nullptr);

private:
    void store();

    QPointer<const Server> m_server;
    MetadataFieldsModel &m_fields;
    const QString m_datasetId;
    const std::optional<MetadataField> m_existing;
    QLineEdit *m_name;
    QComboBox *m_type;
    QLabel *m_words;
    QPushButton *m_store;
};
