// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/systemproxies.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestSystemProxies : public QObject
{
    Q_OBJECT

private slots:
    void thisComputerIsNeverReachedThroughAProxy_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("isHere");
        QTest::newRow("name") << u"localhost"_s << true;
        QTest::newRow("upper case") << u"LOCALHOST"_s << true;
        QTest::newRow("below it") << u"kb.localhost"_s << true;
        QTest::newRow("address") << u"127.0.0.1"_s << true;
        QTest::newRow("another of them") << u"127.8.9.1"_s << true;
        QTest::newRow("version 6") << u"::1"_s << true;
        QTest::newRow("looks like it") << u"localhost.test"_s << false;
        QTest::newRow("elsewhere") << u"192.0.2.1"_s << false;
    }
    void thisComputerIsNeverReachedThroughAProxy()
    {
        QFETCH(QString, host);
        QFETCH(bool, isHere);
        qputenv("http_proxy", "http://proxy.test:3128");

        const auto proxies = SystemProxies().queryProxy(QNetworkProxyQuery(QUrl(u"http://["_s + host + u"]/v1"_s)));
        const auto plain = SystemProxies().queryProxy(QNetworkProxyQuery(QUrl(u"http://"_s + host + u"/v1"_s)));

        QCOMPARE(isLoopback(host), isHere);
        const QString used = (host.contains(u':') ? proxies : plain).constFirst().hostName();
        QCOMPARE(used, isHere ? QString() : u"proxy.test"_s);
    }
};

LOREDESK_TEST(tst_systemproxies, TestSystemProxies)
#include "tst_systemproxies.moc"
