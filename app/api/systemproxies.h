// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkProxyFactory>

//! The proxies the system is set to use, and none for this computer itself.
class SystemProxies : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query = QNetworkProxyQuery()) override;
};

//! Whether \a host is this computer: localhost, its subdomains, 127.0.0.0/8, ::1.
bool isLoopback(const QString &host);
