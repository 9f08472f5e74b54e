// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/replay.h"

#include "tests/contract/compare.h"
#include "tests/support/recordings.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>
#include <QUrlQuery>
#include <QtEndian>

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonValue parsed(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isArray())
        return document.array();
    return document.isObject() ? QJsonValue(document.object()) : QJsonValue(QJsonValue::Undefined);
}

//! What counts of a header: the methods of Allow in any order, not the name that a zip was given at random.
QJsonValue headerForm(const QString &value)
{
    static const QRegularExpression random(u"[0-9a-f]{32}"_s);
    QStringList items = QString(value).replace(random, u"<random>"_s).split(u", "_s);
    items.sort();
    return items.join(u", "_s);
}

//! Of a zip the names, the checksums and the sizes of its members; of any other file its bytes.
QJsonValue contentForm(const QByteArray &bytes)
{
    if (!bytes.startsWith("PK"))
        return QString::fromLatin1(bytes.toBase64());
    QStringList members;
    const QByteArray entry("PK\1\2");
    for (qsizetype i = bytes.indexOf(entry); i >= 0; i = bytes.indexOf(entry, i + 4)) {
        const auto nameSize = qFromLittleEndian<quint16>(bytes.constData() + i + 28);
        members.append(
            u"%1 %2"_s.arg(QString::fromUtf8(bytes.mid(i + 46, nameSize)),
                           QString::fromLatin1(bytes.mid(i + 16, 4).toHex() + bytes.mid(i + 24, 4).toHex())));
    }
    return members.join(u'\n');
}

//! \a path: keys with dots between them; `last` is the last of a list.
QJsonValue at(const QJsonObject &object, const QString &path)
{
    QJsonValue value = object;
    for (const QString &key : path.split(u'.'))
        value = value.isArray() && key == "last"_L1 ? value.toArray().last() : value[key];
    return value;
}

} // namespace

Replay::Replay(const QUrl &base, const QString &key)
    : m_key(key)
{
    moveTo(base);
}

void Replay::moveTo(const QUrl &base)
{
    m_client.emplace(base, m_key);
}

Replay::Outcome Replay::run(const QJsonObject &step)
{
    if (const QString batch = step["wait"_L1].toString(); !batch.isEmpty()) {
        waitUntilIndexed(target(step), m_ids.toServer(batch));
        return {};
    }
    HttpClient::Headers headers;
    const QByteArray body = bodyOf(step, &headers);
    const QByteArray path = target(step);
    Outcome outcome;
    outcome.answer = m_client->send(step["method"_L1].toString().toLatin1(), path, body, headers);
    const QJsonObject given = outcome.answer.json();

    const QJsonObject bind = step["bind"_L1].toObject();
    for (auto it = bind.begin(); it != bind.end(); ++it) {
        if (const QString id = at(given, it.value().toString()).toString(); !id.isEmpty())
            m_ids.bind(it.key(), id);
    }
    if (const QString batch = given["batch"_L1].toString(); !batch.isEmpty() && !step["busy"_L1].toBool())
        waitUntilIndexed(path, batch);
    if (step.contains("setup"_L1)) {
        if (outcome.answer.status >= 300 || outcome.answer.status == 0)
            outcome.differences = QStringList{u"the preparation failed: "_s + QString::fromUtf8(outcome.answer.body)};
        return outcome;
    }
    const QSet<int> described = m_description.statuses(step["method"_L1].toString(), step["path"_L1].toString());
    if (!described.isEmpty() && !described.contains(outcome.answer.status))
        outcome.undescribed = u"docs/openapi.json does not know the status %1 of it"_s.arg(outcome.answer.status);
    compareHead(step, outcome.answer, &outcome.differences);
    compareBody(step, outcome.answer, &outcome.differences);
    return outcome;
}

void Replay::compareHead(const QJsonObject &step, const HttpAnswer &answer, QStringList *differences) const
{
    if (answer.status != step["status"_L1].toInt())
        differences->append(u"status: %1 instead of %2"_s.arg(answer.status).arg(step["status"_L1].toInt()));
    const QString type = QString::fromLatin1(answer.headers.value("content-type"));
    if (answer.status != 204 && type.section(u';', 0, 0) != step["type"_L1].toString(u"application/json"_s))
        differences->append(u"content type: "_s + type);
    if (!answer.headers.contains("x-version"))
        differences->append(u"header x-version: nothing"_s);
    const QJsonObject headers = step["answerHeaders"_L1].toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        const QString given = QString::fromLatin1(answer.headers.value(it.key().toLatin1()));
        for (const QString &difference : ::differences(headerForm(it.value().toString()), headerForm(given)))
            differences->append(u"header %1%2"_s.arg(it.key(), difference));
    }
}

void Replay::compareBody(const QJsonObject &step, const HttpAnswer &answer, QStringList *differences)
{
    if (step.contains("answerText"_L1)) {
        *differences += ::differences(step["answerText"_L1], QString::fromUtf8(answer.body));
        return;
    }
    if (step.contains("answerBase64"_L1)) {
        const QByteArray bytes = QByteArray::fromBase64(step["answerBase64"_L1].toString().toLatin1());
        *differences += ::differences(contentForm(bytes), contentForm(answer.body));
        return;
    }
    const QJsonValue recorded = step["answer"_L1];
    if (answer.status < 300)
        m_ids.learn(recorded, parsed(answer.body));
    QJsonValue translated = parsed(m_ids.toRecording(QString::fromUtf8(answer.body)).toUtf8());
    if (step.contains("rows"_L1)) { // of a long list the recording has only the first
        QJsonObject list = translated.toObject();
        QJsonArray rows = list["data"_L1].toArray();
        if (rows.size() != step["rows"_L1].toInt())
            differences->append(u"%1 rows instead of %2"_s.arg(rows.size()).arg(step["rows"_L1].toInt()));
        while (rows.size() > recorded["data"_L1].toArray().size())
            rows.removeLast();
        list[u"data"_s] = rows;
        translated = list;
    }
    *differences += ::differences(recorded, translated);
}

QByteArray Replay::target(const QJsonObject &step) const
{
    const QString path = m_ids.toServer(step["path"_L1].toString());
    if (path.contains(u'?'))
        return path.toLatin1(); // is encoded already
    QUrl url;
    url.setPath(path, QUrl::DecodedMode);
    QUrlQuery query;
    const QJsonObject items = step["query"_L1].toObject();
    for (auto it = items.begin(); it != items.end(); ++it) {
        const QJsonArray values = it.value().isArray() ? it.value().toArray() : QJsonArray{it.value()};
        for (const auto value : values) {
            const QByteArray text = m_ids.toServer(value.toVariant().toString()).toUtf8();
            query.addQueryItem(it.key(), QString::fromLatin1(text.toPercentEncoding()));
        }
    }
    url.setQuery(query);
    return url.toEncoded();
}

QByteArray Replay::bodyOf(const QJsonObject &step, HttpClient::Headers *headers) const
{
    const QString auth = step["auth"_L1].toString();
    if (!auth.isEmpty())
        headers->append({"Authorization", auth == "none"_L1
                                              ? QByteArray()
                                              : QString(auth).replace(u"dataset-REDACTED"_s, m_key).toUtf8()});
    const QJsonObject given = step["headers"_L1].toObject();
    for (auto it = given.begin(); it != given.end(); ++it) {
        if (it.key() != "authorization"_L1)
            headers->append({it.key().toLatin1(), it.value().toString().toLatin1()});
    }
    if (step.contains("raw"_L1))
        return m_ids.toServer(step["raw"_L1].toString()).toUtf8();
    if (step.contains("base64"_L1))
        return QByteArray::fromBase64(step["base64"_L1].toString().toLatin1());
    if (step.contains("parts"_L1)) {
        headers->emplaceBack("Content-Type", "multipart/form-data; boundary=boundary");
        return form(step["parts"_L1].toArray());
    }
    if (!step.contains("body"_L1))
        return {};
    if (!given.contains("content-type"_L1))
        headers->emplaceBack("Content-Type", "application/json");
    const QJsonObject body = recordings::expanded(step["body"_L1]).toObject();
    return m_ids.toServer(QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact))).toUtf8();
}

QByteArray Replay::form(const QJsonArray &parts) const
{
    QList<FormPart> result;
    for (const auto item : parts) {
        const QJsonObject recorded = item.toObject();
        FormPart part;
        part.name = recorded["name"_L1].toString().toUtf8();
        part.value = recordings::partBytes(recorded);
        if (recorded["filename"_L1].isString())
            part.fileName = recorded["filename"_L1].toString().toUtf8();
        else
            part.value = m_ids.toServer(QString::fromUtf8(part.value)).toUtf8();
        part.contentType = recorded["content_type"_L1].toString().toLatin1();
        result.append(part);
    }
    return formBody(result);
}

void Replay::waitUntilIndexed(const QByteArray &path, const QString &batch)
{
    const QByteArray dataset = path.mid(QByteArray("/v1/datasets/").size(), 36);
    const QByteArray status = "/v1/datasets/" + dataset + "/documents/" + batch.toLatin1() + "/indexing-status";
    const auto settled = [&] {
        const QString stage = m_client->get(status).json()["data"_L1][0]["indexing_status"_L1].toString();
        return stage != "waiting"_L1 && stage != "parsing"_L1 && stage != "splitting"_L1 && stage != "indexing"_L1;
    };
    [[maybe_unused]] const bool ended = QTest::qWaitFor(settled, 60'000);
}
