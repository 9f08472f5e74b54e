// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/tagstore.h"

#include "app/engine/store/storeerror.h"
#include "tests/engine/store/storetest.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestTagStore : public StoreTest
{
    Q_OBJECT

private slots:
    void init()
    {
        renew();
        m_base = rowmakers::dataset(db(), u"base"_s);
        m_other = rowmakers::dataset(db(), u"other"_s);
        m_red = tags().create(u"Red"_s);
        m_blue = tags().create(u"Blue"_s);
    }

    void aNameIsTakenOnlyInThisCase()
    {
        QVERIFY_THROWS_EXCEPTION(StoreError, tags().create(u"Red"_s));
        QVERIFY_THROWS_EXCEPTION(StoreError, tags().rename(m_blue, u"Red"_s));
        QCOMPARE(tags().rename(m_red, u"Red"_s).name, u"Red"_s);
        tags().create(u"red"_s);
    }

    void bindingTwiceIsBindingOnceAndUnknownTagsArePassedOver()
    {
        tags().bind(m_base.row, {m_red.id, m_red.id.toUpper(), newId(), m_blue.id});
        QCOMPARE(tags().ofDataset(m_base.row), (QList{m_blue, m_red}));
        QCOMPARE(tags().find(m_red.id)->datasetCount, 1);
        tags().unbind(m_base.row, {m_red.id, newId()});
        QCOMPARE(tags().ofDataset(m_base.row), QList{m_blue});
    }

    void aRemovedTagIsOnNoDataset()
    {
        tags().bind(m_base.row, {m_red.id});
        tags().remove(m_red.row);
        QVERIFY(tags().ofDataset(m_base.row).isEmpty());
        QCOMPARE(tags().list(), QList{m_blue});
    }

    void aDeletedDatasetIsNotCounted()
    {
        tags().bind(m_base.row, {m_red.id});
        tags().bind(m_other.row, {m_red.id});
        DatasetStore(db()).markDeleted(m_other.row);
        QCOMPARE(tags().find(m_red.id)->datasetCount, 1);
        DatasetStore(db()).remove(m_other.row);
        QCOMPARE(tags().list().constLast().datasetCount, 1);
    }

    void datasetsAreListedThatCarryAllOfTheTags()
    {
        tags().bind(m_base.row, {m_red.id, m_blue.id});
        tags().bind(m_other.row, {m_red.id});
        const auto carrying = [this](const QStringList &ids) {
            QStringList names;
            const auto page = DatasetStore(db()).list({{}, ids}, {});
            for (const DatasetRow &row : page.items)
                names.append(row.name);
            return page.total == names.size() ? names : QStringList{u"another total"_s};
        };
        QCOMPARE(carrying({m_red.id}), (QStringList{u"other"_s, u"base"_s}));
        QCOMPARE(carrying({m_red.id, m_blue.id}), QStringList{u"base"_s});
        QCOMPARE(carrying({m_red.id, m_red.id.toUpper()}), (QStringList{u"other"_s, u"base"_s}));
        QCOMPARE(carrying({m_red.id, newId()}), QStringList());
    }

private:
    TagStore tags() const { return TagStore(db()); }

    DatasetRow m_base;
    DatasetRow m_other;
    TagRow m_red;
    TagRow m_blue;
};

LOREDESK_TEST(tst_tagstore, TestTagStore)
#include "tst_tagstore.moc"
