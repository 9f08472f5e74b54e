// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/chunksmodel.h"

#include "app/api/childchunksapi.h"
#include "app/api/chunksapi.h"
#include "tests/app/models/fakelist.h"
#include "tests/app/models/treetext.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

class TestChunksModel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<FakeList>(u"/datasets/d/documents/o/segments"_s);
        m_api = std::make_unique<ChunksApi>(m_server->client);
        m_childApi = std::make_unique<ChildChunksApi>(m_server->client);
        m_model = std::make_unique<ChunksModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_childApi.reset();
        m_api.reset();
        m_chunkAnswers = {};
        m_server.reset();
    }

    void showsChunksAndBelowThemTheirChildren()
    {
        m_server->rows = {chunk(1, u"One"_s, {u"O"_s, u"ne"_s}), chunk(2, u"Two\n\nlines"_s)};
        load();
        QCOMPARE(treeText(*m_model), (QStringList{u"One"_s, u" O"_s, u" ne"_s, u"Two lines"_s}));
        const QModelIndex child = m_model->index(1, 0, m_model->index(0, 0));
        QCOMPARE(child.data(ChunksModel::NumberRole).toString(), u"1.2"_s);
        QCOMPARE(child.data(ChunksModel::ContentRole).toString(), u"ne"_s);
        QCOMPARE(m_model->childChunk(child)->content, u"ne"_s);
        QCOMPARE(m_model->chunk(child)->id, u"c1"_s);
        QCOMPARE(m_model->index(1, 0).data(ChunksModel::ContentRole).toString(), u"Two\n\nlines"_s);
        QCOMPARE(m_model->childChunk(m_model->index(1, 0)), nullptr);
    }

    void anAnswerToAnEditReplacesTheRowAndItsChildren()
    {
        m_server->rows = {chunk(1, u"One"_s, {u"a"_s, u"b"_s, u"c"_s}), chunk(2, u"Two"_s)};
        load();
        const QPersistentModelIndex kept = m_model->index(2, 0, m_model->index(0, 0));

        Chunk answer = Chunk::fromJson(chunk(1, u"Uno"_s, {u"a"_s, u"b"_s, u"c"_s}));
        answer.children.remove(1);
        answer.children[1].content = u"changed"_s;
        m_model->put(answer);
        QCOMPARE(treeText(*m_model), (QStringList{u"Uno"_s, u" a"_s, u" changed"_s, u"Two"_s}));
        QCOMPARE(kept.row(), 1);

        ChildChunk added;
        added.id = u"new"_s;
        added.content = u"new"_s;
        answer.children.insert(1, added);
        m_model->put(answer);
        QCOMPARE(treeText(*m_model), (QStringList{u"Uno"_s, u" a"_s, u" new"_s, u" changed"_s, u"Two"_s}));
        QCOMPARE(kept.row(), 2);
    }

    void aNewChunkGoesWhereItsPositionSays()
    {
        m_server->rows = {chunk(1, u"One"_s, {u"x"_s}), chunk(3, u"Three"_s, {u"y"_s})};
        load();
        const QPersistentModelIndex child = m_model->index(0, 0, m_model->index(1, 0));
        m_model->put(Chunk::fromJson(chunk(2, u"Two"_s)));
        m_model->put(Chunk::fromJson(chunk(4, u"Four"_s)));
        QCOMPARE(treeText(*m_model), (QStringList{u"One"_s, u" x"_s, u"Two"_s, u"Three"_s, u" y"_s, u"Four"_s}));
        QCOMPARE(child.parent().row(), 2);
        QCOMPARE(m_model->total(), 4);
    }

    void aDeletedChunkGoesWithItsChildren()
    {
        m_server->rows = {chunk(1, u"One"_s, {u"x"_s}), chunk(2, u"Two"_s)};
        load();
        const QPersistentModelIndex child = m_model->index(0, 0, m_model->index(0, 0));
        m_model->remove(u"c1"_s);
        QCOMPARE(treeText(*m_model), QStringList{u"Two"_s});
        QVERIFY(!child.isValid());
    }

    void childrenThatDidNotComeWithTheirChunkAreReadWhenSomebodyLooks()
    {
        m_tester.reset(); // it looks everywhere
        m_server->rows = {chunk(1, u"One"_s), chunk(2, u"Two"_s)};
        serveChildren({{u"c2"_s, {u"T"_s, u"wo"_s}}});
        load(m_childApi.get());
        const QModelIndex second = m_model->index(1, 0);
        QCOMPARE(treeText(*m_model), (QStringList{u"One"_s, u"Two"_s}));
        QVERIFY(m_model->hasChildren(second));
        QCOMPARE(m_model->childCount(u"c2"_s), -1);
        QCOMPARE(childRequests(), 0);

        m_model->fetchMore(second);
        QTRY_COMPARE(treeText(*m_model), (QStringList{u"One"_s, u"Two"_s, u" T"_s, u" wo"_s}));
        QCOMPARE(childRequests(), 1);
        QCOMPARE(m_model->childCount(u"c2"_s), 2);
        QVERIFY(!m_model->canFetchMore(second));
    }

    void childrenComePageByPage()
    {
        m_tester.reset(); // it would ask for all of them
        QStringList many;
        for (int number = 1; number <= 150; ++number)
            many.append(QString::number(number));
        m_server->rows = {chunk(1, u"Whole text"_s)};
        serveChildren({{u"c1"_s, many}});
        load(m_childApi.get());
        const QModelIndex whole = m_model->index(0, 0);
        m_model->fetchMore(whole);
        QTRY_COMPARE(m_model->rowCount(whole), 100);
        QVERIFY(m_model->canFetchMore(whole));
        m_model->fetchMore(whole);
        QTRY_COMPARE(m_model->rowCount(whole), 150);
        QCOMPARE(m_model->index(149, 0, whole).data(ChunksModel::NumberRole).toString(), u"1.150"_s);
    }

    void aChunkWithoutChildrenCannotBeOpenedAnyMoreOnceThatIsKnown()
    {
        m_server->rows = {chunk(1, u"One"_s)};
        serveChildren({});
        load(m_childApi.get());
        m_model->fetchMore(m_model->index(0, 0));
        QTRY_VERIFY(!m_model->hasChildren(m_model->index(0, 0)));
    }

    void childrenThatCannotBeReadAreToldAndAskedForAgain()
    {
        m_tester.reset();
        m_server->rows = {chunk(1, u"One"_s)};
        int asked = 0;
        respondToChildren([&asked](const QString &, int, int) {
            return ++asked == 1 ? FakeNetwork::Answer{.status = 400, .body = R"({"code":"x","message":"No."})"}
                                : FakeNetwork::Answer{.body = R"({"data":[{"id":"a","content":"a"}],"total":1})"};
        });
        load(m_childApi.get());
        QSignalSpy failed(m_model.get(), &ChunksModel::childrenFailed);
        m_model->fetchMore(m_model->index(0, 0));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(m_model->canFetchMore(m_model->index(0, 0)));
        m_model->fetchMore(m_model->index(0, 0));
        QTRY_COMPARE(treeText(*m_model), (QStringList{u"One"_s, u" a"_s}));
    }

    void aChildIsChangedAddedAndDeletedInPlace()
    {
        m_server->rows = {chunk(1, u"One"_s, {u"a"_s, u"b"_s}), chunk(2, u"Two"_s)};
        load();
        const QPersistentModelIndex kept = m_model->indexOfChild(u"c1"_s, u"b"_s);
        m_model->putChild(u"c1"_s, child(u"a"_s, u"changed"_s, 1));
        m_model->putChild(u"c1"_s, child(u"new"_s, u"new"_s, 3));
        m_model->putChild(u"c2"_s, child(u"first"_s, u"first"_s, 1));
        QCOMPARE(treeText(*m_model), (QStringList{u"One"_s, u" changed"_s, u" b"_s, u" new"_s, u"Two"_s, u" first"_s}));
        m_model->removeChild(u"c1"_s, u"a"_s);
        QCOMPARE(treeText(*m_model), (QStringList{u"One"_s, u" b"_s, u" new"_s, u"Two"_s, u" first"_s}));
        QCOMPARE(kept.row(), 0);
    }

    void aChildOfAChunkNobodyOpenedComesWithItsSiblings()
    {
        m_tester.reset();
        m_server->rows = {chunk(1, u"Whole"_s)};
        serveChildren({{u"c1"_s, {u"a"_s, u"b"_s}}});
        load(m_childApi.get());
        m_model->putChild(u"c1"_s, child(u"b"_s, u"b"_s, 2));
        QTRY_COMPARE(treeText(*m_model), (QStringList{u"Whole"_s, u" a"_s, u" b"_s}));
    }

    void childrenThatWereMadeAnewAreReadAgain()
    {
        m_tester.reset();
        m_server->rows = {chunk(1, u"Whole"_s)};
        serveChildren({{u"c1"_s, {u"a"_s, u"b"_s}}});
        load(m_childApi.get());
        m_model->fetchChildren(u"c1"_s);
        QTRY_COMPARE(m_model->rowCount(m_model->index(0, 0)), 2);
        serveChildren({{u"c1"_s, {u"x"_s}}});
        m_model->put(Chunk::fromJson(chunk(1, u"Another text"_s)));
        QTRY_COMPARE(treeText(*m_model), (QStringList{u"Another text"_s, u" x"_s}));
    }

    void aKeywordAsksTheServer()
    {
        m_server->rows = {chunk(1, u"apple"_s), chunk(2, u"pear"_s)};
        load();
        m_model->setKeyword(u"pea"_s);
        m_model->fetchMore({});
        QTRY_COMPARE(treeText(*m_model), QStringList{u"pear"_s});
        QVERIFY(m_server->network.names().constLast().endsWith(u"keyword=pea"_s));
        m_model->setKeyword({});
        m_model->fetchMore({});
        QTRY_COMPARE(m_model->rowCount(), 2);
    }

    void reloadKeepsRowsAndShowsWhatChanged()
    {
        m_server->rows = {chunk(1, u"One"_s, {u"x"_s}), chunk(2, u"Two"_s), chunk(3, u"Three"_s)};
        load();
        const QPersistentModelIndex current = m_model->indexOf(u"c3"_s);
        m_server->rows = {chunk(1, u"One"_s, {u"x"_s, u"z"_s}), chunk(3, u"Drei"_s)};
        m_model->reload();
        QTRY_COMPARE(treeText(*m_model), (QStringList{u"One"_s, u" x"_s, u" z"_s, u"Drei"_s}));
        QCOMPARE(current.row(), 1);
    }

    void chunksComePageByPage()
    {
        for (int number = 1; number <= 150; ++number)
            m_server->rows.append(chunk(number, QString::number(number)));
        m_model->open(*m_api, u"d"_s, u"o"_s);
        m_model->fetchMore({});
        QTRY_COMPARE(m_model->rowCount(), 100);
        QCOMPARE(m_model->total(), 150);
        m_model->fetchAll();
        QTRY_COMPARE(m_model->state(), LoadState::Complete);
        QCOMPARE(m_model->index(149, 0).data(ChunksModel::NumberRole).toString(), u"150"_s);
    }

private:
    static QJsonObject chunk(int number, const QString &content, const QStringList &children = {})
    {
        QJsonArray childChunks;
        for (const QString &child : children)
            childChunks.append(
                QJsonObject{{u"id"_s, child}, {u"content"_s, child}, {u"position"_s, childChunks.size() + 1}});
        return {{u"id"_s, u"c%1"_s.arg(number)},
                {u"position"_s, number},
                {u"content"_s, content},
                {u"child_chunks"_s, childChunks}};
    }

    static ChildChunk child(const QString &id, const QString &content, int position)
    {
        ChildChunk made;
        made.id = id;
        made.content = content;
        made.position = position;
        return made;
    }

    using ChildAnswer = std::function<FakeNetwork::Answer(const QString &chunkId, int page, int limit)>;

    void respondToChildren(const ChildAnswer &answer)
    {
        auto rest = m_chunkAnswers ? m_chunkAnswers : m_server->network.respond;
        m_chunkAnswers = rest;
        m_server->network.respond = [rest, answer](const FakeNetwork::Request &request) {
            const QUrl url = request.request.url();
            if (!url.path().endsWith("/child_chunks"_L1))
                return rest(request);
            const QUrlQuery query(url);
            return std::optional(answer(url.path().section(u'/', -2, -2), query.queryItemValue(u"page"_s).toInt(),
                                        query.queryItemValue(u"limit"_s).toInt()));
        };
    }

    void serveChildren(const QHash<QString, QStringList> &children)
    {
        respondToChildren([children](const QString &chunkId, int page, int limit) {
            const QStringList all = children.value(chunkId);
            QJsonArray data;
            for (qsizetype i = (page - 1) * limit; i < qMin<qsizetype>(all.size(), page * limit); ++i)
                data.append(QJsonObject{{u"id"_s, all[i]}, {u"content"_s, all[i]}, {u"position"_s, i + 1}});
            const QJsonObject body{{u"data"_s, data}, {u"total"_s, all.size()}, {u"page"_s, page}};
            return FakeNetwork::Answer{.body = QJsonDocument(body).toJson()};
        });
    }

    int childRequests() const
    {
        const auto names = m_server->network.names();
        return static_cast<int>(names.filter(u"/child_chunks"_s).size());
    }

    void load(const ChildChunksApi *childApi = nullptr)
    {
        m_model->open(*m_api, u"d"_s, u"o"_s, childApi);
        m_model->fetchAll();
        QTRY_COMPARE(m_model->state(), LoadState::Complete);
    }

    std::unique_ptr<FakeList> m_server;
    std::unique_ptr<ChunksApi> m_api;
    std::unique_ptr<ChildChunksApi> m_childApi;
    decltype(FakeNetwork::respond) m_chunkAnswers; //!< Of everything but child chunks.
    std::unique_ptr<ChunksModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

LOREDESK_TEST(tst_chunksmodel, TestChunksModel)
#include "tst_chunksmodel.moc"
