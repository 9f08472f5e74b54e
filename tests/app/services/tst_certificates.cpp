// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/credentials.h"
#include "app/services/servercheck.h"
#include "app/services/servers.h"
#include "tests/support/await.h"
#include "tests/support/testmain.h"
#include "tests/support/tlsserver.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

//! Against a real server whose certificate no system trusts.
class TestCertificates : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // no keychain: keys stay in memory
        QVERIFY(QSslSocket::supportsSsl());
    }

    void aCertificateNobodyTrustsIsShownAndTheKeyIsNotSent()
    {
        const TlsServer server(u"one"_s);
        const ApiError error = failure(server, {});
        QCOMPARE(error.kind, ApiError::Kind::Tls);
        QCOMPARE(error.certificate, server.certificate());
        QVERIFY(server.received.isEmpty());
    }

    void theOneThePersonTrustsIsAccepted()
    {
        const TlsServer server(u"one"_s);
        QNetworkAccessManager network;
        ServerCheck check(network);
        QSignalSpy succeeded(&check, &ServerCheck::succeeded);
        check.run(server.baseUrl(), "secret", server.fingerprint());
        QTRY_COMPARE_WITH_TIMEOUT(succeeded.size(), 1, 30'000);
        QVERIFY(server.received.contains("Bearer secret"));
    }

    void anotherThanTheOneThePersonTrustsIsRefused()
    {
        const TlsServer trusted(u"one"_s);
        const TlsServer server(u"other"_s);
        const ApiError error = failure(server, trusted.fingerprint());
        QCOMPARE(error.kind, ApiError::Kind::Tls);
        QCOMPARE(error.certificate, server.certificate());
        QVERIFY(server.received.isEmpty());
    }

    void whatIsTrustedIsKeptWithTheServer()
    {
        const TlsServer server(u"one"_s);
        const QTemporaryDir folder;
        QNetworkAccessManager network;
        Credentials credentials;
        QString id;
        {
            Servers before(network, credentials, folder.path());
            Server *added = before.add(u"Acme"_s, {server.baseUrl()}, "secret");
            QVERIFY(!await(added->datasets().list(1, 1)));
            before.trust(added, server.fingerprint());
            QTRY_COMPARE_WITH_TIMEOUT(added->state(), Server::State::Ready, 30'000);
            QVERIFY(await(added->datasets().list(1, 1)));
            id = added->id();
        }
        Servers after(network, credentials, folder.path());
        after.load();
        Server *known = after.find(id);
        QVERIFY(known);
        QCOMPARE(after.address(*known).certificate, server.fingerprint());
        QTRY_COMPARE_WITH_TIMEOUT(known->state(), Server::State::Ready, 30'000);
        network.clearConnectionCache();
        QVERIFY(await(known->datasets().list(1, 1)));
    }

private:
    static ApiError failure(const TlsServer &server, const QByteArray &fingerprint)
    {
        QNetworkAccessManager network;
        ServerCheck check(network);
        std::optional<ApiError> error;
        connect(&check, &ServerCheck::failed, &check, [&](const ApiError &why) { error = why; });
        check.run(server.baseUrl(), "secret", fingerprint);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(error.has_value(), 30'000); }();
        return error.value_or(ApiError{.code = {}, .message = {}, .requestId = {}});
    }
};

LOREDESK_TEST(tst_certificates, TestCertificates)
#include "tst_certificates.moc"
