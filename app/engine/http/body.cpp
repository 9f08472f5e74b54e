// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/body.h"

#include "app/engine/http/answers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

//! Any JSON value; QJsonDocument takes objects and arrays only.
std::optional<QJsonValue> parsed(const QByteArray &text, QJsonParseError *error)
{
    const auto document = QJsonDocument::fromJson('[' + text + ']', error);
    const QJsonArray array = document.array();
    if (error->error != QJsonParseError::NoError || array.size() != 1)
        return {};
    return array.first();
}

bool isFalse(const QJsonValue &value)
{
    return value.isNull() || value == QJsonValue(false) || value == QJsonValue(0) || value == QJsonValue(QString())
           || value == QJsonValue(QJsonArray());
}

//! What Python's parser would say, where it matters: at the first character, and for a key without quotes.
QString complaint(const QByteArray &text, const QJsonParseError &error)
{
    const QByteArray trimmed = text.trimmed();
    const qsizetype start = text.indexOf(trimmed);
    if (trimmed.isEmpty() || !QByteArray("{[\"-0123456789tfn").contains(trimmed.front()))
        return u"Expecting value: line 1 column 1 (char 0)"_s;
    if (trimmed.startsWith('{') && trimmed.size() > 1 && trimmed[1] != '"')
        return u"Expecting property name enclosed in double quotes: line 1 column %1 (char %2)"_s.arg(start + 2).arg(
            start + 1);
    return u"%1: char %2"_s.arg(error.errorString()).arg(std::max(0, error.offset - 1));
}

Refusal tooManyFiles()
{
    return {400, "too_many_files", u"Only one file is allowed."_s};
}

} // namespace

QJsonValue jsonBody(const Request &request)
{
    if (!request.isJson())
        throw Refusal{415, "unsupported_media_type",
                      u"Did not attempt to load JSON data because the request Content-Type was not "
                      "'application/json'."_s};
    QJsonParseError error;
    const auto value = parsed(request.body, &error);
    if (!value)
        throw Refusal{400, "bad_request",
                      u"The browser (or proxy) sent a request that this server could not understand."_s};
    return isFalse(*value) ? QJsonValue(QJsonObject()) : *value;
}

Form formBody(const Request &request)
{
    Form form;
    if (request.contentType.toLower().startsWith("application/x-www-form-urlencoded")) {
        const QUrlQuery query(QString::fromLatin1(request.body).replace(u'+', u' '));
        if (query.hasQueryItem(u"data"_s))
            form.data = query.queryItemValue(u"data"_s, QUrl::FullyDecoded).toUtf8();
    }
    int files = 0;
    for (const Part &part : request.parts) {
        if (part.fileName && !part.fileName->isEmpty()) {
            ++files;
            if (part.name == "file"_L1 && !form.file)
                form.file = &part;
        } else if (part.name == "data"_L1 && !part.fileName && !form.data) {
            form.data = part.value;
        }
    }
    // Two parts of one name too: the real server takes the first of them and says nothing.
    if (form.file && files > 1)
        throw tooManyFiles();
    return form;
}

QJsonValue formData(const Form &form)
{
    if (!form.data)
        return QJsonObject();
    QJsonParseError error;
    const auto value = parsed(*form.data, &error);
    if (!value)
        throw badParameter(complaint(*form.data, error));
    return *value;
}

} // namespace http
