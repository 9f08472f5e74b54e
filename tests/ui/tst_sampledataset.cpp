// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/windowfixture.h"
#include "ui/dialogs/handbookwindow.h"
#include "ui/sampledataset.h"

#include <QListWidget>
#include <QSignalSpy>
#include <QTextBrowser>

using namespace Qt::Literals::StringLiterals;

class TestSampleDataset : public QObject
{
    Q_OBJECT

private slots:
    void theFirstStartIndexesTheHandbook()
    {
        WindowFixture fixture;
        const SampleDataset sample(fixture.backend);
        QSignalSpy created(&sample, &SampleDataset::created);
        fixture.open();

        QTRY_COMPARE(fixture.queue.summary().count(Transfer::State::Finished), HandbookWindow::chapters().size());
        QCOMPARE(created.size(), 1);
        QCOMPARE(fixture.server.datasets.first()["name"_L1].toString(), u"Handbook"_s);
        QCOMPARE(fixture.server.documents.size(), HandbookWindow::chapters().size());
    }

    void theSecondStartLeavesADeletedHandbookAlone()
    {
        WindowFixture fixture;
        fixture.settings.setValue(u"sample/created"_s, true);
        const SampleDataset sample(fixture.backend);
        fixture.server.addDataset(u"Mine"_s);
        fixture.open();
        QTRY_COMPARE(fixture.datasets.rowCount(fixture.datasets.index(0, 0)), 1);
        QCOMPARE(fixture.server.datasets.size(), 1);
    }

    void aFolderThatWasUsedBeforeGetsNone()
    {
        WindowFixture fixture;
        fixture.server.addDataset(u"Mine"_s);
        const SampleDataset sample(fixture.backend);
        fixture.open();
        QTRY_VERIFY(fixture.settings.value(u"sample/created"_s).toBool());
        QCOMPARE(fixture.server.datasets.size(), 1);
    }

    void theHandbookCanBeRead()
    {
        HandbookWindow window;
        auto *chapters = window.findChild<QListWidget *>(u"handbookChapters"_s);
        auto *text = window.findChild<QTextBrowser *>(u"handbookText"_s);
        QVERIFY(chapters->count() >= 9);
        QCOMPARE(chapters->item(0)->text(), u"Getting started"_s);
        const QString first = text->toPlainText();
        QVERIFY(first.startsWith(u"Getting started"_s));
        chapters->setCurrentRow(1);
        QVERIFY(text->toPlainText() != first);
    }

    void theHandbookIsInTheLanguageOfThePerson()
    {
        const QLocale before;
        const auto english = HandbookWindow::chapters();
        QLocale::setDefault(QLocale(u"de_AT"_s));
        const auto german = HandbookWindow::chapters();
        QLocale::setDefault(QLocale(u"eo"_s));
        const auto none = HandbookWindow::chapters();
        QLocale::setDefault(before);

        QCOMPARE(none, english);
        QCOMPARE(german.size(), english.size());
        for (const QString &path : german)
            QVERIFY2(path.startsWith(u":/handbook/de/"_s), qPrintable(path));
        QVERIFY(german.first().endsWith(u"erste-schritte.md"_s));
    }
};

LOREDESK_TEST(tst_sampledataset, TestSampleDataset)
#include "tst_sampledataset.moc"
