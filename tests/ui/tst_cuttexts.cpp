// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/documentsmodel.h"
#include "tests/support/testmain.h"
#include "tests/ui/windowfixture.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/treeview.h"

#include <QHeaderView>

using namespace Qt::Literals::StringLiterals;

//! What is never cut, however long a name or a word of the language is.
class TestCutTexts : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_font = QApplication::font();
        QFont large = m_font;
        large.setPixelSize(18); // as wide as longer words
        QApplication::setFont(large);
        m_fixture = std::make_unique<WindowFixture>();
    }

    void cleanup()
    {
        m_fixture.reset();
        QApplication::setFont(m_font);
    }

    void theTimeAtWhichADocumentWasAddedIsShownWhole()
    {
        const QString dataset = m_fixture->server.addDataset(u"Handbook"_s);
        const qint64 anHourAgo = QDateTime::currentSecsSinceEpoch() - 59 * 60;
        m_fixture->server.addDocument(dataset, u"a.pdf"_s, {{u"created_at"_s, anHourAgo}});
        m_fixture->openWith(dataset);
        auto *view = m_fixture->child<TreeView>(u"documentsView"_s);
        QTRY_COMPARE(WindowFixture::rows(view, DocumentsModel::AddedColumn), QStringList{u"59 min ago"_s});
        const int wanted = static_cast<QAbstractItemView *>(view)->sizeHintForColumn(DocumentsModel::AddedColumn);
        QVERIFY2(view->header()->sectionSize(DocumentsModel::AddedColumn) >= wanted, qPrintable(u"%1"_s.arg(wanted)));
    }

    void theNumberOfChunksIsShownAlsoAfterALongName()
    {
        const QString dataset = m_fixture->server.addDataset(u"Handbook"_s);
        const QString document = m_fixture->server.addDocument(dataset, u"the minutes of "_s.repeated(8) + u".pdf"_s);
        m_fixture->server.addChunk(document, u"one"_s);
        m_fixture->server.addChunk(document, u"two"_s);
        m_fixture->openWith(dataset);
        auto *view = m_fixture->child<TreeView>(u"documentsView"_s);
        QTRY_COMPARE(view->model()->rowCount(), 1);
        view->setCurrentIndex(view->model()->index(0, 0));
        const auto *title = m_fixture->child<ElidedLabel>(u"chunksTitle"_s);
        const QString number = u"2 chunk(s)"_s; // without a translation
        QTRY_VERIFY(title->text().endsWith(number));
        QVERIFY(title->shownText().size() < title->text().size());
        QVERIFY2(title->shownText().endsWith(number), qPrintable(title->shownText()));
    }

private:
    std::unique_ptr<WindowFixture> m_fixture;
    QFont m_font;
};

LOREDESK_TEST(tst_cuttexts, TestCutTexts)
#include "tst_cuttexts.moc"
