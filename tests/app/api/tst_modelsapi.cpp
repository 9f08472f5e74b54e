// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/modelsapi.h"
#include "tests/app/api/apitest.h"

using namespace Qt::Literals::StringLiterals;

class TestModelsApi : public ApiTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }

    void modelsOfAllProvidersAreOneList()
    {
        answerAsRecorded(types + u"text-embedding"_s, u"1.15.0/m001_getAvailableModels__text-embedding"_s);

        const auto models = await(ModelsApi(*client).list(Model::Type::TextEmbedding));

        QCOMPARE(models->size(), 2);
        QCOMPARE(models->first().ref, (ModelRef{u"loredesk/fake/fake"_s, u"fake-embed"_s}));
        QCOMPARE(models->first().label, u"fake-embed"_s);
        QCOMPARE(models->first().providerLabel, u"Fake"_s);
        QCOMPARE(models->first().contextSize, 8192);
        QVERIFY(models->first().isActive);
    }

    void noneSetUpIsNoError()
    {
        answerAsRecorded(types + u"rerank"_s, u"1.15.0/j003_getAvailableModels__empty_rerank"_s);

        QVERIFY(await(ModelsApi(*client).list(Model::Type::Rerank))->isEmpty());
    }

    void aServerWithoutListsSaysThatThereIsNothing()
    {
        answerAsRecorded(types + u"llm"_s, u"0.15.3/077_missing_models"_s);

        QCOMPARE(await(ModelsApi(*client).list(Model::Type::Llm)).error().kind, ApiError::Kind::NotFound);
    }

private:
    const QString types = u"GET /v1/workspaces/current/models/model-types/"_s;
};

LOREDESK_TEST(tst_modelsapi, TestModelsApi)
#include "tst_modelsapi.moc"
