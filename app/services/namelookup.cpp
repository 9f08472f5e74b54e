// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/namelookup.h"

#include "app/api/documentsapi.h"

NameLookup::NameLookup(QObject *parent)
    : QObject(parent)
{
    connect(&m_all, &PagedListBase::stateChanged, this, &NameLookup::goOn);
}

NameLookup::~NameLookup() = default;

void NameLookup::open(const DocumentsApi &api, const QString &datasetId)
{
    m_api = &api;
    m_datasetId = datasetId;
    m_calls = std::make_unique<QObject>();
    m_wanted.clear();
    m_asked.clear();
    m_ids.clear();
    if (datasetId.isEmpty())
        m_all.open({});
    else
        m_all.open([&api, datasetId](int page, int limit) { return api.list(datasetId, page, limit); });
    setState(LoadState::Complete);
}

void NameLookup::lookFor(const QSet<QString> &names)
{
    for (const QString &name : names) {
        if (!m_ids.contains(name))
            m_wanted.insert(name);
    }
    goOn();
}

void NameLookup::retry()
{
    m_calls = std::make_unique<QObject>();
    m_asked.clear();
    if (m_all.state() == LoadState::Failed)
        m_all.fetchMore();
    goOn();
}

void NameLookup::goOn()
{
    if (m_wanted.isEmpty() || m_all.state() == LoadState::Complete) {
        for (int row = 0; row < m_all.size() && !m_wanted.isEmpty(); ++row)
            take(m_all.at(row));
        for (const QString &name : std::as_const(m_wanted))
            m_ids.insert(name, m_ids.value(name)); // looked for
        m_wanted.clear();
        return setState(LoadState::Complete);
    }
    if (m_all.state() == LoadState::Failed) {
        m_error = m_all.error();
        return setState(LoadState::Failed);
    }
    setState(LoadState::Loading);
    if (m_all.state() == LoadState::Loading)
        return;
    if (m_all.size() == 0)
        return m_all.fetchMore();
    const qint64 pages = (m_all.total() - m_all.size() + PagedListBase::pageSize - 1) / PagedListBase::pageSize;
    if (m_wanted.size() > pages)
        m_all.fetchAll();
    else
        askEach();
}

void NameLookup::askEach()
{
    for (const QString &name : std::as_const(m_wanted)) {
        if (!m_asked.contains(name))
            ask(name, 1);
    }
}

void NameLookup::ask(const QString &name, int page)
{
    m_asked.insert(name);
    m_api->list(m_datasetId, page, PagedListBase::pageSize, {.keyword = name})
        ->then(m_calls.get(), [this, name, page](const Result<Page<Document>> &result) { found(name, page, result); });
}

void NameLookup::found(const QString &name, int page, const Result<Page<Document>> &result)
{
    if (!result) {
        m_asked.remove(name);
        m_error = result.error();
        return setState(LoadState::Failed);
    }
    for (const Document &document : result->items)
        take(document);
    // The server finds longer names as well, so that there may be more pages.
    if (result->items.size() == PagedListBase::pageSize && page * qint64(PagedListBase::pageSize) < result->total)
        return ask(name, page + 1);
    m_wanted.remove(name);
    m_asked.remove(name);
    m_ids.insert(name, m_ids.value(name));
    if (m_wanted.isEmpty() && m_state == LoadState::Loading)
        setState(LoadState::Complete);
}

void NameLookup::take(const Document &document)
{
    const QString name = document.name.normalized(QString::NormalizationForm_C);
    if (m_wanted.contains(name) && !m_ids.value(name).contains(document.id))
        m_ids[name].append(document.id);
}

void NameLookup::setState(LoadState state)
{
    const LoadState before = std::exchange(m_state, state);
    if (before != state || state != LoadState::Loading)
        emit changed();
}
