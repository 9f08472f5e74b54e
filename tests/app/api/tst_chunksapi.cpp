// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/chunksapi.h"
#include "tests/app/api/apitest.h"

using namespace Qt::Literals::StringLiterals;

class TestChunksApi : public ApiTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }

    void listReadsAPage_data()
    {
        fixtureRows({u"0.11.1/314_list_segments_keyword"_s, u"0.15.3/314_list_segments_keyword"_s,
                     u"1.15.0/f010_listSegments__keyword"_s});
    }
    void listReadsAPage()
    {
        QFETCH(QString, fixture);
        answerAsRecorded(chunks + u"?page=1&limit=100&keyword=b&status=completed"_s, fixture);

        const auto page = await(ChunksApi(*client).list(u"d1"_s, u"a"_s, 1, 100, u"b"_s, u"completed"_s));

        QVERIFY(page);
        QCOMPARE(page->items.size(), 1);
        QCOMPARE(page->items.first().position, 2);
        QVERIFY(page->items.first().content.startsWith(u'B'));
        QVERIFY(page->items.first().wordCount > 20);
        QCOMPARE(page->items.first().status, Chunk::Status::Completed);
    }

    void listReportsADocumentThatIsGone()
    {
        answerAsRecorded(chunks + u"?page=1&limit=100"_s, u"1.15.0/f018_listSegments__unknown_document"_s);

        QCOMPARE(await(ChunksApi(*client).list(u"d1"_s, u"a"_s, 1, 100)).error().kind, ApiError::Kind::NotFound);
    }

    void createSendsTheDrafts_data()
    {
        fixtureRows({u"0.11.1/323_create_segments_seed"_s, u"0.15.3/323_create_segments_seed"_s,
                     u"1.15.0/f020_createSegments__one"_s});
    }
    void createSendsTheDrafts()
    {
        QFETCH(QString, fixture);
        answerAsRecorded(u"POST "_s + chunks.mid(4), fixture);

        const auto created = await(
            ChunksApi(*client).create(u"d1"_s, u"a"_s, {{u"one"_s, {}, {u"k"_s}}, {u"two"_s, u"answer"_s, {}}}));

        QVERIFY(created);
        QCOMPARE(created->first().position, 4);
        const QJsonArray sent = sentJson()["segments"_L1].toArray();
        QCOMPARE(sent.at(0).toObject(), (QJsonObject{{u"content"_s, u"one"_s}, {u"keywords"_s, QJsonArray{u"k"_s}}}));
        QCOMPARE(sent.at(1).toObject(), (QJsonObject{{u"content"_s, u"two"_s}, {u"answer"_s, u"answer"_s}}));
    }

    void aCreationThatStoredNothingIsAnError_data()
    {
        fixtureRows({u"0.11.1/423_create_segments_hq_embed_failure"_s, u"1.15.0/s001_createSegments__hq_fail_fresh"_s});
    }
    void aCreationThatStoredNothingIsAnError()
    {
        QFETCH(QString, fixture);
        answerAsRecorded(u"POST "_s + chunks.mid(4), fixture);

        const auto created = await(ChunksApi(*client).create(u"d1"_s, u"a"_s, {{u"one"_s, {}, {}}}));

        QCOMPARE(created.error().kind, ApiError::Kind::Server);
        QVERIFY(created.error().message.startsWith("Nothing was stored"_L1));
    }

    void createReportsADocumentThatIsBeingIndexed()
    {
        answerAsRecorded(u"POST "_s + chunks.mid(4), u"0.15.3/291_create_segments_waiting_document"_s);

        const auto created = await(ChunksApi(*client).create(u"d1"_s, u"a"_s, {{u"one"_s, {}, {}}}));

        QCOMPARE(created.error().kind, ApiError::Kind::Busy);
    }

    void getReadsAChunk()
    {
        answerAsRecorded(chunks + u"/c"_s, u"1.15.0/f046_getSegmentDetail__ok"_s);

        const auto chunk = await(ChunksApi(*client).get(u"d1"_s, u"a"_s, u"c"_s));

        QCOMPARE(chunk->content, u"Delta line about deserts."_s);
        QCOMPARE(chunk->position, 4);
    }

    void getReportsAChunkThatIsGone()
    {
        answerAsRecorded(chunks + u"/c"_s, u"1.15.0/f047_getSegmentDetail__unknown"_s);

        QCOMPARE(await(ChunksApi(*client).get(u"d1"_s, u"a"_s, u"c"_s)).error().kind, ApiError::Kind::NotFound);
    }

    void updateAlwaysSendsTheContent_data()
    {
        fixtureRows({u"0.11.1/354_update_segment_ok"_s, u"0.15.3/354_update_segment_ok"_s,
                     u"1.15.0/f051_updateSegment__content"_s});
    }
    void updateAlwaysSendsTheContent()
    {
        QFETCH(QString, fixture);
        answerAsRecorded(u"POST "_s + chunks.mid(4) + u"/c"_s, fixture);

        ChunkChanges changes(chunkOf(u"text"_s));
        changes.content = u"new text"_s;
        changes.keywords = QStringList{u"k"_s};
        changes.enabled = true;

        const auto chunk = await(ChunksApi(*client).update(u"d1"_s, u"a"_s, u"c"_s, changes));

        QVERIFY(chunk);
        QVERIFY(chunk->content.contains("changed"_L1));
        QCOMPARE(
            sentJson()["segment"_L1].toObject(),
            (QJsonObject{{u"content"_s, u"new text"_s}, {u"keywords"_s, QJsonArray{u"k"_s}}, {u"enabled"_s, true}}));
    }

    void whatIsNotChangedIsNotSent()
    {
        answerAsRecorded(u"POST "_s + chunks.mid(4) + u"/c"_s, u"1.15.0/f051_updateSegment__content"_s);

        QVERIFY(await(ChunksApi(*client).update(u"d1"_s, u"a"_s, u"c"_s, ChunkChanges(chunkOf(u"text"_s)))));

        QCOMPARE(sentJson()["segment"_L1].toObject(), (QJsonObject{{u"content"_s, u"text"_s}}));
    }

    //! Servers break a question whose answer is not named with it (recordings 1.15.0, p014).
    void aQuestionNeverGoesWithoutItsAnswer()
    {
        const Chunk question = recordedChunk(u"1.15.0/p010_updateSegment__qa_both"_s);
        ChunkChanges changes(question);
        changes.content = u"Another question?"_s;

        QVERIFY(!question.answer.isEmpty());
        QCOMPARE(changes.toJson(),
                 (QJsonObject{{u"content"_s, u"Another question?"_s}, {u"answer"_s, question.answer}}));
    }

    //! What is not named is taken away (recordings 1.15.0, m053).
    void theImagesOfAChunkGoWithEveryUpdate()
    {
        const Chunk withImage = recordedChunk(u"1.15.0/m051_updateSegment__hq_attachment"_s);

        QCOMPARE(withImage.attachmentIds.size(), 1);
        QCOMPARE(ChunkChanges(withImage).toJson()["attachment_ids"_L1].toArray().at(0).toString(),
                 withImage.attachmentIds.first());
    }

    //! Servers would disable it and forget the text (reference/wire.md §7, trap 10).
    void aChunkIsNotChangedAndDisabledAtOnce()
    {
        ChunkChanges changes(chunkOf(u"text"_s));
        changes.content = u"new text"_s;
        changes.enabled = false;

        const auto chunk = await(ChunksApi(*client).update(u"d1"_s, u"a"_s, u"c"_s, changes));

        QCOMPARE(chunk.error().kind, ApiError::Kind::BadRequest);
        QVERIFY(network->requests.isEmpty());
    }

    void blankChunksAreNotSent()
    {
        const auto created = await(ChunksApi(*client).create(u"d1"_s, u"a"_s, {{u" \n"_s, {}, {}}}));

        QCOMPARE(created.error().kind, ApiError::Kind::BadRequest);
        QVERIFY(network->requests.isEmpty());
    }

    void aDisabledChunkIsReadAsDisabled()
    {
        answerAsRecorded(u"POST "_s + chunks.mid(4) + u"/c"_s, u"1.15.0/f070_updateSegment__disable"_s);

        ChunkChanges changes(chunkOf(u"x"_s));
        changes.enabled = false;

        const auto chunk = await(ChunksApi(*client).update(u"d1"_s, u"a"_s, u"c"_s, changes));

        QVERIFY(!chunk->enabled);
    }

    void anUpdateThatFailedInTheIndexIsReadAsFailed()
    {
        answerAsRecorded(u"POST "_s + chunks.mid(4) + u"/c"_s, u"1.15.0/m042_updateSegment__hq_fail"_s);

        const auto chunk = await(ChunksApi(*client).update(u"d1"_s, u"a"_s, u"c"_s, ChunkChanges(chunkOf(u"x"_s))));

        QCOMPARE(chunk->status, Chunk::Status::Failed);
    }

    void updateReportsALock()
    {
        answerAsRecorded(u"POST "_s + chunks.mid(4) + u"/c"_s, u"0.11.1/370_update_segment_locked"_s);

        const auto chunk = await(ChunksApi(*client).update(u"d1"_s, u"a"_s, u"c"_s, ChunkChanges(chunkOf(u"x"_s))));

        QCOMPARE(chunk.error().kind, ApiError::Kind::Busy);
    }

    void removeTakesEveryFormOfYes_data()
    {
        fixtureRows({u"0.11.1/378_delete_segment_ok"_s, u"0.15.3/378_delete_segment_ok"_s,
                     u"1.15.0/f084_deleteSegment__ok"_s, u"1.15.0/f085_deleteSegment__again"_s});
    }
    void removeTakesEveryFormOfYes()
    {
        QFETCH(QString, fixture);
        answerAsRecorded(u"DELETE "_s + chunks.mid(4) + u"/c"_s, fixture);

        QVERIFY(await(ChunksApi(*client).remove(u"d1"_s, u"a"_s, u"c"_s)));
    }

    void removeReportsAFailure()
    {
        answerAsRecorded(u"DELETE "_s + chunks.mid(4) + u"/c"_s, u"1.15.0/d081_deleteSegment__indexing_document"_s);

        QCOMPARE(await(ChunksApi(*client).remove(u"d1"_s, u"a"_s, u"c"_s)).error().kind, ApiError::Kind::Server);
    }

private:
    static Chunk chunkOf(const QString &content)
    {
        Chunk chunk;
        chunk.content = content;
        return chunk;
    }

    static Chunk recordedChunk(const QString &fixture)
    {
        const auto answer = FakeNetwork::recorded(fixture);
        return Chunk::fromJson(QJsonDocument::fromJson(answer.body)["data"_L1].toObject());
    }

    const QString chunks = u"GET /v1/datasets/d1/documents/a/segments"_s;
};

LOREDESK_TEST(tst_chunksapi, TestChunksApi)
#include "tst_chunksapi.moc"
