// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/metadatafilter.h"
#include "app/engine/store/rows.h"

#include <QHash>
#include <QSet>

class Connection;

//! How documents are found by the values of a field (?1), each by an index: a dataset may have 100,000 documents.
namespace metadatasql {

#define VALUES_OF_FIELD "SELECT document, value FROM metadata_values WHERE field = ?1"
inline constexpr auto all = VALUES_OF_FIELD " ORDER BY document";
inline constexpr auto numbers = VALUES_OF_FIELD " AND value BETWEEN ?2 AND ?3";
inline constexpr auto someTexts = VALUES_OF_FIELD " AND value IN (SELECT value FROM json_each(?2))";
inline constexpr auto allTexts = VALUES_OF_FIELD " AND value >= ''";
#undef VALUES_OF_FIELD

} // namespace metadatasql

//! The fields of datasets and what documents have in them. A value belongs to its field by the field's row, so that
//! renaming a field leaves the values alone.
class MetadataStore
{
public:
    explicit MetadataStore(Connection &db)
        : m_db(db)
    { }

    //! In the order they were made; without the built-in ones.
    QList<MetadataFieldRow> fields(qint64 dataset) const;
    std::optional<MetadataFieldRow> find(qint64 dataset, const QString &id) const; //!< In capitals or not.
    //! How many documents have a value, by the rows of the fields; none for a field that is not used.
    QHash<qint64, qint64> useCounts(qint64 dataset) const;

    //! Throws StoreError NameTaken.
    MetadataFieldRow create(qint64 dataset, const QString &name, const QString &type) const;
    //! Throws StoreError NameTaken, also for the name that it has.
    MetadataFieldRow rename(const MetadataFieldRow &field, const QString &name) const;
    void remove(qint64 field) const; //!< With all values in it.
    void setBuiltIn(qint64 dataset, bool on) const;

    //! Of one document, in the order of the fields; without the built-in ones.
    QList<MetadataValueRow> values(qint64 document) const;
    //! Stores the values; those of other fields are removed unless \a keepOthers.
    void setValues(qint64 document, const QList<MetadataValueRow> &values, bool keepOthers) const;

    //! Rows of the documents of the dataset that the filter lets through; nothing if it lets through all.
    std::optional<QSet<qint64>> matching(const DatasetRow &dataset, const MetadataFilter &filter) const;

private:
    QList<qint64> fulfilling(const DatasetRow &dataset, const MetadataCondition &condition) const;
    QList<qint64> fulfillingBuiltIn(const DatasetRow &dataset, const MetadataCondition &condition) const;
    QList<qint64> documents(qint64 dataset) const;
    void requireFreeName(qint64 dataset, const QString &name) const;

    Connection &m_db;
};

//! What a document has in a built-in field: its name, a date as seconds since 1970, …
QJsonValue builtInValue(const DocumentRow &document, const QString &field);
//! The same of all of them, in their order.
QList<MetadataValueRow> builtInValues(const DocumentRow &document);
