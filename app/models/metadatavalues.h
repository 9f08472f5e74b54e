// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/document.h"

//! The metadata of documents, as a person sees and changes it.
namespace metadatavalues {

//! The value that \a document has for a field; null when it has none.
QJsonValue valueOf(const Document &document, const QString &fieldId);

//! Whether \a a and \a b are the same to a person: servers send the same number as 7, "7" or "7.0".
bool isSame(const QJsonValue &a, const QJsonValue &b, MetadataType type);

//! What several documents have for one field.
struct Shared
{
    bool isMixed = false;
    QJsonValue value; //!< Null when none has one, or when it is mixed.

    bool operator==(const Shared &) const = default;
};
Shared sharedValue(const QList<Document> &documents, const MetadataField &field);

//! As the current locale writes it. What does not fit the type, which servers do not check, is shown as it is.
QString text(const QJsonValue &value, MetadataType type);

//! Seconds since 1970 of a time, also of one that was sent as a text; nothing when it is none.
std::optional<qint64> secondsOf(const QJsonValue &value);
//! A number as it is sent: whole ones without a fraction. Nothing when \a typed is none in the current locale.
std::optional<QJsonValue> numberFrom(const QString &typed);
//! A number or time to sort by; below all others where there is none.
double sortNumber(const QJsonValue &value);

//! \a document with \a changes taken over.
Document changed(Document document, const QList<MetadataValue> &changes);

} // namespace metadatavalues
