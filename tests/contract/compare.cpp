// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/compare.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace {

QString shown(const QJsonValue &value)
{
    if (value.isUndefined())
        return u"nothing"_s;
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.mid(1, text.size() - 2)).left(300);
}

bool isTime(const QString &key)
{
    return key.endsWith("_at"_L1);
}

//! Differs from server to server in its value, not in its type.
bool isOwn(const QString &key)
{
    static const QSet<QString> keys{u"created_by"_s,  u"updated_by"_s,      u"maintainer"_s,       u"author_name"_s,
                                    u"pid"_s,         u"index_node_id"_s,   u"indexing_latency"_s, u"upload_file_id"_s,
                                    u"score"_s,       u"keywords"_s,        u"disabled_by"_s,      u"uploader"_s,
                                    u"upload_date"_s, u"last_update_date"_s};
    return keys.contains(key) || isTime(key);
}

//! Of ids and batches only the form counts; the same ones were already put for each other.
QString withoutIds(QString text)
{
    static const QRegularExpression uuid(u"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"_s);
    static const QRegularExpression batch(u"\\b20\\d{18}\\b"_s);
    // The order of the keys, which ours does not keep, and the length at which it is cut.
    static const QRegularExpression quotedInput(u"input_value=\\{.*, input_type=dict"_s);
    static const QRegularExpression port(u"127\\.0\\.0\\.1:\\d+"_s);
    static const QRegularExpression signature(u"(timestamp|nonce|sign)=[^&]*"_s);
    return text.replace(uuid, u"<id>"_s)
        .replace(batch, u"<batch>"_s)
        .replace(quotedInput, u"<dict>"_s)
        .replace(port, u"<host>"_s)
        .replace(signature, u"\\1=<own>"_s);
}

//! How far indexing has come when an answer is made is a matter of speed.
QString withoutSpeed(const QString &key, const QString &text)
{
    static const QSet<QString> moving{u"waiting"_s, u"parsing"_s, u"splitting"_s, u"indexing"_s, u"queuing"_s};
    return (key == "indexing_status"_L1 || key == "display_status"_L1) && moving.contains(text) ? u"<moving>"_s : text;
}

using Pairs = QList<std::pair<QJsonValue, QJsonValue>>;

//! Rows with ids are paired by them: a real server lists what was made in one second in any order, so that of a page
//! only the number of rows and those that both have can be compared. Numbered ones have to be in order.
Pairs pairs(const QJsonArray &recorded, const QJsonArray &given)
{
    const bool numbered = recorded[0]["position"_L1].isDouble() || recorded[0]["name"_L1].isUndefined();
    QHash<QString, QJsonValue> byId;
    for (const auto row : given)
        byId.insert(row["id"_L1].toString(), row);
    Pairs result;
    for (qsizetype i = 0; i < std::min(recorded.size(), given.size()); ++i) {
        const QString id = recorded[i]["id"_L1].toString();
        if (id.isEmpty() || id == "built-in"_L1 || numbered)
            result.append({recorded[i], given[i]});
        else if (byId.contains(id))
            result.append({recorded[i], byId[id]});
    }
    return result;
}

//! Hits are paired by their chunks. Those with one score may come in any order, the others in that of the recording.
Pairs pairHits(const QString &place, const QJsonArray &recorded, const QJsonArray &given, QStringList *out)
{
    QStringList found;
    for (const auto hit : given)
        found.append(hit["segment"_L1]["id"_L1].toString());
    Pairs result;
    QString before;
    double score = 0;
    for (const auto hit : recorded) {
        const QString id = hit["segment"_L1]["id"_L1].toString();
        if (!found.contains(id)) {
            out->append(u"%1: %2 is not found"_s.arg(place, shown(hit["segment"_L1]["content"_L1])));
            continue;
        }
        if (hit["score"_L1].toDouble() < score && found.indexOf(id) < found.indexOf(before))
            out->append(u"%1: %2 is too early"_s.arg(place, shown(hit["segment"_L1]["content"_L1])));
        before = id;
        score = hit["score"_L1].toDouble();
        result.append({hit, given[found.indexOf(id)]});
    }
    return result;
}

//! The value of a built-in metadata field, in a list of them, is the server's own.
bool isBuiltIn(const QJsonObject &object)
{
    return object["id"_L1] == "built-in"_L1 && isOwn(object["name"_L1].toString());
}

void compare(const QString &place, const QString &key, const QJsonValue &recorded, const QJsonValue &given,
             QStringList *out)
{
    const bool differ
        = isOwn(key) ? recorded.type() != given.type()
          : recorded.isString() && given.isString()
              ? withoutIds(withoutSpeed(key, recorded.toString())) != withoutIds(withoutSpeed(key, given.toString()))
              : recorded.type() != given.type() || (!recorded.isObject() && !recorded.isArray() && recorded != given);
    if (differ) {
        out->append(u"%1: %2 instead of %3"_s.arg(place, shown(given), shown(recorded)));
        return;
    }
    if (recorded.isObject()) {
        const QJsonObject a = recorded.toObject();
        const QJsonObject b = given.toObject();
        QStringList keys = a.keys() + b.keys();
        keys.removeDuplicates();
        for (const QString &name : std::as_const(keys))
            compare(place.isEmpty() ? name : place + u'.' + name,
                    name == "value"_L1 && isBuiltIn(a) ? a["name"_L1].toString() : name, a[name], b[name], out);
    } else if (recorded.isArray() && key != "keywords"_L1) {
        const QJsonArray a = recorded.toArray();
        const QJsonArray b = given.toArray();
        if (a.size() != b.size())
            out->append(u"%1: %2 rows instead of %3"_s.arg(place).arg(b.size()).arg(a.size()));
        int row = 0;
        for (const auto &[one, other] : key == "records"_L1 ? pairHits(place, a, b, out) : pairs(a, b))
            compare(u"%1.%2"_s.arg(place).arg(row++), {}, one, other, out);
    }
}

} // namespace

QStringList differences(const QJsonValue &recorded, const QJsonValue &given)
{
    QStringList out;
    compare({}, {}, recorded, given, &out);
    return out;
}
