// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/datasetstore.h"

#include "app/engine/store/storeerror.h"
#include "tests/engine/store/storetest.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestDatasetStore : public StoreTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }

    void aModelThatIsNamedWithoutVectorsIsKeptUntilThereAreSome()
    {
        const auto created = datasets().create({u"Base"_s, {}, u"only_me"_s, u"economy"_s, {}});
        datasets().change(created.row, {.namedModel = u"some"_s});
        QCOMPARE(datasets().change(created.row, {.name = u"Other"_s}).namedModel, u"some"_s);
        QCOMPARE(datasets().find(created.row)->namedModel, u"some"_s);
        datasets().change(created.row,
                          {.indexingTechnique = u"high_quality"_s, .embedding = EmbeddingModel{u"p"_s, u"m"_s}});
        QCOMPARE(datasets().find(created.row)->namedModel, QString());
    }

    void settingsOfSummariesAreKeptAsTheyWereSent()
    {
        DatasetDraft draft{u"Base"_s, {}, u"only_me"_s, u"economy"_s, {}};
        draft.summarySetting = {{u"enable"_s, true}, {u"model_name"_s, u"m"_s}};
        QCOMPARE(datasets().find(datasets().create(draft).row)->summarySetting, draft.summarySetting);
    }

    void whatWasCreatedIsReadBack()
    {
        const DatasetDraft draft{u"Base"_s, u"about"_s, u"only_me"_s, u"economy"_s, {{u"top_k"_s, 3}}};
        const auto created = datasets().create(draft);
        QCOMPARE(datasets().find(created.id), created);
        QCOMPARE(datasets().find(created.id.toUpper()), created);
        QCOMPARE(datasets().find(created.row), created);
        QCOMPARE(created.name, u"Base"_s);
        QCOMPARE(created.description, u"about"_s);
        QCOMPARE(created.permission, u"only_me"_s);
        QCOMPARE(created.indexingTechnique, u"economy"_s);
        QCOMPARE(created.retrievalModel, draft.retrievalModel);
    }

    void aNameIsTakenOnlyOnce()
    {
        const auto first = rowmakers::dataset(db(), u"one"_s);
        const auto second = rowmakers::dataset(db(), u"two"_s);
        QVERIFY_THROWS_EXCEPTION(StoreError, rowmakers::dataset(db(), u"one"_s));
        QVERIFY_THROWS_EXCEPTION(StoreError, datasets().change(second.row, {.name = u"one"_s}));
        QCOMPARE(datasets().change(first.row, {.name = u"one"_s}).name, u"one"_s);
        QVERIFY(datasets().markDeleted(first.row));
        QCOMPARE(datasets().change(second.row, {.name = u"one"_s}).name, u"one"_s);
    }

    void whatIsNotNamedInAChangeStays()
    {
        const auto created = datasets().create({u"a"_s, u"b"_s, u"only_me"_s, {}, {}});
        const auto changed = datasets().change(created.row, {.indexingTechnique = u"economy"_s});
        QCOMPARE(changed.description, u"b"_s);
        QCOMPARE(datasets().find(created.row), changed);
    }

    void aListIsNewestFirstAndPaged()
    {
        for (const char *name : {"a", "b", "c", "d", "e"})
            rowmakers::dataset(db(), QString::fromLatin1(name));
        const auto page = datasets().list({}, {1, 2});
        QCOMPARE(page.total, 5);
        QCOMPARE(page.items.size(), 2);
        QCOMPARE(page.items.at(0).name, u"d"_s);
        QCOMPARE(page.items.at(1).name, u"c"_s);
    }

    void theKeywordIsPartOfTheNameInCapitalsOrNotAndWithoutWildcards()
    {
        rowmakers::dataset(db(), u"Ärzte 100%"_s);
        rowmakers::dataset(db(), u"other"_s);
        QCOMPARE(datasets().list({.keyword = u"äRZTE"_s, .tags = {}}, {}).total, 1);
        QCOMPARE(datasets().list({.keyword = u"%"_s, .tags = {}}, {}).total, 1);
        QCOMPARE(datasets().list({.keyword = u"_"_s, .tags = {}}, {}).total, 0);
    }

    void aDeletedOneIsNowhereAndKnownForCleaning()
    {
        const auto dataset = rowmakers::dataset(db(), u"gone"_s);
        QVERIFY(datasets().markDeleted(dataset.row));
        QVERIFY(!datasets().markDeleted(dataset.row));
        QVERIFY(!datasets().find(dataset.id));
        QVERIFY(!datasets().find(dataset.row));
        QCOMPARE(datasets().list({}, {}).total, 0);
        QCOMPARE(datasets().deleted(), QList<qint64>{dataset.row});
        datasets().remove(dataset.row);
        QCOMPARE(datasets().deleted(), QList<qint64>());
    }

    void theCountsFollowTheDocuments()
    {
        const auto dataset = rowmakers::dataset(db(), u"counted"_s);
        auto first = rowmakers::document(db(), dataset, u"first"_s);
        rowmakers::document(db(), dataset, u"second"_s);
        const DocumentStore documents(db());
        const auto counts = [&] {
            const auto row = *datasets().find(dataset.row);
            return QList{row.documentCount, row.availableDocumentCount, row.wordCount};
        };
        QCOMPARE(counts(), (QList<qint64>{2, 0, 0}));
        first.stage = IndexingStatus::Stage::Completed;
        first.wordCount = 40;
        QVERIFY(documents.saveProgress(first));
        QCOMPARE(counts(), (QList<qint64>{2, 1, 40}));
        documents.addWords(first.row, 2);
        QCOMPARE(counts(), (QList<qint64>{2, 1, 42}));
        first.archived = true;
        documents.saveState(first);
        QCOMPARE(counts(), (QList<qint64>{2, 0, 42}));
        documents.markDeleted(first.row);
        QCOMPARE(counts(), (QList<qint64>{1, 0, 0}));
    }

    void theSameRuleAgainIsSharedAndAnotherIsTheLatest()
    {
        const auto dataset = rowmakers::dataset(db(), u"rules"_s);
        const QJsonObject automatic{{u"mode"_s, u"automatic"_s}};
        const QJsonObject custom{{u"mode"_s, u"custom"_s}, {u"rules"_s, QJsonObject{{u"x"_s, 1}}}};
        QVERIFY(!datasets().latestRule(dataset.row));
        const auto first = datasets().useRule(dataset.row, automatic);
        QCOMPARE(datasets().useRule(dataset.row, automatic), first);
        const auto second = datasets().useRule(dataset.row, custom);
        QVERIFY(second.id != first.id);
        QCOMPARE(datasets().latestRule(dataset.row), second);
        QCOMPARE(datasets().rule(first.id), first);
        QCOMPARE(second.rule, custom);
    }

private:
    DatasetStore datasets() { return DatasetStore(db()); }
};

LOREDESK_TEST(tst_datasetstore, TestDatasetStore)
#include "tst_datasetstore.moc"
