// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/replay.h"

#include "tests/contract/compare.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

namespace {

bool isId(const QString &text)
{
    static const QRegularExpression form(
        u"^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|20\\d{18})$"_s);
    return form.match(text).hasMatch();
}

QJsonValue at(const QJsonObject &object, const QString &path)
{
    QJsonValue value = object;
    for (const QString &key : path.split(u'.'))
        value = value[key];
    return value;
}

} // namespace

Replay::Replay(const QUrl &base, const QString &key)
    : m_client(base, key)
    , m_key(key)
{ }

Replay::Outcome Replay::run(const QJsonObject &step)
{
    HttpClient::Headers headers;
    const QByteArray body = bodyOf(step, &headers);
    const QByteArray path = target(step);
    Outcome outcome;
    outcome.answer = m_client.send(step["method"_L1].toString().toLatin1(), path, body, headers);
    const QJsonObject given = outcome.answer.json();

    const QJsonObject bind = step["bind"_L1].toObject();
    for (auto it = bind.begin(); it != bind.end(); ++it) {
        if (const QString id = at(given, it.value().toString()).toString(); isId(id))
            m_ids.insert(it.key(), id);
    }
    if (const QString batch = given["batch"_L1].toString(); !batch.isEmpty())
        waitUntilIndexed(path, batch);
    if (step.contains("setup"_L1)) {
        if (outcome.answer.status >= 300)
            outcome.differences = QStringList{u"the preparation failed: "_s + QString::fromUtf8(outcome.answer.body)};
        return outcome;
    }

    if (outcome.answer.status != step["status"_L1].toInt())
        outcome.differences.append(
            u"status: %1 instead of %2"_s.arg(outcome.answer.status).arg(step["status"_L1].toInt()));
    const QByteArray type = outcome.answer.headers.value("content-type");
    if (step.contains("type"_L1) && type.split(';').first() != step["type"_L1].toString().toLatin1().split(';').first())
        outcome.differences.append(u"content type: %1"_s.arg(QString::fromLatin1(type)));
    const QJsonValue recorded = step["answer"_L1];
    if (recorded["text"_L1].isString()) {
        outcome.differences += ::differences(recorded["text"_L1], QString::fromUtf8(outcome.answer.body));
        return outcome;
    }
    if (outcome.answer.status < 300)
        learn(recorded, given);
    QJsonObject translated
        = QJsonDocument::fromJson(toRecording(QString::fromUtf8(outcome.answer.body)).toUtf8()).object();
    if (step.contains("rows"_L1)) { // of a long list the fixture has only the first
        QJsonArray rows = translated["data"_L1].toArray();
        if (rows.size() != step["rows"_L1].toInt())
            outcome.differences.append(u"%1 rows instead of %2"_s.arg(rows.size()).arg(step["rows"_L1].toInt()));
        while (rows.size() > recorded["data"_L1].toArray().size())
            rows.removeLast();
        translated[u"data"_s] = rows;
    }
    outcome.differences += ::differences(recorded.isUndefined() ? QJsonValue(QJsonObject()) : recorded, translated);
    return outcome;
}

QByteArray Replay::target(const QJsonObject &step) const
{
    QUrl url;
    url.setPath(toServer(step["path"_L1].toString().section(u'?', 0, 0)), QUrl::DecodedMode);
    QUrlQuery query;
    const QJsonObject items = step["query"_L1].toObject();
    for (auto it = items.begin(); it != items.end(); ++it) {
        const QJsonArray values = it.value().isArray() ? it.value().toArray() : QJsonArray{it.value()};
        for (const auto value : values) {
            const QByteArray text = toServer(value.toVariant().toString()).toUtf8();
            query.addQueryItem(it.key(), QString::fromLatin1(text.toPercentEncoding()));
        }
    }
    url.setQuery(query);
    return url.toEncoded();
}

QByteArray Replay::bodyOf(const QJsonObject &step, HttpClient::Headers *headers) const
{
    const QString auth = step["auth"_L1].toString(u"key"_s);
    if (auth != "key"_L1)
        headers->append({"Authorization", auth == "none"_L1
                                              ? QByteArray()
                                              : QString(auth).replace(u"dataset-REDACTED"_s, m_key).toUtf8()});
    const QJsonObject given = step["headers"_L1].toObject();
    const QJsonValue body = step["body"_L1];
    const QJsonArray parts = body["parts"_L1].toArray();
    for (auto it = given.begin(); it != given.end(); ++it) {
        if (parts.isEmpty() && it.key() != "Authorization"_L1)
            headers->append({it.key().toLatin1(), it.value().toString().toLatin1()});
    }
    if (!parts.isEmpty()) {
        headers->emplaceBack("Content-Type", "multipart/form-data; boundary=boundary");
        QList<FormPart> form;
        for (const auto item : parts) {
            FormPart part;
            part.name = item["name"_L1].toString().toUtf8();
            part.value = item["base64"_L1].isString() ? QByteArray::fromBase64(item["base64"_L1].toString().toLatin1())
                                                      : toServer(item["text"_L1].toString()).toUtf8();
            if (item["repeat"_L1].isString())
                part.value = item["repeat"_L1]
                                 .toString()
                                 .toUtf8()
                                 .repeated(item["size"_L1].toInt() / 2 + 1)
                                 .left(item["size"_L1].toInt());
            if (item["filename"_L1].isString())
                part.fileName = item["filename"_L1].toString().toUtf8();
            part.contentType = item["content_type"_L1].toString().toLatin1();
            form.append(part);
        }
        return formBody(form);
    }
    if (body["raw"_L1].isString())
        return body["raw"_L1].toString().toUtf8();
    if (body["base64"_L1].isString())
        return QByteArray::fromBase64(body["base64"_L1].toString().toLatin1());
    if (body.isUndefined())
        return {};
    if (given.isEmpty())
        headers->emplaceBack("Content-Type", "application/json");
    return toServer(QString::fromUtf8(QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact))).toUtf8();
}

QString Replay::toServer(QString text) const
{
    for (auto it = m_ids.begin(); it != m_ids.end(); ++it)
        text.replace(it.key(), it.value());
    return text;
}

QString Replay::toRecording(QString text) const
{
    for (auto it = m_ids.begin(); it != m_ids.end(); ++it)
        text.replace(it.value(), it.key());
    return text;
}

void Replay::learn(const QJsonValue &recorded, const QJsonValue &given)
{
    if (recorded.isObject()) {
        const QJsonObject object = recorded.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            learn(it.value(), given[it.key()]);
    } else if (recorded.isArray() && recorded[0]["position"_L1].isDouble()) { // others are in any order
        for (qsizetype i = 0; i < recorded.toArray().size(); ++i)
            learn(recorded[i], given[i]);
    } else if (isId(recorded.toString()) && isId(given.toString()) && !m_ids.contains(recorded.toString())) {
        m_ids.insert(recorded.toString(), given.toString());
    }
}

void Replay::waitUntilIndexed(const QByteArray &path, const QString &batch)
{
    const QByteArray dataset = path.mid(QByteArray("/v1/datasets/").size(), 36);
    const QByteArray status = "/v1/datasets/" + dataset + "/documents/" + batch.toLatin1() + "/indexing-status";
    const auto settled = [&] {
        const QString stage = m_client.get(status).json()["data"_L1][0]["indexing_status"_L1].toString();
        return stage != "waiting"_L1 && stage != "parsing"_L1 && stage != "splitting"_L1 && stage != "indexing"_L1;
    };
    [[maybe_unused]] const bool ended = QTest::qWaitFor(settled, 60'000);
}
