// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/support/tlsserver.h"
#include "tests/ui/windowfixture.h"
#include "ui/dialogs/certificatedialog.h"
#include "ui/dialogs/serverdialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

using namespace Qt::Literals::StringLiterals;

class TestServerDialog : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // no keychain: keys stay in memory
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->server.addDataset(u"Support"_s);
        m_dialog = std::make_unique<ServerDialog>(m_fixture->servers, m_fixture->server.network);
        m_dialog->show();
    }

    void cleanup()
    {
        m_dialog.reset();
        m_fixture.reset();
    }

    void aServerIsStoredOnlyAfterItAnswered()
    {
        fill(u"Acme"_s, u"https://acme.test"_s, u"dataset-key"_s);
        QTest::keyClick(m_dialog->findChild<QLineEdit *>(u"serverKey"_s), Qt::Key_Return);
        QTRY_VERIFY(words().contains(u"1 knowledge base"_s));
        QCOMPARE(m_fixture->servers.all().size(), 1);

        press();
        QCOMPARE(m_fixture->servers.all().size(), 2);
        QCOMPARE(m_fixture->servers.all().constLast()->name(), u"Acme"_s);
        QVERIFY(!m_dialog->isVisible());
    }

    void aRefusedKeyIsSaid()
    {
        m_fixture->server.failNext(u"GET"_s, 401, u"unauthorized"_s, u"Access token is invalid"_s);
        fill(u"Acme"_s, u"https://acme.test"_s, u"wrong"_s);
        press();
        QTRY_VERIFY(words().contains(u"401"_s));
        QCOMPARE(m_fixture->servers.all().size(), 1);
    }

    void aKeyOverPlainHttpIsAskedAboutFirst()
    {
        // Asking without the key whether http leads to https must not carry it.
        fill(u"Acme"_s, u"http://acme.test"_s, u"dataset-key"_s);
        press();
        QTRY_VERIFY(words().contains(u"not encrypted"_s));
        for (const auto &request : m_fixture->server.network.requests)
            QVERIFY(!request.request.hasRawHeader("Authorization"));
        press();
        QTRY_VERIFY(words().contains(u"1 knowledge base"_s));
    }

    void anotherAddressIsCheckedAnew()
    {
        fill(u"Acme"_s, u"https://acme.test"_s, u"dataset-key"_s);
        press();
        QTRY_VERIFY(words().contains(u"1 knowledge base"_s));
        QTest::keyClicks(m_dialog->findChild<QLineEdit *>(u"serverAddress"_s), u"x"_s);
        QCOMPARE(words(), QString());
        QCOMPARE(m_dialog->findChild<QPushButton *>(u"serverNext"_s)->text(), u"Check"_s);
    }

    void nonsenseIsNotAsked()
    {
        fill(u"Acme"_s, u"ftp://acme.test"_s, u"key"_s);
        press();
        QCOMPARE(words(), u"This is not an address."_s);
        fill(u"Acme"_s, u"https://acme.test"_s, u"  "_s);
        press();
        QVERIFY(words().contains(u"key is needed"_s));
        QVERIFY(m_fixture->server.network.requests.isEmpty());
    }

    void aCertificateThatIsNotTrustedIsLookedAtAndTrusted()
    {
        const TlsServer server(u"one"_s);
        QNetworkAccessManager network;
        m_dialog = std::make_unique<ServerDialog>(m_fixture->servers, network);
        m_dialog->show();
        fill(u"Acme"_s, server.baseUrl().toString(), u"secret"_s);
        press();
        const auto *next = m_dialog->findChild<QPushButton *>(u"serverNext"_s);
        QTRY_COMPARE_WITH_TIMEOUT(next->text(), u"Show certificate…"_s, 30'000);
        QVERIFY(words().contains(u"not secure"_s));

        press();
        const auto *dialog = m_dialog->findChild<CertificateDialog *>();
        QVERIFY(dialog);
        const auto shown = [&](const QString &name) { return dialog->findChild<QLabel *>(name)->text(); };
        QCOMPARE(shown(u"certificateSubject"_s), u"loredesk.test, Test of Loredesk"_s);
        QCOMPARE(shown(u"certificateIssuer"_s), shown(u"certificateSubject"_s));
        QVERIFY(shown(u"certificateNames"_s).contains(u"loredesk.test"_s));
        QCOMPARE(QByteArray::fromHex(shown(u"certificateFingerprint"_s).remove(u':').remove(u'\n').toLatin1()),
                 server.fingerprint());
        QVERIFY(server.received.isEmpty());

        QTest::mouseClick(dialog->findChild<QPushButton *>(u"certificateTrust"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(next->text(), u"Add server"_s, 30'000);
        press();
        const Server *added = m_fixture->servers.all().constLast();
        QCOMPARE(m_fixture->servers.address(*added).certificate, server.fingerprint());
    }

    void nameAndLimitsAreChangedWithoutAKey()
    {
        const Server *server = edit();
        QCOMPARE(m_dialog->findChild<QSpinBox *>(u"limitsSize"_s)->value(), 15);
        QVERIFY(types()->text().contains(u"pdf"_s));
        QVERIFY(!m_dialog->findChild<QPushButton *>(u"limitsReset"_s)->isEnabled());
        m_dialog->findChild<QLineEdit *>(u"serverName"_s)->setText(u"Acme Cloud"_s);
        m_dialog->findChild<QSpinBox *>(u"limitsSize"_s)->setValue(50);
        types()->setText(u"*.PDF, .org pdf"_s);
        const auto asked = m_fixture->server.network.requests.size();
        QTest::keyClick(types(), Qt::Key_Return);

        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(server->name(), u"Acme Cloud"_s);
        QCOMPARE(server->uploadLimits(), (UploadLimits{50 * 1024 * 1024, {u"pdf"_s, u"org"_s}}));
        QCOMPARE(m_fixture->server.network.requests.size(), asked);
    }

    void theDefaultsCanBeHadAgain()
    {
        Server *server = edit();
        m_fixture->servers.setLimits(server, UploadLimits{1024 * 1024, {u"pdf"_s}});
        open(server);
        auto *reset = m_dialog->findChild<QPushButton *>(u"limitsReset"_s);
        QTest::mouseClick(reset, Qt::LeftButton);
        QVERIFY(!reset->isEnabled());
        press();
        QVERIFY(!server->ownLimits());
    }

    void whatIsNoTypeIsSaid()
    {
        edit();
        types()->setText(u"pdf m?d"_s);
        QVERIFY(words().contains(u"“m?d” is no type"_s));
        const auto *next = m_dialog->findChild<QPushButton *>(u"serverNext"_s);
        QVERIFY(!next->isEnabled());
        types()->clear();
        QVERIFY(words().contains(u"at least one"_s));
        types()->setText(u"pdf"_s);
        QCOMPARE(words(), QString());
        QVERIFY(next->isEnabled());
    }

    void anotherKeyIsCheckedBeforeItIsStored()
    {
        const Server *server = edit();
        QTest::keyClicks(m_dialog->findChild<QLineEdit *>(u"serverKey"_s), u"other"_s);
        press();
        QTRY_VERIFY(words().contains(u"1 knowledge base"_s));
        QCOMPARE(m_dialog->findChild<QPushButton *>(u"serverNext"_s)->text(), u"Use this key"_s);
        press();
        QVERIFY(!m_dialog->isVisible());
        m_fixture->server.network.requests.clear();
        m_fixture->datasets.reload(server->id());
        QTRY_VERIFY(!m_fixture->server.network.requests.isEmpty());
        QCOMPARE(m_fixture->server.network.requests.last().request.rawHeader("Authorization"), "Bearer other");
    }

    void aNewServerHasNoLimitsToEdit() { QVERIFY(!types()->isVisible()); }

    void theKeyIsNotReadable()
    {
        QCOMPARE(m_dialog->findChild<QLineEdit *>(u"serverKey"_s)->echoMode(), QLineEdit::Password);
    }

private:
    void fill(const QString &name, const QString &address, const QString &key)
    {
        m_dialog->findChild<QLineEdit *>(u"serverName"_s)->setText(name);
        m_dialog->findChild<QLineEdit *>(u"serverAddress"_s)->setText(address);
        m_dialog->findChild<QLineEdit *>(u"serverKey"_s)->setText(key);
    }

    QLineEdit *types() const { return m_dialog->findChild<QLineEdit *>(u"limitsTypes"_s); }

    //! The dialog of a server that was added.
    Server *edit()
    {
        Server *server = m_fixture->servers.add(u"Acme"_s, {QUrl(u"https://acme.test/v1"_s)}, "key");
        open(server);
        return server;
    }

    void open(Server *server)
    {
        m_dialog = std::make_unique<ServerDialog>(m_fixture->servers, m_fixture->server.network, server);
        m_dialog->show();
    }

    void press() { QTest::mouseClick(m_dialog->findChild<QPushButton *>(u"serverNext"_s), Qt::LeftButton); }

    QString words() const { return m_dialog->findChild<QLabel *>(u"serverWords"_s)->text(); }

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<ServerDialog> m_dialog;
};

LOREDESK_TEST(tst_serverdialog, TestServerDialog)
#include "tst_serverdialog.moc"
