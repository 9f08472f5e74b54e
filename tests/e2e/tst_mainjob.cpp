// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/chunksmodel.h"
#include "app/models/documentsmodel.h"
#include "app/models/progress.h"
#include "tests/e2e/recordingnetwork.h"
#include "tests/e2e/windowdriver.h"
#include "tests/support/testmain.h"
#include "ui/workplace.h"

#include <QAbstractItemView>
#include <QFile>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 120'000; // milliseconds until something that must come counts as missing

//! Notes the progress of one document each time its list is painted.
class ProgressWatch : public QObject
{
public:
    ProgressWatch(const WindowDriver &driver, const QString &name)
        : m_driver(driver)
        , m_name(name)
    {
        driver.find<QAbstractItemView>(u"documentsView"_s)->viewport()->installEventFilter(this);
    }

    QSet<RecordingNetwork::Counts> seen;
    QString documentId;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::Paint)
            return false;
        const QModelIndex row = m_driver.documentRow(m_name);
        const auto progress = row.data(DocumentsModel::ProgressRole).value<Progress>();
        if (row.isValid())
            documentId = row.data(DocumentsModel::IdRole).toString();
        if (progress.kind == Progress::Kind::Indexing && progress.total > 0 && progress.completed < progress.total)
            seen.insert({progress.completed, progress.total});
        return false;
    }

private:
    const WindowDriver &m_driver;
    QString m_name;
};

} // namespace

//! What Loredesk is for, from end to end: the real window, the real server, real files.
class TestMainJob : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QTemporaryDir m_files;

    QString file(const QString &name) const { return m_files.filePath(name); }

    void write(const QString &name, const QByteArray &content)
    {
        QFile target(file(name));
        QVERIFY(target.open(QIODevice::WriteOnly));
        QCOMPARE(target.write(content), content.size());
    }

    //! Five megabytes of lines that differ.
    static QByteArray bigText()
    {
        QByteArray text;
        for (int line = 0; text.size() < 5'000'000; ++line) {
            text += "Measure " + QByteArray::number(line) + " of the long report: valve "
                    + QByteArray::number(line % 97) + " held at " + QByteArray::number(line * 7 % 1013)
                    + " kPa for a quarter of an hour.\n\n";
        }
        return text;
    }

    void dropAndWatch(WindowDriver &driver, const RecordingNetwork &network);
    void editChunk(WindowDriver &driver);

private slots:
    void initTestCase()
    {
        QVERIFY(QFile::copy(QStringLiteral(FIXTURES) + u"/engine/extract/recorded/files/pages.pdf"_s,
                            file(u"guide.pdf"_s)));
        QVERIFY(QFile::copy(QStringLiteral(FIXTURES) + u"/engine/extract/recorded/files/word.docx"_s,
                            file(u"minutes.docx"_s)));
        write(u"手册.md"_s, "# 使用手册\n\n企鹅不会飞，但是游得很快。\n\n## 维护\n\n每个月检查一次水温。\n"_ba);
        write(u"broken.pdf"_s, "%PDF-1.7\nthis was cut off"_ba);
        write(u"report.txt"_s, bigText());
    }

    void filesAreIndexedAChunkIsEditedAndFoundAgain()
    {
        RecordingNetwork network;
        {
            WindowDriver driver(m_folder.path(), network, true);
            dropAndWatch(driver, network);
            if (QTest::currentTestFailed())
                return;
            editChunk(driver);
        }
        if (QTest::currentTestFailed())
            return;

        WindowDriver again(m_folder.path(), network, true);
        QTRY_VERIFY_WITH_TIMEOUT(again.chooseDataset(u"Trial"_s), patience);
        QTRY_COMPARE_WITH_TIMEOUT(again.documentCount(), 5, patience);
        QCOMPARE(again.status(u"手册.md"_s), Document::Status::Available);
        QCOMPARE(again.retrieve(u"海豚"_s).size(), 1);
        QCOMPARE(again.retrieve(u"企鹅"_s), QStringList());
    }
};

void TestMainJob::dropAndWatch(WindowDriver &driver, const RecordingNetwork &network)
{
    ProgressWatch watch(driver, u"report.txt"_s);
    driver.drop({file(u"guide.pdf"_s), file(u"minutes.docx"_s), file(u"手册.md"_s), file(u"broken.pdf"_s),
                 file(u"report.txt"_s)});
    driver.startUpload(u"Trial"_s);

    QTRY_COMPARE_WITH_TIMEOUT(driver.documentCount(), 5, patience);
    for (const auto &name : {u"guide.pdf"_s, u"minutes.docx"_s, u"手册.md"_s, u"report.txt"_s})
        QTRY_COMPARE_WITH_TIMEOUT(driver.status(name), Document::Status::Available, patience);
    QTRY_COMPARE_WITH_TIMEOUT(driver.status(u"broken.pdf"_s), Document::Status::Failed, patience);

    const QModelIndex broken = driver.documentRow(u"broken.pdf"_s);
    const QString reason = broken.data(DocumentsModel::ErrorRole).toString();
    QVERIFY2(reason.contains(u"PDF"_s), qPrintable(reason));
    const QString shown = broken.siblingAtColumn(DocumentsModel::StatusColumn).data().toString();
    QVERIFY2(shown.contains(reason), qPrintable(shown));

    QVERIFY2(watch.seen.size() >= 3, qPrintable(u"%1 values were seen"_s.arg(watch.seen.size())));
    for (const auto &counts : std::as_const(watch.seen))
        QVERIFY2(network.hasAnswered(watch.documentId, counts),
                 qPrintable(u"%1 of %2 was never answered"_s.arg(counts.first).arg(counts.second)));
}

void TestMainJob::editChunk(WindowDriver &driver)
{
    QCOMPARE(driver.retrieve(u"企鹅"_s).size(), 1);
    QCOMPARE(driver.retrieve(u"海豚"_s), QStringList());
    driver.trigger(u"goDocuments"_s);

    driver.openDocument(u"手册.md"_s);
    auto *chunks = driver.find<QAbstractItemView>(u"chunksView"_s);
    QPersistentModelIndex wanted;
    for (int row = 0; row < chunks->model()->rowCount(); ++row) {
        if (chunks->model()->index(row, 0).data().toString().contains(u"企鹅"_s))
            wanted = chunks->model()->index(row, 0);
    }
    QVERIFY(wanted.isValid());
    QTest::mouseClick(chunks->viewport(), Qt::LeftButton, {}, chunks->visualRect(wanted).center());

    auto *text = driver.find<QPlainTextEdit>(u"chunkText"_s);
    QTRY_VERIFY(text->toPlainText().contains(u"企鹅"_s));
    text->selectAll();
    text->insertPlainText(u"海豚游得很快。"_s);
    driver.trigger(u"chunkSave"_s);
    QTRY_COMPARE_WITH_TIMEOUT(wanted.data(ChunksModel::ContentRole).toString(), u"海豚游得很快。"_s, patience);

    QCOMPARE(driver.retrieve(u"海豚"_s), QStringList{u"海豚游得很快。"_s});
    QCOMPARE(driver.retrieve(u"企鹅"_s), QStringList());
}

LOREDESK_TEST(tst_mainjob, TestMainJob)
#include "tst_mainjob.moc"
