// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

//! Datasets whose name contains a text and which carry certain tags; servers always, so that what they have to say
//! stays in sight.
class DatasetFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit DatasetFilter(QObject *parent = nullptr);

    QStringList tags() const { return m_tags; }
    void setTags(const QStringList &names); //!< All of them have to be carried.
    //! Of the datasets that are here, sorted.
    QStringList knownTags() const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_tags;
};
