// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/tagsapi.h"
#include "tests/app/api/apitest.h"

using namespace Qt::Literals::StringLiterals;

class TestTagsApi : public ApiTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }

    void listReadsABareListWithCountsInWords()
    {
        answerAsRecorded(u"GET /v1/datasets/tags"_s, u"1.15.0/i031_getKnowledgeTags__counts"_s);

        const auto tags = await(TagsApi(*client).list());

        QVERIFY(tags);
        const auto used
            = std::find_if(tags->cbegin(), tags->cend(), [](const Tag &tag) { return tag.datasetCount > 0; });
        QVERIFY(used != tags->cend());
        QVERIFY(!used->name.isEmpty());
    }

    void aServerWithoutTagsSaysThatThereIsNothing()
    {
        answerAsRecorded(u"GET /v1/datasets/tags"_s, u"0.11.1/075_missing_tags"_s);

        QCOMPARE(await(TagsApi(*client).list()).error().kind, ApiError::Kind::NotFound);
    }

    void createReadsTheTag()
    {
        answerAsRecorded(u"POST /v1/datasets/tags"_s, u"1.15.0/i002_createKnowledgeTag__ok"_s);

        QCOMPARE(await(TagsApi(*client).create(u"Red"_s))->name, u"Red"_s);
        QCOMPARE(sentJson(), (QJsonObject{{u"name"_s, u"Red"_s}}));
    }

    void createReportsANameThatIsTaken()
    {
        answerAsRecorded(u"POST /v1/datasets/tags"_s, u"1.15.0/i004_createKnowledgeTag__duplicate"_s);

        QCOMPARE(await(TagsApi(*client).create(u"Red"_s)).error().message, u"Tag name already exists"_s);
    }

    void renameNamesTheTagInTheBody()
    {
        answerAsRecorded(u"PATCH /v1/datasets/tags"_s, u"1.15.0/i013_updateKnowledgeTag__rename"_s);

        QCOMPARE(await(TagsApi(*client).rename(u"t"_s, u"Crimson"_s))->name, u"Crimson"_s);
        QCOMPARE(sentJson(), (QJsonObject{{u"tag_id"_s, u"t"_s}, {u"name"_s, u"Crimson"_s}}));
    }

    void renameReportsATagThatIsGone()
    {
        answerAsRecorded(u"PATCH /v1/datasets/tags"_s, u"1.15.0/i016_updateKnowledgeTag__rename_unknown"_s);

        QCOMPARE(await(TagsApi(*client).rename(u"t"_s, u"x"_s)).error().kind, ApiError::Kind::NotFound);
    }

    //! Servers answer 415 to a deletion without a body (recordings 1.15.0, i049).
    void removeSendsABody_data() { fixtureRows({u"1.15.0/i052_deleteKnowledgeTag__delete"_s}); }
    void removeSendsABody()
    {
        QFETCH(QString, fixture);
        answerAsRecorded(u"DELETE /v1/datasets/tags"_s, fixture);

        QVERIFY(await(TagsApi(*client).remove(u"t"_s)));

        QCOMPARE(sentJson(), (QJsonObject{{u"tag_id"_s, u"t"_s}}));
        QCOMPARE(network->requests.last().request.header(QNetworkRequest::ContentTypeHeader).toString(),
                 u"application/json"_s);
    }

    void aDatasetTellsItsTags()
    {
        answerAsRecorded(u"GET /v1/datasets/d/tags"_s, u"1.15.0/i029_queryDatasetTags__two"_s);

        const auto tags = await(TagsApi(*client).ofDataset(u"d"_s));

        QCOMPARE(tags->size(), 2);
        QCOMPARE(tags->first().name, u"Blue"_s);
    }

    void tagsAreBoundAndUnbound()
    {
        answerAsRecorded(u"POST /v1/datasets/tags/binding"_s, u"1.15.0/i021_bindTagsToDataset__ok"_s);
        answerAsRecorded(u"POST /v1/datasets/tags/unbinding"_s, u"1.15.0/i039_unbindTagFromDataset__tag_id"_s);

        QVERIFY(await(TagsApi(*client).bind({u"t"_s, u"u"_s}, u"d"_s)));
        QCOMPARE(sentJson(), (QJsonObject{{u"tag_ids"_s, QJsonArray{u"t"_s, u"u"_s}}, {u"target_id"_s, u"d"_s}}));
        QVERIFY(await(TagsApi(*client).unbind(u"t"_s, u"d"_s)));
        QCOMPARE(sentJson(), (QJsonObject{{u"tag_id"_s, u"t"_s}, {u"target_id"_s, u"d"_s}}));
    }

    void bindingReportsADatasetThatIsGone()
    {
        answerAsRecorded(u"POST /v1/datasets/tags/binding"_s, u"1.15.0/i025_bindTagsToDataset__unknown_dataset"_s);

        const auto done = await(TagsApi(*client).bind({u"t"_s}, u"d"_s));

        QCOMPARE(done.error().kind, ApiError::Kind::NotFound);
        QCOMPARE(done.error().message, u"Dataset not found."_s);
    }
};

LOREDESK_TEST(tst_tagsapi, TestTagsApi)
#include "tst_tagsapi.moc"
