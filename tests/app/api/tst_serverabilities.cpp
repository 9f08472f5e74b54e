// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/serverabilities.h"
#include "tests/app/api/apitest.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString nobody = u"00000000-0000-4000-8000-000000000000"_s;

} // namespace

class TestServerAbilities : public ApiTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }

    void theVersionTellsWhatIsTooOld_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<int>("ability");
        QTest::addColumn<int>("obstacle");
        const auto row = [](const char *name, const char *version, Ability ability, Obstacle obstacle) {
            QTest::newRow(name) << QString(QLatin1StringView(version)) << int(ability) << int(obstacle);
        };
        row("0.11 has no parent-child", "0.11.1", Ability::ParentChild, Obstacle::TooOld);
        row("0.15 has", "0.15.3", Ability::ParentChild, Obstacle::None);
        row("0.15 has no tags", "0.15.3", Ability::Tags, Obstacle::TooOld);
        row("0.15 hands out originals", "0.15.3", Ability::Download, Obstacle::None);
        row("0.11 does not", "0.11.1", Ability::Download, Obstacle::TooOld);
        row("1.9 has metadata", "1.9.0", Ability::Metadata, Obstacle::None);
        row("1.9 forgets other values", "1.9.0", Ability::PartialMetadata, Obstacle::TooOld);
        row("1.9 takes no files", "1.9.1", Ability::UploadFiles, Obstacle::Broken);
        row("1.15 does", "1.15.0", Ability::UploadFiles, Obstacle::None);
        row("1.15 has tags", "1.15.0", Ability::Tags, Obstacle::None);
        row("1.15 loses parents in economy", "1.15.0", Ability::ParentChildEconomy, Obstacle::Broken);
        row("unknown is taken for new", "", Ability::Pipelines, Obstacle::None);
    }
    void theVersionTellsWhatIsTooOld()
    {
        QFETCH(QString, version);
        QFETCH(int, ability);
        QFETCH(int, obstacle);

        QCOMPARE(int(ServerAbilities(version).obstacle(Ability(ability))), obstacle);
    }

    void abilitiesAreRemembered()
    {
        const ServerAbilities abilities(u"1.9.0"_s);

        QCOMPARE(ServerAbilities::fromJson(abilities.toJson()), abilities);
        QVERIFY(!(abilities == ServerAbilities(u"1.15.0"_s)));
    }

    void whatIsRememberedWronglyIsLeftOut()
    {
        const QJsonObject damaged{{u"version"_s, 7}, {u"obstacles"_s, QJsonObject{{u"13"_s, 99}, {u"x"_s, u"y"_s}}}};

        QVERIFY(ServerAbilities::fromJson(damaged).can(Ability::Tags));
    }

    void aProbeThatIsUnderWayIsNotStartedAgain()
    {
        network->hang(datasets);
        AbilityProbe one(*client);
        one.start();
        QTRY_COMPARE(network->hanging(), 1);

        one.start();
        QSignalSpy found(&one, &AbilityProbe::finished);
        network->answerAsRecorded(datasets, u"1.15.0/b039_listDatasets__page1_limit2"_s);

        QVERIFY(found.wait());
        QCOMPARE(network->requests.size(), 1);
        one.start(); // it is over
        QVERIFY(found.wait());
    }

    void aRecordedVersionIsNotAskedForMore()
    {
        answerAsRecorded(datasets, u"1.15.0/b039_listDatasets__page1_limit2"_s);

        const auto abilities = probe();

        QCOMPARE(abilities.version(), u"1.15.0"_s);
        QCOMPARE(network->requests.size(), 1);
        QVERIFY(abilities.can(Ability::ListDatasets));
    }

    void aBoundKeyMayNotList()
    {
        network->answer(datasets, {.status = 403,
                                   .body = "{\"code\":\"forbidden\",\"message\":\"x\",\"status\":403}",
                                   .headers = {{"X-Version", "1.15.0"}}});

        const auto abilities = probe();

        QCOMPARE(abilities.obstacle(Ability::ListDatasets), Obstacle::BoundKey);
        QVERIFY(abilities.can(Ability::Tags));
    }

    //! What a server answers to questions for things that do not exist was recorded; here it does not tell its version.
    void aServerWithoutAVersionIsAsked_data()
    {
        QTest::addColumn<bool>("isNew");
        QTest::newRow("0.11.1") << false;
        QTest::newRow("1.15.0") << true;
    }
    void aServerWithoutAVersionIsAsked()
    {
        QFETCH(bool, isNew);
        const QString dataset = u"GET /v1/datasets/"_s + nobody;
        const QString document = dataset + u"/documents/"_s + nobody;
        network->answer(datasets, {.body = "{\"data\":[]}"});
        const auto as = [&](const QString &request, const QString &recorded) {
            auto answer = FakeNetwork::recorded(recorded);
            answer.headers.clear();
            network->answer(request, answer);
        };
        as(dataset,
           isNew ? u"1.15.0/c125_listDocuments__unknown_dataset"_s : u"0.11.1/065_get_dataset_not_in_this_version"_s);
        as(document,
           isNew ? u"1.15.0/e114_downloadDocument__unknown"_s : u"0.11.1/254_get_document_not_in_this_version"_s);
        as(document + u"/segments/"_s + nobody,
           isNew ? u"1.15.0/f047_getSegmentDetail__unknown"_s : u"0.11.1/351_get_segment_not_in_this_version"_s);
        as(document + u"/segments/"_s + nobody + u"/child_chunks"_s,
           isNew ? u"1.15.0/o044_getChildChunks__unknown_segment"_s : u"0.11.1/082_missing_child_chunks"_s);
        as(dataset + u"/documents/status/enable"_s,
           isNew ? u"1.15.0/a023_routing__put_datasets"_s : u"0.11.1/079_missing_document_status_patch"_s);
        as(dataset + u"/metadata"_s,
           isNew ? u"1.15.0/h019_listMetadataFields__unknown_dataset"_s : u"0.11.1/070_missing_metadata_list"_s);
        as(u"GET /v1/datasets/tags"_s, isNew ? u"1.15.0/i011_getKnowledgeTags__list"_s : u"0.11.1/075_missing_tags"_s);
        as(u"GET /v1/workspaces/current/models/model-types/rerank"_s,
           isNew ? u"1.15.0/j003_getAvailableModels__empty_rerank"_s : u"0.11.1/077_missing_models"_s);
        as(dataset + u"/documents/download-zip"_s,
           isNew ? u"1.15.0/a023_routing__put_datasets"_s : u"0.11.1/081_missing_download"_s);
        as(dataset + u"/pipeline/datasource-plugins"_s,
           isNew ? u"1.15.0/k012_listDatasourcePlugins__unknown"_s : u"0.11.1/081_missing_download"_s);

        const auto abilities = probe();

        for (const auto ability : {Ability::ReadDataset, Ability::ReadDocument, Ability::ReadChunk,
                                   Ability::ChildChunks, Ability::DocumentStatus, Ability::Metadata, Ability::Tags,
                                   Ability::Models, Ability::DownloadZip, Ability::Pipelines})
            QVERIFY2(abilities.can(ability) == isNew, qPrintable(QString::number(int(ability))));
    }

    //! Servers of 1.9 look for a dataset with the name "tags".
    void tagsThatFailForEverybodyAreBroken()
    {
        network->answer(datasets, {.body = "{\"data\":[]}", .headers = {{"X-Version", "1.9.1"}}});
        network->respond = [](const FakeNetwork::Request &) {
            return FakeNetwork::Answer{
                .status = 404, .body = "{\"code\":\"not_found\",\"message\":\"Dataset not found.\",\"status\":404}"};
        };

        const auto abilities = probe();

        QCOMPARE(abilities.obstacle(Ability::Tags), Obstacle::Broken);
        QVERIFY(abilities.can(Ability::Metadata));
    }

private:
    ServerAbilities probe()
    {
        AbilityProbe one(*client);
        QSignalSpy found(&one, &AbilityProbe::finished);
        one.start();
        return found.wait() ? found.first().first().value<ServerAbilities>() : ServerAbilities();
    }

    const QString datasets = u"GET /v1/datasets?page=1&limit=1"_s;
};

LOREDESK_TEST(tst_serverabilities, TestServerAbilities)
#include "tst_serverabilities.moc"
