// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/knowndatasets.h"

#include "app/models/datasetsmodel.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <chrono>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kept = 100; // datasets of a server: more than a window shows

//! With the names of the wire, so that Dataset::fromJson reads it.
QJsonObject toJson(const Dataset &dataset)
{
    return {{u"id"_s, dataset.id},
            {u"name"_s, dataset.name},
            {u"description"_s, dataset.description},
            {u"permission"_s, dataset.permission},
            {u"doc_form"_s, dataset.docForm},
            {u"indexing_technique"_s, toString(dataset.technique)},
            {u"document_count"_s, dataset.documentCount},
            {u"retrieval_model_dict"_s, dataset.retrieval.toJson()}};
}

} // namespace

KnownDatasets::KnownDatasets(DatasetsModel &model, const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_file(QDir(dataFolder).filePath(u"datasets.json"_s))
{
    QFile file(m_file);
    if (file.open(QIODevice::ReadOnly))
        m_kept = file.readAll();
    m_servers = QJsonDocument::fromJson(m_kept)["servers"_L1].toObject();
    m_soon.setSingleShot(true);
    m_soon.setInterval(2s);
    connect(&m_soon, &QTimer::timeout, this, &KnownDatasets::keep);
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &place, int first, int last) {
        if (!place.isValid())
            restore(first, last);
        keepSoon();
    });
    connect(&model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &place, int first, int last) {
                if (!place.isValid())
                    forget(first, last);
            });
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &KnownDatasets::keepSoon);
    connect(&model, &QAbstractItemModel::dataChanged, this, &KnownDatasets::keepSoon);
}

KnownDatasets::~KnownDatasets()
{
    if (m_soon.isActive())
        keep();
}

void KnownDatasets::restore(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const QString id = m_model.server(m_model.index(row, 0))->id;
        QList<Dataset> datasets;
        const QJsonArray stored = m_servers[id].toArray();
        for (const auto dataset : stored)
            datasets.append(Dataset::fromJson(dataset.toObject()));
        m_model.restore(id, datasets);
    }
}

void KnownDatasets::forget(int first, int last)
{
    for (int row = first; row <= last; ++row)
        m_servers.remove(m_model.server(m_model.index(row, 0))->id);
}

void KnownDatasets::keepSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void KnownDatasets::keep()
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex server = m_model.index(row, 0);
        const QString id = m_model.server(server)->id;
        const LoadState state = m_model.state(id);
        if (m_model.server(server)->state != ServerRow::State::Ready || state == LoadState::Loading
            || state == LoadState::Failed)
            continue; // what was known of it stays
        QJsonArray datasets;
        for (int child = 0; child < std::min(m_model.rowCount(server), kept); ++child)
            datasets.append(toJson(*m_model.dataset(m_model.index(child, 0, server))));
        m_servers[id] = datasets;
    }
    const QByteArray json = QJsonDocument(QJsonObject{{u"servers"_s, m_servers}}).toJson(QJsonDocument::Compact);
    if (json == m_kept)
        return;
    m_kept = json;
    QSaveFile file(m_file); // nothing is lost when it cannot be written: the servers have it all
    if (file.open(QIODevice::WriteOnly)) {
        file.write(json);
        file.commit();
    }
}
