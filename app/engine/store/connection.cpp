// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/connection.h"

#include "app/engine/store/storeerror.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <sqlite3.h>

#include <algorithm>

namespace {

constexpr int busyMs = 5'000;

[[noreturn]] void rethrow(const SQLite::Exception &error)
{
    const QString text = QString::fromUtf8(error.what());
    switch (error.getErrorCode()) {
    case SQLITE_FULL:
        throw StoreError(StoreError::Kind::DiskFull, QStringLiteral("There is no space left for the database."));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        throw StoreError(StoreError::Kind::Damaged, QStringLiteral("The database is damaged (%1).").arg(text));
    default:
        throw StoreError(StoreError::Kind::Io, QStringLiteral("The database cannot be used (%1).").arg(text));
    }
}

template <typename Function>
auto translated(Function function) -> decltype(function())
{
    try {
        return function();
    } catch (const SQLite::Exception &error) {
        rethrow(error);
    }
}

QString json(const QJsonDocument &document)
{
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

QByteArrayView utf8(sqlite3_value *value)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return {text, sqlite3_value_bytes(value)};
}

bool isAscii(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return uchar(c) < 0x80; });
}

//! contains_folded(text, part): whether the text has the part, in capitals or not, in any script.
void containsFolded(sqlite3_context *context, int, sqlite3_value **values)
{
    const QByteArrayView text = utf8(values[0]);
    const QByteArrayView part = utf8(values[1]);
    if (!isAscii(text) || !isAscii(part)) {
        const bool contains = QString::fromUtf8(text).contains(QString::fromUtf8(part), Qt::CaseInsensitive);
        return sqlite3_result_int(context, contains);
    }
    // Most texts, and several times as fast.
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; };
    const auto isSame = [lower](char a, char b) { return lower(a) == lower(b); };
    const auto *found = std::search(text.begin(), text.end(), part.begin(), part.end(), isSame);
    sqlite3_result_int(context, found != text.end() || part.isEmpty());
}

SQLite::Database open(const QString &file, Connection::Mode mode)
{
    const int flags
        = mode == Connection::Mode::Inspect ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
    return translated([&] {
        // Statements are used by one thread at a time: no mutex per call.
        return SQLite::Database(file.toStdString(), flags | SQLite::OPEN_NOMUTEX, busyMs);
    });
}

} // namespace

Connection::Connection(const QString &file, Mode mode)
    : m_database(open(file, mode))
{
    if (mode == Mode::Inspect)
        return;
    execute("PRAGMA foreign_keys = ON");
    execute("PRAGMA temp_store = MEMORY");
    if (mode == Mode::Write) {
        // Loses the last writes when the power fails, none when the process is killed, and is never damaged.
        execute("PRAGMA journal_mode = WAL");
        execute("PRAGMA synchronous = NORMAL");
        execute("PRAGMA cache_size = -8000");
        execute("PRAGMA journal_size_limit = 16777216");
    } else {
        execute("PRAGMA query_only = ON");
    }
    sqlite3_create_function(m_database.getHandle(), "contains_folded", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr,
                            containsFolded, nullptr, nullptr);
}

SQLite::Statement &Connection::prepared(std::string_view sql)
{
    const auto known = m_statements.find(sql);
    if (known != m_statements.end())
        return known->second;
    return translated([&]() -> SQLite::Statement & {
        return m_statements.emplace(sql, SQLite::Statement(m_database, std::string(sql))).first->second;
    });
}

void Connection::execute(const char *sql)
{
    translated([&] { m_database.exec(sql); });
}

Query::Query(Connection &connection, std::string_view sql)
    : m_statement(connection.prepared(sql))
{ }

Query::~Query()
{
    m_statement.tryReset();
}

bool Query::next()
{
    return translated([&] { return m_statement.executeStep(); });
}

int Query::run()
{
    return translated([&] { return m_statement.exec(); });
}

qint64 Query::first()
{
    return next() ? number(0) : 0;
}

std::optional<qint64> Query::optional(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(number(column));
}

QString Query::text(int column) const
{
    const auto value = m_statement.getColumn(column);
    return QString::fromUtf8(value.getText(), value.getBytes());
}

std::optional<QStringList> Query::list(int column) const
{
    if (m_statement.getColumn(column).getBytes() == 0)
        return std::nullopt;
    const QJsonArray items = QJsonDocument::fromJson(text(column).toUtf8()).array();
    QStringList strings;
    for (const auto item : items)
        strings.append(item.toString());
    return strings;
}

QJsonObject Query::object(int column) const
{
    return QJsonDocument::fromJson(text(column).toUtf8()).object();
}

QJsonValue Query::value(int column) const
{
    const auto stored = m_statement.getColumn(column);
    if (stored.isNull())
        return {};
    if (stored.isInteger())
        return qint64(stored.getInt64());
    return stored.isFloat() ? QJsonValue(stored.getDouble()) : QJsonValue(text(column));
}

QByteArray Query::bytes(int column) const
{
    const auto value = m_statement.getColumn(column);
    return QByteArray(static_cast<const char *>(value.getBlob()), value.getBytes());
}

void Query::bind(int index, qint64 value)
{
    translated([&] { m_statement.bind(index, int64_t(value)); });
}

void Query::bind(int index, const QString &value)
{
    translated([&] { m_statement.bind(index, value.toStdString()); });
}

void Query::bind(int index, const std::optional<qint64> &value)
{
    if (value)
        bind(index, *value);
    else
        translated([&] { m_statement.bind(index); });
}

void Query::bind(int index, const std::optional<QStringList> &value)
{
    bind(index, value ? json(QJsonDocument(QJsonArray::fromStringList(*value))) : QString());
}

void Query::bind(int index, double value)
{
    translated([&] { m_statement.bind(index, value); });
}

void Query::bind(int index, const QJsonObject &value)
{
    if (value.isEmpty())
        bind(index, std::optional<qint64>());
    else
        bind(index, json(QJsonDocument(value)));
}

void Query::bind(int index, const QJsonValue &value)
{
    if (value.isString())
        bind(index, value.toString());
    else if (value.isBool())
        bind(index, value.toBool());
    else if (value.toVariant().typeId() == QMetaType::LongLong)
        bind(index, value.toInteger());
    else if (value.isDouble())
        bind(index, value.toDouble());
    else
        bind(index, std::optional<qint64>());
}

void Query::bind(int index, const QByteArray &value)
{
    translated([&] { m_statement.bind(index, value.constData(), int(value.size())); });
}

QList<qint64> allNumbers(Query &query)
{
    return allRows<qint64>(query, [](const Query &row) { return row.number(0); });
}
