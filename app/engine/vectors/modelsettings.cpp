// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/vectors/modelsettings.h"

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray take(const QByteArray &name)
{
    const QByteArray value = qgetenv(name.constData()).trimmed();
    qunsetenv(name.constData());
    return value;
}

ModelEndpoint takeEndpoint(const QByteArray &prefix)
{
    ModelEndpoint endpoint;
    endpoint.url = QString::fromUtf8(take(prefix + "URL"));
    while (endpoint.url.endsWith(u'/'))
        endpoint.url.chop(1);
    endpoint.key = take(prefix + "KEY");
    const auto names = QString::fromUtf8(take(prefix + "MODEL")).split(u',', Qt::SkipEmptyParts);
    for (const QString &name : names)
        endpoint.models.append(name.trimmed());
    return endpoint;
}

} // namespace

ModelSettings ModelSettings::takeFromEnvironment()
{
    ModelSettings settings{takeEndpoint("LOREDESK_EMBEDDINGS_"), takeEndpoint("LOREDESK_RERANK_")};
    if (settings.rerank.url.isEmpty()) {
        settings.rerank.url = settings.embeddings.url;
        if (settings.rerank.key.isEmpty())
            settings.rerank.key = settings.embeddings.key;
    }
    return settings;
}
