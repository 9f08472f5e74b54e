// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/metadata.h"
#include "app/models/pagedlist.h"

#include <QAbstractTableModel>

class MetadataApi;

//! The metadata fields of one dataset, without the built-in ones, in the order of the server.
class MetadataFieldsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, TypeColumn, CountColumn, ColumnCount };
    enum Role { IdRole = Qt::UserRole };

    explicit MetadataFieldsModel(QObject *parent = nullptr);
    ~MetadataFieldsModel() override;

    //! Reads the fields of another dataset; \a api must live until the next open() or close().
    void open(const MetadataApi &api, const QString &serverId, const QString &datasetId);
    void close();
    void reload();
    QString serverId() const { return m_serverId; }
    QString datasetId() const { return m_datasetId; }

    LoadState state() const { return m_state; }
    const ApiError &error() const { return m_error; } //!< When Failed.
    QList<MetadataField> fields() const;
    const MetadataField &field(const QModelIndex &index) const { return m_fields.at(index.row()); }
    QModelIndex indexOf(const QString &fieldId) const;
    //! The server keeps name, uploader, dates and source of each document as values too.
    bool builtInEnabled() const { return m_builtInEnabled; }

    //! Takes over what the server answered: a field that was made or renamed, …
    void put(const MetadataField &field);
    void remove(const QString &fieldId);
    void setBuiltInEnabled(bool enabled);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void stateChanged(); //!< state() or builtInEnabled().
    void fieldsChanged(); //!< fields(), counts aside.

private:
    void setState(LoadState state);
    void take(const MetadataFields &read);

    PagedList<MetadataField> m_fields; //!< Filled by assign() alone: servers give all fields at once.
    const MetadataApi *m_api = nullptr;
    QPointer<CallBase> m_call;
    QString m_serverId;
    QString m_datasetId;
    LoadState m_state = LoadState::Complete;
    ApiError m_error;
    bool m_builtInEnabled = false;
};

//! "Text", "Number", "Time".
QString typeText(MetadataType type);
