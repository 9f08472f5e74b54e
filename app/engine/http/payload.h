// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <limits>
#include <memory>
#include <optional>

namespace http {

struct Request;

enum class Need { Optional, NotNull, Required }; //!< NotNull: may be missing. Required: not null either.

//! A body or a query, read by the rules of the real server's models, and with what is wrong said in its words
//! ("1 validation error for DatasetCreatePayload …"). Everything wrong is collected; check() throws it.
//! Where a value is wrong or missing, the reading functions return nothing.
class Payload
{
public:
    struct TextRule
    {
        qsizetype shortest = 0; //!< Characters.
        qsizetype longest = std::numeric_limits<qsizetype>::max();
    };

    //! \a model: what the real server calls it.
    Payload(const QString &model, const QJsonValue &value);
    //! The query of a request: all values are text.
    static Payload ofQuery(const QString &model, const Request &request, const QStringList &names);

    bool isThere() const { return m_there; }
    bool has(QLatin1StringView name) const { return m_object.contains(name); }
    const QJsonObject &value() const { return m_object; }

    std::optional<QString> text(QLatin1StringView name, Need need, TextRule rule);
    std::optional<QString> text(QLatin1StringView name, Need need = Need::Optional) { return text(name, need, {}); }
    //! One of \a choices. \a type: what the real server calls the mistake, enum or literal_error.
    std::optional<QString> choice(QLatin1StringView name, const QStringList &choices, QLatin1StringView type,
                                  Need need = Need::Optional);
    std::optional<qint64> integer(QLatin1StringView name, Need need = Need::Optional);
    std::optional<double> number(QLatin1StringView name, Need need = Need::Optional);
    std::optional<bool> flag(QLatin1StringView name, Need need = Need::Optional);
    std::optional<QStringList> texts(QLatin1StringView name, Need need = Need::Optional);
    //! UUIDs, in small letters.
    std::optional<QStringList> ids(QLatin1StringView name, qsizetype fewest = 0,
                                   qsizetype most = std::numeric_limits<qsizetype>::max());
    //! A text, a number, true or false, or null, which a missing one is as well.
    QJsonValue scalar(QLatin1StringView name);
    //! The same, or a list of texts.
    QJsonValue scalarOrTexts(QLatin1StringView name);
    //! An object inside; isThere() tells whether it is.
    Payload object(QLatin1StringView name, const QString &model, Need need = Need::Optional);
    //! The objects of an array of at least \a fewest. An empty \a model: they may hold anything.
    std::optional<QList<Payload>> objects(QLatin1StringView name, const QString &model, Need need, qsizetype fewest);

    //! Adds a mistake of one's own about a value of this object.
    void fail(QLatin1StringView name, QLatin1StringView type, const QString &sentence);
    //! Adds a mistake about the whole of this object.
    void failWhole(QLatin1StringView type, const QString &sentence);

    //! All that is wrong in the real server's form; empty if nothing is.
    QString mistakes() const;
    //! Throws 400 invalid_param if anything is wrong.
    void check() const;

private:
    struct Mistakes
    {
        QString model;
        QStringList list;
    };
    Payload() = default;
    Payload(const std::shared_ptr<Mistakes> &mistakes, const QString &place, const QJsonValue &value,
            const QString &model);

    //! The value, or an undefined one where it is missing or null, which is a mistake depending on \a need.
    QJsonValue take(QLatin1StringView name, Need need, QLatin1StringView nullType, const QString &nullSentence);
    QString placeOf(QLatin1StringView name) const;
    //! A mistake about one of the types that a value could have had.
    void failAs(QLatin1StringView name, const QString &kind, QLatin1StringView type, const QString &sentence);
    void failNumbers(QLatin1StringView name);
    void add(const QString &place, QLatin1StringView type, const QString &sentence, const QJsonValue &value);

    std::shared_ptr<Mistakes> m_mistakes;
    QString m_place;
    QJsonObject m_object;
    bool m_there = false;
};

} // namespace http
