// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/documentspagetest.h"

#include <QHeaderView>
#include <QMenu>

using namespace Qt::Literals::StringLiterals;

//! What the list says of each document, and how wide.
class TestDocumentColumns : public DocumentsPageTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }
    void cleanup() { m_fixture.reset(); }

    void columnsAreChosenByARightClick()
    {
        m_fixture->server.addDocument(m_dataset, u"a"_s);
        open(1);
        QHeaderView *header = m_view->header();
        QVERIFY(header->isSectionHidden(DocumentsModel::TokensColumn));
        emit header->customContextMenuRequested({5, 5});
        auto *menu = header->findChild<QMenu *>(u"columnsMenu"_s);
        QVERIFY(menu);
        menu->actions().at(DocumentsModel::TokensColumn - 1)->trigger();
        QVERIFY(!header->isSectionHidden(DocumentsModel::TokensColumn));
    }

    void eachDatasetKeepsItsOwnColumnsAndOrder()
    {
        m_fixture->server.addDocument(m_dataset, u"b"_s);
        m_fixture->server.addDocument(m_dataset, u"a"_s);
        const QString other = m_fixture->server.addDataset(u"Recipes"_s);
        m_fixture->server.addDocument(other, u"d"_s);
        m_fixture->server.addDocument(other, u"c"_s);
        open(2);
        QHeaderView *header = m_view->header();
        header->setSortIndicator(DocumentsModel::NameColumn, Qt::AscendingOrder);
        header->hideSection(DocumentsModel::AddedColumn);
        header->resizeSection(DocumentsModel::StatusColumn, 123);
        QTRY_COMPARE(WindowFixture::rows(m_view), QStringList({u"a"_s, u"b"_s}));

        show(other, 2);
        QTRY_COMPARE(WindowFixture::rows(m_view), QStringList({u"d"_s, u"c"_s}));
        QCOMPARE(header->sortIndicatorSection(), -1);
        QVERIFY(header->isSectionHidden(DocumentsModel::AddedColumn)); // as it was chosen last
        header->showSection(DocumentsModel::AddedColumn);
        header->resizeSection(DocumentsModel::StatusColumn, 200);

        show(m_dataset, 2);
        QTRY_COMPARE(WindowFixture::rows(m_view), QStringList({u"a"_s, u"b"_s}));
        QCOMPARE(header->sortIndicatorSection(), int(DocumentsModel::NameColumn));
        QVERIFY(header->isSectionHidden(DocumentsModel::AddedColumn));
        QCOMPARE(header->sectionSize(DocumentsModel::StatusColumn), 123);
    }

    void columnsGiveWayInANarrowWindowAndComeBack()
    {
        m_fixture->server.addDocument(m_dataset, u"a.pdf"_s);
        open(1);
        const QHeaderView *header = m_view->header();
        m_fixture->window->resize(960, 640);
        QTRY_VERIFY(header->isSectionHidden(DocumentsModel::HitsColumn));
        QVERIFY(!header->isSectionHidden(DocumentsModel::StatusColumn));
        QVERIFY(header->length() <= header->viewport()->width());

        m_view->header()->resizeSection(DocumentsModel::StatusColumn, 200); // is kept, what gave way is not
        m_fixture->window->resize(1440, 900);
        QTRY_VERIFY(!header->isSectionHidden(DocumentsModel::HitsColumn));
        QVERIFY(!header->isSectionHidden(DocumentsModel::AddedColumn));
        QCOMPARE(header->sectionSize(DocumentsModel::StatusColumn), 200);
    }

    void metadataColumnsLeaveTheOthersTheirWidths()
    {
        for (const auto *name : {"department", "version", "valid until", "contact"})
            m_fixture->server.addMetadataField(QString::fromLatin1(name));
        for (int i = 0; i < 60; ++i) // so that a scroll bar comes
            m_fixture->server.addDocument(m_dataset, u"file %1"_s.arg(i));
        const QString other = m_fixture->server.addDataset(u"Recipes"_s);
        m_fixture->server.addDocument(other, u"c"_s);
        open(60);
        QHeaderView *header = m_view->header();
        const int all = DocumentsModel::ColumnCount + 4;
        QTRY_COMPARE(header->count(), all);
        header->resizeSection(DocumentsModel::StatusColumn, 123);
        const int added = header->sectionSize(DocumentsModel::AddedColumn);
        for (int i = 0; i < 3; ++i) {
            show(other, 1);
            QTRY_COMPARE(header->count(), all);
            show(m_dataset, 60);
            QTRY_COMPARE(header->count(), all);
        }

        QCOMPARE(header->sectionSize(DocumentsModel::StatusColumn), 123);
        QCOMPARE(header->sectionSize(DocumentsModel::WordsColumn), 88);
        QCOMPARE(header->sectionSize(DocumentsModel::HitsColumn), 56);
        QCOMPARE(header->sectionSize(DocumentsModel::AddedColumn), added);
        for (int column = DocumentsModel::ColumnCount; column < all; ++column)
            QVERIFY(header->isSectionHidden(column));
        QTRY_COMPARE(header->length(), header->viewport()->width());
    }
};

LOREDESK_TEST(tst_documentcolumns, TestDocumentColumns)
#include "tst_documentcolumns.moc"
