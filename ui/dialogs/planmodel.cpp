// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/planmodel.h"

#include "app/models/format.h"

PlanModel::PlanModel(Part part, QObject *parent)
    : QAbstractTableModel(parent)
    , m_part(part)
{ }

void PlanModel::setPlan(const UploadPlan &plan, const UploadLimits &limits)
{
    beginResetModel();
    m_plan = plan;
    m_limits = limits;
    endResetModel();
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return static_cast<int>(m_part == Part::Files ? m_plan.files.size() : m_plan.leftOut.size());
}

int PlanModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == SizeColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case NameColumn:
        return name(index.row());
    case NoteColumn:
        return note(index.row());
    default:
        return size(index.row()) > 0 ? format::bytes(size(index.row())) : QString();
    }
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == SizeColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter); // as the numbers below
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("File");
    case NoteColumn:
        return m_part == Part::Files ? tr("Note") : tr("Why not");
    default:
        return tr("Size");
    }
}

QString PlanModel::name(int row) const
{
    return m_part == Part::Files ? m_plan.files.at(row).relativePath : m_plan.leftOut.at(row).relativePath;
}

QString PlanModel::note(int row) const
{
    if (m_part == Part::LeftOut)
        return reasonText(m_plan.leftOut.at(row), m_limits);
    switch (m_plan.files.at(row).sameName) {
    case UploadCandidate::SameName::None:
        return {};
    case UploadCandidate::SameName::InPlan:
        return tr("same name as another file here");
    case UploadCandidate::SameName::InDataset:
        return tr("a document has this name");
    }
    return {};
}

qint64 PlanModel::size(int row) const
{
    return m_part == Part::Files ? m_plan.files.at(row).size : m_plan.leftOut.at(row).size;
}
