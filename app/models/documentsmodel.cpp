// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/documentsmodel.h"

#include "app/api/documentsapi.h"
#include "app/models/documentcolumns.h"
#include "app/models/format.h"

#include <vector>

namespace {

template <typename KeyOf>
void sortBy(QList<int> &rows, KeyOf keyOf)
{
    std::vector<std::pair<decltype(keyOf(0)), int>> keyed;
    keyed.reserve(rows.size());
    for (const int row : std::as_const(rows))
        keyed.emplace_back(keyOf(row), row);
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::transform(keyed.cbegin(), keyed.cend(), rows.begin(), [](const auto &pair) { return pair.second; });
}

} // namespace

DocumentsModel::DocumentsModel(QObject *parent)
    : PagedModel(parent)
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    m_newRows.setSingleShot(true);
    m_newRows.setInterval(100);
    connect(&m_newRows, &QTimer::timeout, this, &DocumentsModel::insertPending);
    connect(&m_documents, &PagedListBase::inserted, this, &DocumentsModel::rowsArrived);
    connect(&m_documents, &PagedListBase::changed, this, &DocumentsModel::rowsChanged);
    connect(&m_documents, &PagedListBase::removed, this, &DocumentsModel::rowsRemoved);
    setList(m_documents); // after the counts are connected, so that they are right when the views hear of rows
}

DocumentsModel::~DocumentsModel() = default;

void DocumentsModel::open(const DocumentsApi &api, const QString &serverId, const QString &datasetId)
{
    start(serverId, datasetId, [&api, datasetId](int page, int limit) { return api.list(datasetId, page, limit); });
}

void DocumentsModel::close()
{
    start({}, {}, {});
}

void DocumentsModel::start(const QString &serverId, const QString &datasetId, PagedList<Document>::Request request)
{
    beginOtherList();
    m_serverId = serverId;
    m_datasetId = datasetId;
    m_progress.clear();
    m_pending.clear();
    m_newRows.stop();
    m_statuses.clear();
    m_counts.clear();
    m_documents.open(std::move(request));
    endOtherList();
    if (m_status || !m_text.isEmpty() || sortColumn() >= 0)
        fetchAll();
}

void DocumentsModel::setMetadataFields(const QList<MetadataField> &fields)
{
    if (sortColumn() >= ColumnCount)
        sort(-1);
    if (!m_fields.isEmpty()) {
        beginRemoveColumns({}, ColumnCount, columnCount() - 1);
        m_fields.clear();
        endRemoveColumns();
    }
    if (fields.isEmpty())
        return;
    beginInsertColumns({}, ColumnCount, ColumnCount + static_cast<int>(fields.size()) - 1);
    m_fields = fields;
    endInsertColumns();
}

const Document &DocumentsModel::document(const QModelIndex &index) const
{
    return m_documents.at(listRow(index));
}

QModelIndex DocumentsModel::indexOf(const QString &documentId) const
{
    const int row = m_documents.indexOf(documentId);
    const int shown = row < 0 ? -1 : shownRow(row);
    return shown < 0 ? QModelIndex() : index(shown, NameColumn);
}

void DocumentsModel::setTextFilter(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    refilter();
}

void DocumentsModel::setStatusFilter(std::optional<Document::Status> status)
{
    if (status == m_status)
        return;
    m_status = status;
    refilter();
}

int DocumentsModel::count(Document::Status status) const
{
    return m_counts.value(status);
}

void DocumentsModel::put(const Document &document)
{
    if (!isBeingIndexed(document.status))
        m_progress.remove(document.id);
    if (m_documents.replace(document))
        return;
    // A thousand uploads would otherwise move every row below a thousand times.
    m_pending.append(document);
    if (!m_newRows.isActive())
        m_newRows.start();
}

void DocumentsModel::insertPending()
{
    QList<Document> rows;
    QSet<QString> ids;
    for (auto document = m_pending.crbegin(); document != m_pending.crend(); ++document) {
        if (ids.contains(document->id))
            continue; // an older answer about the same document
        ids.insert(document->id);
        if (!m_documents.replace(*document))
            rows.append(*document);
    }
    m_pending.clear();
    if (!rows.isEmpty())
        m_documents.insert(0, rows);
}

void DocumentsModel::remove(const QString &documentId)
{
    m_progress.remove(documentId);
    m_pending.removeIf([&](const Document &document) { return document.id == documentId; });
    m_documents.remove(documentId);
}

void DocumentsModel::setProgress(const QString &documentId, const Progress &progress)
{
    const int row = m_documents.indexOf(documentId);
    if (row < 0 || !isBeingIndexed(m_documents.at(row).status)) {
        if (row < 0)
            m_progress.insert(documentId, progress); // its row is on the way
        return;
    }
    if (m_progress.value(documentId) == progress)
        return;
    m_progress.insert(documentId, progress);
    Document document = m_documents.at(row);
    if (document.status == Document::Status::Queuing && progress.stage != IndexingStatus::Stage::Waiting) {
        document.status = Document::Status::Indexing;
        m_documents.replace(document);
    } else if (const int shown = shownRow(row); shown >= 0) {
        emit dataChanged(index(shown, StatusColumn), index(shown, StatusColumn));
    }
}

int DocumentsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount + static_cast<int>(m_fields.size());
}

QVariant DocumentsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Document &row = document(index);
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return toolTip(row, index.column());
    case Qt::TextAlignmentRole:
        return documentcolumns::alignment(index.column(), m_fields);
    case IdRole:
        return row.id;
    case StatusRole:
        return static_cast<int>(row.status);
    case ErrorRole:
        return row.error;
    case ProgressRole:
        return QVariant::fromValue(m_progress.value(row.id));
    default:
        return {};
    }
}

QString DocumentsModel::text(const Document &document, int column) const
{
    const auto progress = column == StatusColumn ? m_progress.constFind(document.id) : m_progress.cend();
    return progress == m_progress.cend() ? documentcolumns::text(document, column, m_fields) : progressText(*progress);
}

QString DocumentsModel::toolTip(const Document &document, int column) const
{
    if (column == AddedColumn)
        return format::exactTime(document.createdAt);
    const bool mayBeLong = column == NameColumn || column == StatusColumn || column >= ColumnCount;
    return mayBeLong ? format::toolTip(text(document, column)) : QString();
}

QVariant DocumentsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return documentcolumns::alignment(section, m_fields);
    return role == Qt::DisplayRole ? documentcolumns::title(section, m_fields) : QVariant();
}

bool DocumentsModel::lessThan(int left, int right, int column) const
{
    const Document &a = m_documents.at(left);
    const Document &b = m_documents.at(right);
    using namespace documentcolumns;
    return isText(column, m_fields)
               ? m_collator.compare(sortText(a, column, m_fields), sortText(b, column, m_fields)) < 0
               : sortNumber(a, column, m_fields) < sortNumber(b, column, m_fields);
}

void DocumentsModel::sortAscending(QList<int> &rows, int column) const
{
    using namespace documentcolumns;
    if (isText(column, m_fields)) {
        sortBy(rows,
               [this, column](int row) { return m_collator.sortKey(sortText(m_documents.at(row), column, m_fields)); });
    } else {
        sortBy(rows, [this, column](int row) { return sortNumber(m_documents.at(row), column, m_fields); });
    }
}

bool DocumentsModel::accepts(int row) const
{
    const Document &document = m_documents.at(row);
    return (!m_status || document.status == *m_status)
           && (m_text.isEmpty() || document.name.contains(m_text, Qt::CaseInsensitive));
}

void DocumentsModel::rowsArrived(int first, int last)
{
    const int count = last - first + 1;
    m_statuses.insert(first, count, Document::Status::Available);
    m_counts[Document::Status::Available] += count;
    rowsChanged(first, last);
}

void DocumentsModel::rowsChanged(int first, int last)
{
    bool isCountedAnew = false;
    QStringList beingIndexed;
    for (int row = first; row <= last; ++row) {
        const Document &document = m_documents.at(row);
        const Document::Status before = std::exchange(m_statuses[row], document.status);
        if (!isBeingIndexed(document.status))
            m_progress.remove(document.id);
        else if (!isBeingIndexed(before))
            beingIndexed.append(document.id);
        if (before == document.status)
            continue;
        --m_counts[before];
        ++m_counts[document.status];
        isCountedAnew = true;
    }
    if (isCountedAnew)
        emit countsChanged();
    if (!beingIndexed.isEmpty())
        emit foundBeingIndexed(beingIndexed);
}

void DocumentsModel::rowsRemoved(int first, int last)
{
    for (int row = first; row <= last; ++row)
        --m_counts[m_statuses.at(row)];
    m_statuses.remove(first, last - first + 1);
    emit countsChanged();
}
