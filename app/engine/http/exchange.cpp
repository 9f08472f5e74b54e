// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/exchange.h"

#include "app/engine/http/answers.h"
#include "app/log.h"

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

Refusal tooLarge()
{
    return {413, "request_entity_too_large", u"The data value transmitted exceeds the capacity limit."_s};
}

} // namespace

bool Exchange::isForm() const
{
    return request.contentType.toLower().startsWith("multipart/form-data");
}

void Exchange::expect(qint64 bytes, const Limits &limits) const
{
    if (bytes > limits.body && !isForm())
        throw tooLarge();
}

bool Exchange::receive(const char *data, qsizetype size, const Limits &limits)
{
    m_received += size;
    if (response)
        return m_received <= limits.drained;
    try {
        store(data, size, limits);
    } catch (const Refusal &refusal) {
        refuse(refusal);
    }
    return true;
}

void Exchange::store(const char *data, qsizetype size, const Limits &limits)
{
    if (!m_multipart && isForm())
        m_multipart = std::make_unique<MultipartReader>(request.contentType, limits.folder,
                                                        MultipartReader::Limits{limits.file});
    if (m_multipart) {
        m_multipart->feed(data, size);
        return;
    }
    if (m_received > limits.body)
        throw tooLarge();
    request.body.append(data, size);
}

void Exchange::complete()
{
    if (response || !m_multipart)
        return;
    try {
        request.parts = m_multipart->take();
    } catch (const Refusal &refusal) {
        refuse(refusal);
    }
}

void Exchange::run()
{
    try {
        response = (*handler)(request);
    } catch (const Refusal &refusal) {
        refuse(refusal);
    } catch (const std::exception &error) {
        qCWarning(lcEngine, "%s %s: %s", request.method.constData(), qUtf8Printable(request.path), error.what());
        refuse({500, "internal_server_error", u"Internal Server Error"_s});
    }
    request.removeFiles(); // before the client hears of it
}

void Exchange::refuse(const Refusal &refusal)
{
    m_multipart.reset();
    request.body.clear();
    response = http::refusal(refusal);
}

} // namespace http
