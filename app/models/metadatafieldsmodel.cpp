// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/metadatafieldsmodel.h"

#include "app/api/metadataapi.h"
#include "app/models/format.h"

MetadataFieldsModel::MetadataFieldsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    connect(&m_fields, &PagedListBase::aboutToInsert, this,
            [this](int first, int last) { beginInsertRows({}, first, last); });
    connect(&m_fields, &PagedListBase::inserted, this, [this] { endInsertRows(); });
    connect(&m_fields, &PagedListBase::aboutToRemove, this,
            [this](int first, int last) { beginRemoveRows({}, first, last); });
    connect(&m_fields, &PagedListBase::removed, this, [this] { endRemoveRows(); });
    connect(&m_fields, &PagedListBase::changed, this,
            [this](int first, int last) { emit dataChanged(index(first, 0), index(last, ColumnCount - 1)); });
}

MetadataFieldsModel::~MetadataFieldsModel() = default;

void MetadataFieldsModel::open(const MetadataApi &api, const QString &serverId, const QString &datasetId)
{
    close();
    m_api = &api;
    m_serverId = serverId;
    m_datasetId = datasetId;
    reload();
}

void MetadataFieldsModel::close()
{
    if (m_call)
        m_call->cancel();
    m_api = nullptr;
    m_serverId.clear();
    m_datasetId.clear();
    take({});
}

void MetadataFieldsModel::reload()
{
    if (!m_api)
        return;
    if (m_call)
        m_call->cancel();
    m_call = m_api->fields(m_datasetId)->then(this, [this](const Result<MetadataFields> &result) {
        if (result)
            return take(result.value());
        m_error = result.error();
        setState(LoadState::Failed);
    });
    setState(LoadState::Loading);
}

void MetadataFieldsModel::take(const MetadataFields &read)
{
    const QList<MetadataField> before = fields();
    m_fields.assign(read.fields);
    m_builtInEnabled = read.builtInEnabled;
    m_state = LoadState::Complete;
    emit stateChanged();
    if (before != fields())
        emit fieldsChanged();
}

void MetadataFieldsModel::setState(LoadState state)
{
    m_state = state;
    emit stateChanged();
}

QList<MetadataField> MetadataFieldsModel::fields() const
{
    QList<MetadataField> all;
    for (int row = 0; row < m_fields.size(); ++row)
        all.append(m_fields.at(row));
    return all;
}

QModelIndex MetadataFieldsModel::indexOf(const QString &fieldId) const
{
    const int row = m_fields.indexOf(fieldId);
    return row < 0 ? QModelIndex() : index(row, NameColumn);
}

void MetadataFieldsModel::put(const MetadataField &field)
{
    const int row = m_fields.indexOf(field.id);
    if (row < 0) {
        m_fields.insert(m_fields.size(), {field});
    } else {
        MetadataField renamed = m_fields.at(row); // the answer knows no count
        renamed.name = field.name;
        m_fields.replace(renamed);
    }
    emit fieldsChanged();
}

void MetadataFieldsModel::remove(const QString &fieldId)
{
    m_fields.remove(fieldId);
    emit fieldsChanged();
}

void MetadataFieldsModel::setBuiltInEnabled(bool enabled)
{
    m_builtInEnabled = enabled;
    emit stateChanged();
}

int MetadataFieldsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_fields.size();
}

int MetadataFieldsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MetadataFieldsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MetadataField &row = field(index);
    if (role == IdRole)
        return row.id;
    if (role == Qt::TextAlignmentRole && index.column() == CountColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case NameColumn:
        return row.name;
    case TypeColumn:
        return typeText(row.type);
    default:
        return format::count(row.useCount);
    }
}

QVariant MetadataFieldsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == CountColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter); // as the numbers below
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Field");
    case TypeColumn:
        return tr("Type");
    default:
        return tr("Documents");
    }
}

QString typeText(MetadataType type)
{
    switch (type) {
    case MetadataType::Text:
        return MetadataFieldsModel::tr("Text");
    case MetadataType::Number:
        return MetadataFieldsModel::tr("Number");
    case MetadataType::Time:
        return MetadataFieldsModel::tr("Time");
    }
    Q_UNREACHABLE();
}
