// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/datasetsapi.h"
#include "tests/app/api/apitest.h"

using namespace Qt::Literals::StringLiterals;

class TestDatasetsApi : public ApiTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }

    void listReadsAPage_data()
    {
        fixtureRows({u"0.11.1/049_list_datasets_page1_limit2"_s, u"0.15.3/049_list_datasets_page1_limit2"_s,
                     u"1.15.0/b039_listDatasets__page1_limit2"_s});
    }
    void listReadsAPage()
    {
        QFETCH(QString, fixture);
        answerAsRecorded(u"GET /v1/datasets?page=1&limit=2"_s, fixture);

        const auto page = await(DatasetsApi(*client).list(1, 2));

        QVERIFY(page);
        QCOMPARE(page->items.size(), 2);
        QVERIFY(page->total >= 2);
        QCOMPARE(page->items.first().id.size(), 36);
        QVERIFY(!page->items.first().name.isEmpty());
        QVERIFY(page->items.first().createdAt > 1'700'000'000);
        QVERIFY(page->items.first().apiEnabled);
    }

    void listSendsTheKeyword()
    {
        answerAsRecorded(u"GET /v1/datasets?page=1&limit=20&keyword=_"_s,
                         u"0.11.1/060_list_datasets_keyword_underscore"_s);

        const auto page = await(DatasetsApi(*client).list(1, 20, {.keyword = u"_"_s}));

        QCOMPARE(page->items.first().name, u"Base full"_s);
        QVERIFY(page->items.first().technique == Dataset::Technique::Economy);
        QCOMPARE(page->items.first().permission, u"all_team_members"_s);
    }

    void createSendsTheDraft()
    {
        answerAsRecorded(u"POST /v1/datasets"_s, u"1.15.0/b016_createDataset__economy"_s);

        const auto dataset = await(DatasetsApi(*client).create({.name = u"Mine"_s, .description = u"About it"_s}));

        QVERIFY(dataset);
        QVERIFY(dataset->technique == Dataset::Technique::Economy);
        QCOMPARE(sentJson(), (QJsonObject{{u"name"_s, u"Mine"_s},
                                          {u"description"_s, u"About it"_s},
                                          {u"indexing_technique"_s, u"economy"_s}}));
    }

    void createReportsANameThatIsTaken()
    {
        answerAsRecorded(u"POST /v1/datasets"_s, u"1.15.0/b002_createDataset__duplicate_name"_s);

        const auto dataset = await(DatasetsApi(*client).create({.name = u"Mine"_s}));

        QCOMPARE(dataset.error().kind, ApiError::Kind::Conflict);
    }

    //! A dataset for some members only is not listed for the key that made it, and its name is taken all the same.
    void theNameOfAHiddenDatasetIsTaken()
    {
        answerAsRecorded(u"POST /v1/datasets"_s, u"0.11.1/526_x_create_dataset_hidden_name_taken"_s);
        answerAsRecorded(u"GET /v1/datasets?page=1&limit=100"_s,
                         u"1.15.0/t012_listDatasets__partial_members_not_listed"_s);
        answerAsRecorded(u"GET /v1/datasets?page=1&limit=100&include_all=true"_s,
                         u"1.15.0/t013_listDatasets__partial_members_include_all"_s);

        const auto taken = await(DatasetsApi(*client).create({.name = u"Hidden"_s}));
        const auto listed = await(DatasetsApi(*client).list(1, 100));
        const auto all = await(DatasetsApi(*client).list(1, 100, {.includeAll = true}));

        QCOMPARE(taken.error().kind, ApiError::Kind::Conflict);
        QVERIFY(all->total > listed->total);
    }

    //! Real servers fail without them (recordings 1.15.0, b093).
    void highQualityNeedsItsModel()
    {
        const auto dataset
            = await(DatasetsApi(*client).update(u"d1"_s, {.technique = Dataset::Technique::HighQuality}));

        QCOMPARE(dataset.error().kind, ApiError::Kind::BadRequest);
        QVERIFY(network->requests.isEmpty());
    }

    void tagsFilterTheList()
    {
        answerAsRecorded(u"GET /v1/datasets?page=1&limit=20&tag_ids=t&tag_ids=u"_s,
                         u"1.15.0/i035_listDatasets__tag_two_repeated"_s);

        const auto page = await(DatasetsApi(*client).list(1, 20, {.tagIds = {u"t"_s, u"u"_s}}));

        QVERIFY(page);
        QVERIFY(!page->items.first().tags.isEmpty());
    }

    void getReadsADataset()
    {
        answerAsRecorded(u"GET /v1/datasets/d1"_s, u"1.15.0/b099_updateDataset__summary_setting"_s);

        const auto dataset = await(DatasetsApi(*client).get(u"d1"_s));

        QVERIFY(dataset);
        QCOMPARE(dataset->name, u"Base renamed"_s);
        QVERIFY(dataset->technique == Dataset::Technique::Economy);
    }

    void getReportsADatasetThatIsClosed()
    {
        answerAsRecorded(u"GET /v1/datasets/d1"_s, u"1.15.0/b106_getDatasetDetail__api_disabled"_s);

        const auto dataset = await(DatasetsApi(*client).get(u"d1"_s));

        QCOMPARE(dataset.error().kind, ApiError::Kind::Forbidden);
        QCOMPARE(dataset.error().message, u"Dataset api access is not enabled."_s);
    }

    void updateSendsOnlyWhatChanged()
    {
        answerAsRecorded(u"PATCH /v1/datasets/d1"_s, u"1.15.0/b066_updateDataset__rename"_s);

        const auto dataset = await(DatasetsApi(*client).update(u"d1"_s, {.name = u"Base renamed"_s}));

        QCOMPARE(dataset->name, u"Base renamed"_s);
        QCOMPARE(sentJson(), (QJsonObject{{u"name"_s, u"Base renamed"_s}}));
    }

    void updateSendsTheWholeRetrievalModel()
    {
        answerAsRecorded(u"PATCH /v1/datasets/d1"_s, u"1.15.0/b087_updateDataset__retrieval_model"_s);
        const RetrievalSettings settings{RetrievalSettings::Method::Hybrid, 7, 0.25};

        QVERIFY(await(DatasetsApi(*client).update(u"d1"_s, {.retrieval = settings})));

        QCOMPARE(RetrievalSettings::fromJson(sentJson()["retrieval_model"_L1].toObject()), settings);
    }

    void updateReportsANameThatIsTaken()
    {
        answerAsRecorded(u"PATCH /v1/datasets/d1"_s, u"1.15.0/b067_updateDataset__rename_dup"_s);

        const auto dataset = await(DatasetsApi(*client).update(u"d1"_s, {.name = u"taken"_s}));

        QCOMPARE(dataset.error().kind, ApiError::Kind::Conflict);
    }

    void removeTakesEveryFormOfYes_data()
    {
        fixtureRows({u"0.11.1/460_delete_dataset_ok"_s, u"0.15.3/460_delete_dataset_ok"_s,
                     u"1.15.0/b111_deleteDataset__ok"_s, u"1.15.0/b112_deleteDataset__again"_s});
    }
    void removeTakesEveryFormOfYes()
    {
        QFETCH(QString, fixture);
        answerAsRecorded(u"DELETE /v1/datasets/d1"_s, fixture);

        QVERIFY(await(DatasetsApi(*client).remove(u"d1"_s)));
    }

    void removeReportsARefusal()
    {
        answerAsRecorded(u"DELETE /v1/datasets/d1"_s, u"1.15.0/b106_getDatasetDetail__api_disabled"_s);

        QCOMPARE(await(DatasetsApi(*client).remove(u"d1"_s)).error().kind, ApiError::Kind::Forbidden);
    }
};

LOREDESK_TEST(tst_datasetsapi, TestDatasetsApi)
#include "tst_datasetsapi.moc"
