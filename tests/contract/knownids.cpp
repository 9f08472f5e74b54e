// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/knownids.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {

bool isId(const QString &text)
{
    static const QRegularExpression form(
        u"^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|20\\d{18})$"_s);
    return form.match(text).hasMatch();
}

//! Of a file to download.
bool isAddress(const QString &text)
{
    return text.startsWith("http://"_L1) && text.contains("/files/"_L1);
}

//! What is asked of the server to which the address leads: path and query.
QString pathOf(const QString &address)
{
    return address.mid(address.indexOf(u"/files/"_s));
}

} // namespace

void KnownIds::bind(const QString &recorded, const QString &own)
{
    m_ids.insert(recorded, own);
}

QString KnownIds::toServer(QString text) const
{
    for (const bool addresses : {true, false}) { // there are ids in addresses
        for (auto it = m_ids.begin(); it != m_ids.end(); ++it) {
            if (it.key().startsWith(u'/') == addresses)
                text.replace(it.key(), it.value());
        }
    }
    return text;
}

QString KnownIds::toRecording(QString text) const
{
    for (auto it = m_ids.begin(); it != m_ids.end(); ++it)
        text.replace(it.value(), it.key());
    return text;
}

void KnownIds::learn(const QJsonValue &recorded, const QJsonValue &given)
{
    if (recorded.isObject()) {
        const QJsonObject object = recorded.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            learn(it.value(), given[it.key()]);
    } else if (isAddress(recorded.toString()) && isAddress(given.toString())) {
        m_ids.insert(pathOf(recorded.toString()), pathOf(given.toString()));
    } else if (recorded.isArray() && recorded[0]["segment"_L1].isObject()) {
        learnHits(recorded.toArray(), given.toArray());
    } else if (recorded.isArray() && recorded[0]["position"_L1].isDouble()) { // others are in any order
        for (qsizetype i = 0; i < recorded.toArray().size(); ++i)
            learn(recorded[i], given[i]);
    } else if (isId(recorded.toString()) && isId(given.toString()) && !m_ids.contains(recorded.toString())) {
        m_ids.insert(recorded.toString(), given.toString());
    }
}

//! The same texts are the same chunks of the same document, and the same child chunks of the same chunk.
void KnownIds::learnHits(const QJsonArray &recorded, const QJsonArray &given)
{
    const auto without = [](const QJsonValue &hit, QLatin1StringView key) {
        QJsonObject object = hit.toObject();
        object.remove(key);
        return object;
    };
    for (const auto hit : recorded) {
        const QJsonValue segment = hit["segment"_L1];
        const QString document = toServer(segment["document_id"_L1].toString());
        for (const auto other : given) {
            if (segment["content"_L1] != other["segment"_L1]["content"_L1]
                || document != other["segment"_L1]["document_id"_L1].toString())
                continue;
            learn(without(hit, "child_chunks"_L1), without(other, "child_chunks"_L1));
            const QJsonArray children = hit["child_chunks"_L1].toArray();
            const QJsonArray candidates = other["child_chunks"_L1].toArray();
            for (const auto child : children) {
                for (const auto candidate : candidates) {
                    if (child["content"_L1] == candidate["content"_L1])
                        learn(child["id"_L1], candidate["id"_L1]);
                }
            }
        }
    }
}
