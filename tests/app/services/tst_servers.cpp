// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/credentials.h"
#include "app/services/servers.h"
#include "tests/support/await.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/testmain.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

//! There is no keychain here: ctest gives its tests no session bus.
class TestServers : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_credentials = std::make_unique<Credentials>();
    }

    void thisComputerIsThereFromTheStart()
    {
        const auto servers = open();

        QCOMPARE(servers->all().size(), 1);
        QVERIFY(servers->local().isLocal());
        QCOMPARE(servers->local().state(), Server::State::Off);
    }

    void theSameFolderIsTheSameServer()
    {
        const QString id = open()->local().id();

        QCOMPARE(open()->local().id(), id);
        QTemporaryDir other;
        QVERIFY(Servers(m_network, *m_credentials, other.path()).local().id() != id);
    }

    void anAddedServerIsReadyAndRemembered()
    {
        const auto before = open();
        QSignalSpy added(before.get(), &Servers::added);
        const Server *server = before->add(u"Acme"_s, {QUrl(u"https://acme.test/v1"_s)}, "secret");
        QCOMPARE(server->state(), Server::State::Ready);
        QCOMPARE(added.size(), 1);

        const auto after = open();
        after->load();

        QCOMPARE(after->all().size(), 2);
        const Server *same = after->find(server->id());
        QVERIFY(same);
        QCOMPARE(same->name(), u"Acme"_s);
        QTRY_COMPARE_WITH_TIMEOUT(same->state(), Server::State::Ready, 30'000);
        QCOMPARE(same->url(), QUrl(u"https://acme.test/v1"_s));
    }

    void keysAreInNoFile()
    {
        open()->add(u"Acme"_s, {QUrl(u"https://acme.test/v1"_s)}, "a-very-secret-key");
        QTRY_COMPARE_WITH_TIMEOUT(m_credentials->pending(), 0, 30'000);

        QDirIterator files(m_folder->path(), QDir::Files, QDirIterator::Subdirectories);
        int count = 0;
        for (; files.hasNext(); ++count) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("a-very-secret-key"), qPrintable(file.fileName()));
        }
        QVERIFY(count > 0);
    }

    void withoutAKeychainKeysLiveUntilTheEnd()
    {
        QSignalSpy changed(m_credentials.get(), &Credentials::persistentChanged);
        open()->add(u"Acme"_s, {QUrl(u"https://acme.test/v1"_s)}, "secret");

        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 30'000);
        QVERIFY(!m_credentials->isPersistent());
    }

    void aServerWhoseKeyIsLostSaysSo()
    {
        open()->add(u"Acme"_s, {QUrl(u"https://acme.test/v1"_s)}, "secret");
        QTRY_COMPARE_WITH_TIMEOUT(m_credentials->pending(), 0, 30'000);
        m_credentials = std::make_unique<Credentials>();

        const auto after = open();
        after->load();

        QTRY_COMPARE_WITH_TIMEOUT(after->all().constLast()->state(), Server::State::Failed, 30'000);
        QVERIFY(!after->all().constLast()->problem().isEmpty());
    }

    void aNewKeyIsUsedAtOnce()
    {
        const auto servers = open();
        Server *server = servers->add(u"Acme"_s, {QUrl(u"https://acme.test/v1"_s)}, "old");
        m_network.answer(u"GET /v1/datasets/x"_s, QJsonObject{{u"id"_s, u"x"_s}});

        servers->changeKey(server, "new", {});
        QVERIFY(await(server->datasets().get(u"x"_s)));

        QCOMPARE(m_network.requests.last().request.rawHeader("Authorization"), "Bearer new");
    }

    void aNewNameIsRemembered()
    {
        const auto before = open();
        Server *server = before->add(u"Acme"_s, {QUrl(u"https://acme.test/v1"_s)}, "secret");
        QSignalSpy changed(server, &Server::changed);

        before->rename(server, u"Acme Cloud"_s);

        QCOMPARE(changed.size(), 1);
        const auto after = open();
        after->load();
        QCOMPARE(after->all().constLast()->name(), u"Acme Cloud"_s);
    }

    void limitsAreRememberedUntilTheDefaultsAreWantedAgain()
    {
        const UploadLimits own{100, {u"pdf"_s, u"md"_s}};
        const auto before = open();
        Server *server = before->add(u"Acme"_s, {QUrl(u"https://acme.test/v1"_s)}, "secret");
        QCOMPARE(server->uploadLimits(), UploadLimits::ofDify());
        before->setLimits(server, own);
        QCOMPARE(server->uploadLimits(), own);

        const auto after = open();
        after->load();
        QCOMPARE(after->all().constLast()->uploadLimits(), own);
        QCOMPARE(after->all().constLast()->defaultLimits(), UploadLimits::ofDify());

        after->setLimits(after->all().constLast(), {});
        const auto later = open();
        later->load();
        QVERIFY(!later->all().constLast()->ownLimits());
    }

    void whatAServerCanDoIsAskedOnceAndRemembered()
    {
        const auto before = open();
        Server *server = before->add(u"Acme"_s, {QUrl(u"https://acme.test/v1"_s)}, "secret");
        answerAs("1.12.0");
        server->probe();
        QTRY_VERIFY(server->knowsAbilities());
        QCOMPARE(server->abilities().obstacle(Ability::Tags), Obstacle::TooOld);
        const auto asked = m_network.requests.size();
        server->probe();
        QCOMPARE(m_network.requests.size(), asked);

        const auto after = open();
        after->load();
        Server *same = after->all().constLast();
        QVERIFY(same->knowsAbilities());
        QCOMPARE(same->abilities(), server->abilities());
    }

    void anotherVersionIsAskedAnew()
    {
        const auto before = open();
        before->add(u"Acme"_s, {QUrl(u"https://acme.test/v1"_s)}, "secret");
        before->all().constLast()->setAbilities(ServerAbilities(u"0.11.1"_s));
        const auto after = open();
        after->load();
        Server *server = after->all().constLast();
        QVERIFY(!server->abilities().can(Ability::Metadata));
        QTRY_COMPARE_WITH_TIMEOUT(server->state(), Server::State::Ready, 30'000);

        answerAs("1.12.0");
        await(server->datasets().get(u"y"_s));
        QVERIFY(server->abilities().can(Ability::Metadata));
        QVERIFY(!server->knowsAbilities());
        const auto later = open();
        later->load();
        QVERIFY(!later->all().constLast()->knowsAbilities());
    }

    void anotherKeyMayDoOtherThings()
    {
        const auto servers = open();
        Server *server = servers->add(u"Acme"_s, {QUrl(u"https://acme.test/v1"_s)}, "old");
        ServerAbilities bound(u"1.15.0"_s);
        bound.set(Ability::ListDatasets, Obstacle::BoundKey);
        server->setAbilities(bound);

        servers->changeKey(server, "new", {});

        QVERIFY(server->abilities().can(Ability::ListDatasets));
    }

    void aRemovedServerIsForgottenWithItsKey()
    {
        const auto before = open();
        Server *server = before->add(u"Acme"_s, {QUrl(u"https://acme.test/v1"_s)}, "secret");
        const QString id = server->id();
        QSignalSpy removed(before.get(), &Servers::removed);

        before->remove(server);

        QCOMPARE(removed.size(), 1);
        QCOMPARE(before->all().size(), 1);
        std::optional<QByteArray> key = "not yet read";
        m_credentials->read(id, this, [&](const auto &found) { key = found; });
        QTRY_VERIFY_WITH_TIMEOUT(!key, 30'000);
        const auto after = open();
        after->load();
        QCOMPARE(after->all().size(), 1);
    }

    void aDamagedListIsSaidAndKept()
    {
        write("{\"servers\": [ half of it");
        const auto servers = open();

        servers->load();
        QVERIFY(!servers->problem().isEmpty());
        servers->add(u"Acme"_s, {QUrl(u"https://acme.test/v1"_s)}, "secret");

        QStringList contents;
        for (const auto &name : QDir(m_folder->path()).entryList(QDir::Files)) {
            QFile file(m_folder->filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            contents.append(QString::fromUtf8(file.readAll()));
        }
        QVERIFY(contents.contains(u"{\"servers\": [ half of it"_s));
    }

    void entriesThatMakeNoSenseAreLeftOut()
    {
        write("{\"servers\": [7, null, {\"id\": \"\"}, {\"id\": \"b\", \"url\": \"no address\"},"
              "{\"id\": \"a\", \"name\": \"A\", \"url\": \"https://a.test/v1\", \"later\": true,"
              "\"limits\": {\"maxBytes\": \"many\", \"types\": 7}},"
              "{\"id\": \"a\", \"name\": \"again\", \"url\": \"https://a.test/v1\"}]}");
        const auto servers = open();

        servers->load();

        QCOMPARE(servers->all().size(), 2);
        QCOMPARE(servers->all().constLast()->name(), u"A"_s);
        QVERIFY(!servers->all().constLast()->ownLimits());
    }

private:
    //! As a server of that version which has no route but that of its datasets.
    void answerAs(const QByteArray &version)
    {
        m_network.respond = [version](const FakeNetwork::Request &request) {
            const bool isList = request.request.url().path().endsWith("/datasets"_L1);
            return FakeNetwork::Answer{.status = isList ? 200 : 404,
                                       .body = isList ? "{\"data\":[]}" : "<html>Not Found</html>",
                                       .headers = {{"X-Version", version}}};
        };
    }

    std::unique_ptr<Servers> open() { return std::make_unique<Servers>(m_network, *m_credentials, m_folder->path()); }

    void write(const QByteArray &list)
    {
        QFile file(m_folder->filePath(u"servers.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(list), list.size());
    }

    FakeNetwork m_network;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Credentials> m_credentials;
};

LOREDESK_TEST(tst_servers, TestServers)
#include "tst_servers.moc"
