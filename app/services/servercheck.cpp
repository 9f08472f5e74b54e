// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/servercheck.h"

#include "app/api/apiclient.h"
#include "app/api/erroradvice.h"
#include "app/api/systemproxies.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {

bool isInTheClear(const QUrl &url)
{
    return url.scheme() == "http"_L1 && !isLoopback(url.host());
}

QString withScheme(const QString &pasted)
{
    if (pasted.contains("://"_L1))
        return pasted;
    const QUrl guess(u"http://"_s + pasted);
    return (isLoopback(guess.host()) ? u"http://"_s : u"https://"_s) + pasted;
}

//! The part of the path before the API or a page of the web console.
QString prefixOf(const QString &path)
{
    static const QRegularExpression known(
        u"/(v1|datasets|apps?|signin|install|explore|tools|plugins|account|console)(/.*)?$"_s);
    QString prefix = path;
    prefix.truncate(path.indexOf(known) < 0 ? path.size() : path.indexOf(known));
    while (prefix.endsWith(u'/'))
        prefix.chop(1);
    return prefix;
}

QString sentenceAt(const QUrl &url, const ApiError &error)
{
    const bool isOther = error.kind == ApiError::Kind::NotFound || error.kind == ApiError::Kind::Parse;
    return isOther && !error.redirect.isValid()
               ? ServerCheck::tr("Something answers at %1, but it is not a knowledge API.").arg(url.toDisplayString())
               : sentenceFor(error);
}

} // namespace

QUrl ServerCheck::baseUrlFrom(const QString &pasted)
{
    const QString text = pasted.trimmed();
    if (text.isEmpty())
        return {};
    QUrl url(withScheme(text), QUrl::TolerantMode);
    url.setScheme(url.scheme().toLower());
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1))
        return {};
    if (url.host() == "cloud.dify.ai"_L1)
        return QUrl(u"https://api.dify.ai/v1"_s);
    url.setUserInfo({});
    url.setQuery(QString());
    url.setFragment(QString());
    url.setPath(prefixOf(url.path()) + u"/v1"_s);
    return url;
}

ServerCheck::ServerCheck(QNetworkAccessManager &network, QObject *parent)
    : QObject(parent)
    , m_network(network)
{ }

ServerCheck::~ServerCheck() = default;

void ServerCheck::run(const QUrl &baseUrl, const QByteArray &key, const QByteArray &certificate)
{
    m_key = key;
    m_certificate = certificate;
    m_isProbing = isInTheClear(baseUrl);
    ask(baseUrl, m_isProbing ? QByteArray() : key);
}

void ServerCheck::confirm()
{
    m_isProbing = false;
    ask(m_url, m_key);
}

void ServerCheck::cancel()
{
    m_client.reset();
}

void ServerCheck::ask(const QUrl &url, const QByteArray &key)
{
    m_url = url;
    m_client = std::make_unique<ApiClient>(m_network);
    m_client->setServer(url, key);
    m_client->setPinnedCertificate(m_certificate);
    m_client->setRetries(0, 0); // a person waits, and sees the address
    DatasetsApi(*m_client).list(1, 1)->then(this, [this](const auto &answer) { onAnswer(answer); });
}

void ServerCheck::onAnswer(const Result<Page<Dataset>> &answer)
{
    if (!answer)
        return onError(answer.error());
    if (m_isProbing)
        emit confirmationNeeded(m_url);
    else
        emit succeeded(m_url, m_client->serverVersion(), answer->total);
}

void ServerCheck::onError(const ApiError &error)
{
    if (error.redirect.isValid() && adoptsRedirect(error.redirect))
        return;
    if (m_isProbing && error.kind == ApiError::Kind::Unauthorized)
        emit confirmationNeeded(m_url);
    else if (error.kind == ApiError::Kind::Forbidden)
        emit keyIsBound(
            m_url,
            tr("The key may not list the datasets (403): %1 It may be bound to one of them.").arg(error.message));
    else
        emit failed(error, sentenceAt(m_url, error));
}

bool ServerCheck::adoptsRedirect(const QUrl &target)
{
    if (m_url.scheme() != "http"_L1 || target.scheme() != "https"_L1 || target.host() != m_url.host()
        || target.path() != m_url.path() + "/datasets"_L1)
        return false;
    QUrl secure = m_url;
    secure.setScheme(u"https"_s);
    secure.setPort(target.port());
    m_isProbing = false;
    ask(secure, m_key);
    return true;
}
