// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/datasetrows.h"

#include "app/api/erroradvice.h"
#include "app/models/format.h"

namespace {

QString messageOf(const ServerRow &server, LoadState state, const ApiError &error)
{
    switch (server.state) {
    case ServerRow::State::Starting:
        return server.message.isEmpty() ? DatasetsModel::tr("Starting…") : server.message;
    case ServerRow::State::WaitingForKeychain:
        return DatasetsModel::tr("Waiting for the keychain…");
    case ServerRow::State::Failed:
        return server.message;
    case ServerRow::State::Ready:
        if (state != LoadState::Failed || !server.message.isEmpty())
            return server.message;
        return sentenceFor(error);
    }
    return {};
}

QStringList tagNames(const Dataset &dataset)
{
    QStringList names;
    for (const Tag &tag : dataset.tags)
        names.append(tag.name);
    return names;
}

QString toolTip(const Dataset &dataset)
{
    QStringList lines{dataset.description.isEmpty() ? dataset.name : dataset.description};
    if (!dataset.tags.isEmpty())
        lines.append(DatasetsModel::tr("Tags: %1").arg(tagNames(dataset).join(QStringLiteral(", "))));
    return format::toolTip(lines.join(u'\n'));
}

} // namespace

QVariant datasetrows::ofServer(const ServerRow &server, const PagedList<Dataset> &datasets, int role)
{
    const LoadState state = datasets.state();
    const ApiError &error = datasets.error();
    // The rows of the last time are shown meanwhile: a notice above them would push them down and let them jump back.
    const bool startsInPassing
        = server.state == ServerRow::State::Starting && server.message.isEmpty() && datasets.size() > 0;
    switch (role) {
    case Qt::DisplayRole:
        return server.name;
    case Qt::ToolTipRole:
        return format::toolTip(messageOf(server, state, error));
    case DatasetsModel::IdRole:
        return server.id;
    case DatasetsModel::StateRole:
        return static_cast<int>(server.state);
    case DatasetsModel::LoadStateRole:
        return static_cast<int>(state);
    case DatasetsModel::MessageRole:
        return startsInPassing ? QString() : messageOf(server, state, error);
    default:
        return {};
    }
}

QVariant datasetrows::ofDataset(const Dataset &dataset, const DatasetBadge &badge, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return dataset.name;
    case Qt::ToolTipRole:
        return toolTip(dataset);
    case DatasetsModel::IdRole:
        return dataset.id;
    case DatasetsModel::TagsRole:
        return tagNames(dataset);
    case DatasetsModel::DocumentCountRole:
        return dataset.documentCount;
    case DatasetsModel::IndexingRole:
        return badge.indexing;
    case DatasetsModel::FailedRole:
        return badge.failed;
    default:
        return {};
    }
}
