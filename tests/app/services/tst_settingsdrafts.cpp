// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/settingsdrafts.h"

#include "app/services/credentials.h"
#include "app/services/servers.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestSettingsDrafts : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_network = std::make_unique<FakeNetwork>();
        m_credentials = std::make_unique<Credentials>();
        m_servers = std::make_unique<Servers>(*m_network, *m_credentials, m_folder.path());
        m_servers->local().setReady(QUrl(u"http://127.0.0.1:1/v1"_s), "key");
        m_local = m_servers->local().id();
        m_drafts = std::make_unique<SettingsDrafts>(*m_servers);
    }

    void cleanup()
    {
        m_drafts.reset();
        m_servers.reset();
    }

    void changesAreKeptByDatasetUntilThereAreNone()
    {
        keep(u"a"_s, {.name = u"A2"_s});
        keep(u"b"_s, {.name = u"B2"_s});
        QCOMPARE(m_drafts->changes(m_local, u"a"_s).name, u"A2"_s);
        QCOMPARE(m_drafts->all().size(), 2);

        keep(u"a"_s, {});
        QVERIFY(m_drafts->changes(m_local, u"a"_s).isEmpty());
        QCOMPARE(m_drafts->all().size(), 1);
    }

    void whatWasSavedIsKeptNoLonger()
    {
        keep(u"a"_s, {.name = u"A2"_s});
        m_network->answer(u"PATCH /v1/datasets/a"_s, QJsonObject{{u"id"_s, u"a"_s}, {u"name"_s, u"A2"_s}});
        QSignalSpy saved(m_drafts.get(), &SettingsDrafts::saved);
        m_drafts->save(m_local, u"a"_s);
        QVERIFY(m_drafts->isSaving(m_local, u"a"_s));
        QTRY_COMPARE(saved.size(), 1);
        QVERIFY(m_drafts->all().isEmpty());
        QVERIFY(!m_drafts->isSaving(m_local, u"a"_s));
        QCOMPARE(m_network->requests.first().json(), QJsonObject({{u"name"_s, u"A2"_s}}));
    }

    void whatIsRefusedIsKept()
    {
        keep(u"a"_s, {.name = u"A2"_s});
        m_network->answer(u"PATCH /v1/datasets/a"_s, QJsonObject{{u"message"_s, u"taken"_s}}, 400);
        QSignalSpy failed(m_drafts.get(), &SettingsDrafts::failed);
        bool isSaving = true; // as who hears of it sees it
        connect(m_drafts.get(), &SettingsDrafts::failed, this, [&] { isSaving = m_drafts->isSaving(m_local, u"a"_s); });
        m_drafts->save(m_local, u"a"_s);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first()[1].value<ApiError>().message, u"taken"_s);
        QCOMPARE(m_drafts->changes(m_local, u"a"_s).name, u"A2"_s);
        QVERIFY(!isSaving);
    }

    void allAreSavedBeforeWhatFollows()
    {
        keep(u"a"_s, {.name = u"A2"_s});
        keep(u"b"_s, {.name = u"B2"_s});
        m_network->answer(u"PATCH /v1/datasets/a"_s, QJsonObject{{u"id"_s, u"a"_s}});
        m_network->hang(u"PATCH /v1/datasets/b"_s);
        QSignalSpy saved(m_drafts.get(), &SettingsDrafts::saved);
        int followed = 0;
        m_drafts->saveAll([&] { ++followed; });
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(followed, 0);
        m_network->answer(u"PATCH /v1/datasets/b"_s, QJsonObject{{u"id"_s, u"b"_s}});
        QTRY_COMPARE(followed, 1);
    }

    void nothingFollowsWhenOneIsRefused()
    {
        keep(u"a"_s, {.name = u"A2"_s});
        m_network->answer(u"PATCH /v1/datasets/a"_s, QJsonObject{{u"message"_s, u"taken"_s}}, 400);
        m_network->answer(u"PATCH /v1/datasets/a"_s, QJsonObject{{u"id"_s, u"a"_s}});
        QSignalSpy failed(m_drafts.get(), &SettingsDrafts::failed);
        QSignalSpy saved(m_drafts.get(), &SettingsDrafts::saved);
        int followed = 0;
        m_drafts->saveAll([&] { ++followed; });
        QTRY_COMPARE(failed.size(), 1);
        m_drafts->save(m_local, u"a"_s);
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(followed, 0);
    }

    void oneThatIsForgottenIsNotWaitedForAndOfNoneNothingFollows()
    {
        keep(u"a"_s, {.name = u"A2"_s});
        m_network->hang(u"PATCH /v1/datasets/a"_s);
        int followed = 0;
        m_drafts->saveAll([&] { ++followed; });
        m_drafts->forgetAll();
        QCOMPARE(followed, 0);
        keep(u"a"_s, {.name = u"A2"_s});
        m_drafts->saveAll([&] { ++followed; });
        m_drafts->forget(m_local, u"a"_s);
        QCOMPARE(followed, 1);
    }

    void theDraftsOfARemovedServerGo()
    {
        Server *other = m_servers->add(u"Acme"_s, {QUrl(u"https://acme.test/v1"_s)}, "key");
        const QString id = other->id();
        keep(u"a"_s, {.name = u"A2"_s});
        m_drafts->keep({id, datasetOf(u"x"_s), {.name = u"X2"_s}});
        QCOMPARE(m_drafts->all(id).size(), 1);
        m_servers->remove(other);
        QVERIFY(m_drafts->all(id).isEmpty());
        QCOMPARE(m_drafts->all().size(), 1);
    }

private:
    static Dataset datasetOf(const QString &id)
    {
        Dataset dataset;
        dataset.id = id;
        return dataset;
    }

    void keep(const QString &id, const DatasetChanges &changes) { m_drafts->keep({m_local, datasetOf(id), changes}); }

    QTemporaryDir m_folder;
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<Credentials> m_credentials;
    std::unique_ptr<Servers> m_servers;
    std::unique_ptr<SettingsDrafts> m_drafts;
    QString m_local;
};

LOREDESK_TEST(tst_settingsdrafts, TestSettingsDrafts)
#include "tst_settingsdrafts.moc"
