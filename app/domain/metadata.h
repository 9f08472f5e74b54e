// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>

#include <optional>

class QJsonObject;

enum class MetadataType { Text, Number, Time };

//! The wire name: string, number or time.
QString toString(MetadataType type);
MetadataType metadataTypeFromString(const QString &text); //!< Text for what is unknown.

//! A field that the documents of a dataset may have a value for.
struct MetadataField
{
    static constexpr int maxNameLength = 255; //!< Characters (code points); servers refuse more.

    QString id{}; //!< "built-in" for the fields that the server fills in itself.
    QString name{}; //!< Unique in the dataset, case-sensitive.
    MetadataType type = MetadataType::Text;
    qint64 useCount = 0; //!< Documents with a value; only in the list of a dataset's fields.

    bool isBuiltIn() const { return id == QLatin1String("built-in"); }

    //! Also an item of the list of built-in fields, which has no id.
    static MetadataField fromJson(const QJsonObject &object);

    bool operator==(const MetadataField &) const = default;
};

//! The fields of a dataset (GET …/metadata).
struct MetadataFields
{
    QList<MetadataField> fields{}; //!< Without the built-in ones.
    bool builtInEnabled = false; //!< Name, uploader, dates and source are kept as values too.

    static MetadataFields fromJson(const QJsonObject &object);

    bool operator==(const MetadataFields &) const = default;
};

//! The value that a document has for a field. Servers never check it against the field's type.
struct MetadataValue
{
    QString fieldId{};
    QString name{};
    MetadataType type = MetadataType::Text; //!< Not sent.
    QJsonValue value{}; //!< A text, a number, rarely a boolean, or null; a time is seconds since 1970, often as a text.

    bool isBuiltIn() const { return fieldId == QLatin1String("built-in"); }

    //! A null, as old servers have it, gives an empty list.
    static QList<MetadataValue> listFromJson(const QJsonValue &docMetadata);
    static MetadataValue fromJson(const QJsonObject &object);
    QJsonObject toJson() const;

    bool operator==(const MetadataValue &) const = default;
};

//! What one document's metadata becomes (an item of `operation_data`).
struct MetadataChange
{
    QString documentId{};
    QList<MetadataValue> values{};
    //! Fields not named keep their values. Servers before 1.10 do not know this and erase them: where ServerAbilities
    //! has no partialMetadata, send all values.
    bool keepsOthers = true;

    QJsonObject toJson() const;

    bool operator==(const MetadataChange &) const = default;
};
