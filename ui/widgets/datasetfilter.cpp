// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/datasetfilter.h"

#include "app/models/datasetsmodel.h"

#include <QCollator>

DatasetFilter::DatasetFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setFilterCaseSensitivity(Qt::CaseInsensitive);
}

void DatasetFilter::setTags(const QStringList &names)
{
    m_tags = names;
    invalidateFilter();
}

QStringList DatasetFilter::knownTags() const
{
    QSet<QString> names;
    for (int row = 0; row < sourceModel()->rowCount(); ++row) {
        const QModelIndex server = sourceModel()->index(row, 0);
        for (int child = 0; child < sourceModel()->rowCount(server); ++child) {
            const QStringList tags
                = sourceModel()->index(child, 0, server).data(DatasetsModel::TagsRole).toStringList();
            names.unite({tags.begin(), tags.end()});
        }
    }
    QStringList sorted = names.values();
    std::sort(sorted.begin(), sorted.end(), QCollator());
    return sorted;
}

bool DatasetFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!parent.isValid())
        return true;
    const QStringList carried = sourceModel()->index(row, 0, parent).data(DatasetsModel::TagsRole).toStringList();
    return QSortFilterProxyModel::filterAcceptsRow(row, parent)
           && std::all_of(m_tags.begin(), m_tags.end(), [&](const QString &tag) { return carried.contains(tag); });
}
