// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/compare.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

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

//! What a search found: child chunks where there are some, else chunks.
struct Found
{
    QString id;
    double score = 0;
    QString content;
};

QString idOf(const QJsonValue &hit)
{
    return hit["segment"_L1]["id"_L1].toString();
}

//! Best first.
QList<Found> foundIn(const QJsonArray &hits)
{
    QList<Found> all;
    for (const auto hit : hits) {
        const QJsonArray children = hit["child_chunks"_L1].toArray();
        for (const auto child : children)
            all.append({child["id"_L1].toString(), child["score"_L1].toDouble(), child["content"_L1].toString()});
        if (children.isEmpty())
            all.append({idOf(hit), hit["score"_L1].toDouble(), hit["segment"_L1]["content"_L1].toString()});
    }
    std::stable_sort(all.begin(), all.end(), [](const Found &a, const Found &b) { return a.score > b.score; });
    return all;
}

//! Scores are added up in any order.
bool isBelow(double score, double other)
{
    return score < other - 1e-6;
}

qsizetype placeOf(const QList<Found> &all, const QString &id)
{
    const auto found = std::find_if(all.cbegin(), all.cend(), [&id](const Found &item) { return item.id == id; });
    return found == all.cend() ? -1 : found - all.cbegin();
}

//! What is in one list only, unless it has the lowest score there: which of those with one score come within the limit
//! is chance.
void reportMissing(const QString &place, const char *word, const QList<Found> &all, const QList<Found> &others,
                   QStringList *out)
{
    for (const Found &item : all) {
        if (placeOf(others, item.id) < 0 && isBelow(all.constLast().score, item.score))
            out->append(u"%1: %2 is %3"_s.arg(place, shown(item.content), QLatin1StringView(word)));
    }
}

//! What has one score may come in any order, the others in that of the recording.
void reportOrder(const QString &place, const QList<Found> &recorded, const QList<Found> &given, QStringList *out)
{
    const Found *before = nullptr;
    for (const Found &item : recorded) {
        const auto at = placeOf(given, item.id);
        if (at < 0)
            continue;
        const Found &found = given.at(at);
        if (before && isBelow(item.score, recorded.at(placeOf(recorded, before->id)).score)
            && isBelow(before->score, found.score))
            out->append(u"%1: %2 is too early"_s.arg(place, shown(item.content)));
        before = &found;
    }
}

void reportUnsorted(const QString &place, const QJsonArray &hits, QStringList *out)
{
    for (qsizetype i = 1; i < hits.size(); ++i) {
        if (isBelow(hits[i - 1]["score"_L1].toDouble(), hits[i]["score"_L1].toDouble()))
            out->append(u"%1.%2: is better than the one before"_s.arg(place).arg(i));
    }
}

//! The hit with those of its children alone that the other one has too, in the order of their ids.
QJsonObject withCommonChildren(const QJsonValue &hit, const QJsonValue &other)
{
    const QJsonArray ofHit = hit["child_chunks"_L1].toArray();
    const QJsonArray ofOther = other["child_chunks"_L1].toArray();
    QMap<QString, QJsonValue> children;
    for (const auto child : ofHit)
        children.insert(child["id"_L1].toString(), child);
    QJsonArray common;
    QSet<QString> others;
    for (const auto child : ofOther)
        others.insert(child["id"_L1].toString());
    for (auto it = children.cbegin(); it != children.cend(); ++it) {
        if (others.contains(it.key()))
            common.append(it.value());
    }
    QJsonObject object = hit.toObject();
    object[u"child_chunks"_s] = common;
    return object;
}

//! Hits are paired by their chunks.
Pairs pairHits(const QString &place, const QJsonArray &recorded, const QJsonArray &given, QStringList *out)
{
    const QList<Found> expected = foundIn(recorded);
    const QList<Found> found = foundIn(given);
    if (expected.size() != found.size())
        out->append(u"%1: %2 hits instead of %3"_s.arg(place).arg(found.size()).arg(expected.size()));
    reportMissing(place, "not found", expected, found, out);
    reportMissing(place, "found", found, expected, out);
    reportOrder(place, expected, found, out);
    reportUnsorted(place, given, out);
    Pairs result;
    for (const auto hit : recorded) {
        const auto other = std::find_if(given.begin(), given.end(),
                                        [&](const QJsonValue &candidate) { return idOf(candidate) == idOf(hit); });
        if (other != given.end())
            result.append({withCommonChildren(hit, *other), withCommonChildren(*other, hit)});
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
        const bool areHits = key == "records"_L1;
        if (!areHits && a.size() != b.size())
            out->append(u"%1: %2 rows instead of %3"_s.arg(place).arg(b.size()).arg(a.size()));
        int row = 0;
        for (const auto &[one, other] : areHits ? pairHits(place, a, b, out) : pairs(a, b))
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
