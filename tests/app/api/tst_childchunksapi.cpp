// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/childchunksapi.h"
#include "tests/app/api/apitest.h"

using namespace Qt::Literals::StringLiterals;

class TestChildChunksApi : public ApiTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }

    void listReadsAPage()
    {
        answerAsRecorded(u"GET "_s + children + u"?page=1&limit=100&keyword=a%20b"_s,
                         u"1.15.0/o035_getChildChunks__ok"_s);

        const auto page = await(ChildChunksApi(*client).list(parent, 1, 100, u"a b"_s));

        QVERIFY(page);
        QCOMPARE(page->items.size(), 2);
        QCOMPARE(page->total, 2);
        QCOMPARE(page->items.first().type, ChildChunk::Type::Automatic);
        QCOMPARE(page->items.first().chunkId.size(), 36);
        QVERIFY(page->items.first().createdAt > 1'700'000'000);
    }

    void aServerWithoutThemSaysThatThereIsNothing()
    {
        answerAsRecorded(u"GET "_s + children + u"?page=1&limit=100"_s, u"0.15.3/082_missing_child_chunks"_s);

        const auto page = await(ChildChunksApi(*client).list(parent, 1, 100));

        QCOMPARE(page.error().kind, ApiError::Kind::NotFound);
        QVERIFY(page.error().code.isEmpty());
    }

    void createReadsTheChild()
    {
        answerAsRecorded(u"POST "_s + children, u"1.15.0/o046_createChildChunk__ok"_s);

        const auto child = await(ChildChunksApi(*client).create(parent, u"Elephants trumpet loudly."_s));

        QCOMPARE(child->type, ChildChunk::Type::Customized);
        QCOMPARE(child->content, u"Elephants trumpet loudly."_s);
        QCOMPARE(sentJson(), (QJsonObject{{u"content"_s, u"Elephants trumpet loudly."_s}}));
    }

    void createReportsAModelThatFails()
    {
        answerAsRecorded(u"POST "_s + children, u"1.15.0/o051_createChildChunk__fail_embedding"_s);

        const auto child = await(ChildChunksApi(*client).create(parent, u"x"_s));

        QCOMPARE(child.error().kind, ApiError::Kind::BadRequest);
        QVERIFY(child.error().message.contains("embedding"_L1));
    }

    //! Servers would store them (recordings 1.15.0, o047 and o058).
    void blankTextsAreNotSent()
    {
        QCOMPARE(await(ChildChunksApi(*client).create(parent, u" "_s)).error().kind, ApiError::Kind::BadRequest);
        QCOMPARE(await(ChildChunksApi(*client).update(parent, u"k"_s, QString())).error().kind,
                 ApiError::Kind::BadRequest);
        QVERIFY(network->requests.isEmpty());
    }

    void updateReadsTheChild()
    {
        answerAsRecorded(u"PATCH "_s + children + u"/k"_s, u"1.15.0/o057_updateChildChunk__ok"_s);

        const auto child = await(ChildChunksApi(*client).update(parent, u"k"_s, u"new"_s));

        QVERIFY(child);
        QVERIFY(!child->content.isEmpty());
        QCOMPARE(sentJson(), (QJsonObject{{u"content"_s, u"new"_s}}));
    }

    void updateReportsAChildThatIsGone()
    {
        answerAsRecorded(u"PATCH "_s + children + u"/k"_s, u"1.15.0/o061_updateChildChunk__unknown"_s);

        QCOMPARE(await(ChildChunksApi(*client).update(parent, u"k"_s, u"new"_s)).error().kind,
                 ApiError::Kind::NotFound);
    }

    void removeTakesNothingForYes()
    {
        network->answer(u"DELETE "_s + children + u"/k"_s, {.status = 204});

        QVERIFY(await(ChildChunksApi(*client).remove(parent, u"k"_s)));
    }

private:
    const ChildChunksApi::Parent parent{u"d"_s, u"a"_s, u"c"_s};
    const QString children = u"/v1/datasets/d/documents/a/segments/c/child_chunks"_s;
};

LOREDESK_TEST(tst_childchunksapi, TestChildChunksApi)
#include "tst_childchunksapi.moc"
