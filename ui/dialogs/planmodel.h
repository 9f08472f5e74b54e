// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/uploadplan.h"

#include <QAbstractTableModel>

//! The files of an upload plan that are sent, or those that are left out with their reasons.
class PlanModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Part { Files, LeftOut };
    enum Column { NameColumn, NoteColumn, SizeColumn, ColumnCount };

    explicit PlanModel(Part part, QObject *parent = nullptr);

    void setPlan(const UploadPlan &plan, const UploadLimits &limits);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString name(int row) const;
    QString note(int row) const;
    qint64 size(int row) const;

    Part m_part;
    UploadPlan m_plan;
    UploadLimits m_limits;
};
