// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <map>
#include <optional>
#include <string_view>

//! One connection to the database with its prepared statements. For one thread at a time.
class Connection
{
public:
    enum class Mode { Inspect, Read, Write };

    //! Inspect changes nothing, not even a write-ahead log that is left over. Throws StoreError.
    Connection(const QString &file, Mode mode);

    SQLite::Database &database() { return m_database; }
    //! Prepared once per text.
    SQLite::Statement &prepared(std::string_view sql);
    //! For statements without values and results. Throws StoreError.
    void execute(const char *sql);

private:
    SQLite::Database m_database;
    std::map<std::string, SQLite::Statement, std::less<>> m_statements;
};

//! One run of a prepared statement; ends with its life. Errors are thrown as StoreError.
class Query
{
public:
    Query(Connection &connection, std::string_view sql);
    template <typename... Values>
    Query(Connection &connection, std::string_view sql, const Values &...values)
        : Query(connection, sql)
    {
        int index = 0;
        (bind(++index, values), ...);
    }
    ~Query();

    //! Goes to the next row of the result, or returns false at its end.
    bool next();
    //! Runs a statement that has no result; returns the number of rows it changed.
    int run();
    //! The first value of the first row as a number; 0 when there is no row.
    qint64 first();

    bool isNull(int column) const { return m_statement.isColumnNull(column); }
    qint64 number(int column) const { return m_statement.getColumn(column).getInt64(); }
    bool flag(int column) const { return number(column) != 0; }
    std::optional<qint64> optional(int column) const;
    QString text(int column) const;
    //! Stored as a JSON array, or as an empty text when it is not set.
    std::optional<QStringList> list(int column) const;
    QJsonObject object(int column) const; //!< Stored as a JSON object, or NULL for an empty one.
    QJsonValue value(int column) const; //!< A text, a number or null, as it was stored.
    QByteArray bytes(int column) const;

private:
    Q_DISABLE_COPY_MOVE(Query)
    void bind(int index, qint64 value);
    void bind(int index, int value) { bind(index, qint64(value)); }
    void bind(int index, bool value) { bind(index, qint64(value)); }
    void bind(int index, double value);
    void bind(int index, const QString &value);
    void bind(int index, const std::optional<qint64> &value);
    void bind(int index, const std::optional<QStringList> &value);
    void bind(int index, const QJsonObject &value);
    //! A text, a number, or true or false, which become 1 and 0; anything else becomes NULL.
    void bind(int index, const QJsonValue &value);
    void bind(int index, const QByteArray &value);

    SQLite::Statement &m_statement;
};

//! The next row of the result, as \a read makes it; nothing at the end.
template <typename Row>
std::optional<Row> nextRow(Query &query, Row (*read)(const Query &))
{
    return query.next() ? std::optional(read(query)) : std::nullopt;
}

//! The rows of the result that are left.
template <typename Row>
QList<Row> allRows(Query &query, Row (*read)(const Query &))
{
    QList<Row> rows;
    while (query.next())
        rows.append(read(query));
    return rows;
}

//! The numbers in the first column of the rows that are left.
QList<qint64> allNumbers(Query &query);
