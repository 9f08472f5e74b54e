// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/singleinstance.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::Literals::StringLiterals;

class TestSingleInstance : public QObject
{
    Q_OBJECT

private slots:
    void aSecondStartHandsItsFilesOver()
    {
        QTemporaryDir folder;
        SingleInstance first(folder.path());
        QVERIFY(first.claim());
        QSignalSpy received(&first, &SingleInstance::filesReceived);

        // The second start waits for its answer, so it runs beside the first one's event loop.
        bool claimed = true;
        bool handedOver = false;
        const std::unique_ptr<QThread> second(QThread::create([&] {
            SingleInstance instance(folder.path());
            claimed = instance.claim();
            handedOver = instance.handOver({u"/tmp/ä b.txt"_s, u"/tmp/c"_s});
        }));
        second->start();
        QTRY_VERIFY(second->isFinished());

        QVERIFY(!claimed);
        QVERIFY(handedOver);
        QCOMPARE(received.size(), 1);
        QCOMPARE(received.first().first().toStringList(), QStringList({u"/tmp/ä b.txt"_s, u"/tmp/c"_s}));
    }

    void anotherDataFolderIsAnotherWindow()
    {
        QTemporaryDir one;
        QTemporaryDir two;
        SingleInstance first(one.path());
        SingleInstance second(two.path());
        QVERIFY(first.claim());
        QVERIFY(second.claim());
    }

    void theNextStartAfterTheEndIsAFirstOne()
    {
        QTemporaryDir folder;
        {
            SingleInstance first(folder.path());
            QVERIFY(first.claim());
        }
        SingleInstance next(folder.path());
        QVERIFY(next.claim());
    }

    void aFolderWithoutAWindowTakesNothing()
    {
        QTemporaryDir folder;
        SingleInstance second(folder.path());
        QVERIFY(!second.handOver({u"/tmp/a"_s}));
    }
};

LOREDESK_TEST(tst_singleinstance, TestSingleInstance)
#include "tst_singleinstance.moc"
