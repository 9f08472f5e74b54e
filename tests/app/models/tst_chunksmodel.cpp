// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/chunksmodel.h"

#include "app/api/chunksapi.h"
#include "tests/app/models/fakelist.h"
#include "tests/app/models/treetext.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestChunksModel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<FakeList>(u"/datasets/d/documents/o/segments"_s);
        m_api = std::make_unique<ChunksApi>(m_server->client);
        m_model = std::make_unique<ChunksModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_api.reset();
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

    void aKeywordAsksTheServer()
    {
        m_server->rows = {chunk(1, u"apple"_s), chunk(2, u"pear"_s)};
        load();
        m_model->setKeyword(u"pea"_s);
        m_model->fetchMore({});
        QTRY_COMPARE(treeText(*m_model), QStringList{u"pear"_s});
        QVERIFY(m_server->network.names().last().endsWith(u"keyword=pea"_s));
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

    void load()
    {
        m_model->open(*m_api, u"d"_s, u"o"_s);
        m_model->fetchAll();
        QTRY_COMPARE(m_model->state(), LoadState::Complete);
    }

    std::unique_ptr<FakeList> m_server;
    std::unique_ptr<ChunksApi> m_api;
    std::unique_ptr<ChunksModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

LOREDESK_TEST(tst_chunksmodel, TestChunksModel)
#include "tst_chunksmodel.moc"
