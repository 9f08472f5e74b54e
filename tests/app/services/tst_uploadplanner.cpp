// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/uploadplanner.h"

#include "tests/app/services/fakedataset.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

using SameName = UploadCandidate::SameName;

class TestUploadPlanner : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_dataset = std::make_unique<FakeDataset>();
    }

    void walksInAWorkerAndMarksTheNamesOfTheDataset()
    {
        write(u"a.txt"_s);
        write(u"b.txt"_s);
        m_dataset->add(u"b.txt"_s, u"completed"_s);
        UploadPlanner planner;
        planner.setTarget(m_dataset->api, u"d"_s, UploadLimits::ofDify());
        planner.setPaths({m_dir->path()});
        QVERIFY(planner.isWalking());
        QTRY_VERIFY(!planner.isWalking() && planner.namesKnown());
        QCOMPARE(planner.plan().files.size(), 2);
        QCOMPARE(planner.plan().files.at(0).sameName, SameName::None);
        QCOMPARE(planner.plan().files.at(1).sameName, SameName::InDataset);
        QCOMPARE(planner.existingIds(u"b.txt"_s), QStringList{m_dataset->documents.first().id});
    }

    void anotherTargetHasOtherNamesAndLimits()
    {
        write(u"a.txt"_s);
        m_dataset->add(u"a.txt"_s, u"completed"_s);
        m_dataset->network.answer(u"GET /v1/datasets/e/documents?page=1&limit=100"_s,
                                  QJsonObject{{u"data"_s, QJsonArray()}, {u"total"_s, 0}});
        UploadPlanner planner;
        planner.setPaths({m_dir->path()});
        planner.setTarget(m_dataset->api, u"d"_s, UploadLimits::ofDify());
        QTRY_COMPARE(planner.plan().files.value(0).sameName, SameName::InDataset);

        planner.setTarget(m_dataset->api, u"e"_s, {100, {u"pdf"_s}});
        QTRY_VERIFY(planner.namesKnown() && !planner.isWalking());
        QVERIFY(planner.plan().files.isEmpty());
        QCOMPARE(planner.plan().leftOut.value(0).reason, LeftOut::Reason::Unsupported);
    }

    void filesOutsideTheLimitsAreSentWhereThatIsWanted()
    {
        write(u"a.txt"_s);
        write(u"b.org"_s);
        m_dataset->add(u"b.org"_s, u"completed"_s);
        UploadPlanner planner;
        planner.setTarget(m_dataset->api, u"d"_s, UploadLimits::ofDify());
        planner.setPaths({m_dir->path()});
        QTRY_VERIFY(!planner.isWalking() && planner.namesKnown());
        QCOMPARE(planner.outsideLimits(), 1);
        QCOMPARE(planner.plan().files.size(), 1);

        planner.setSendsAnyway(true);
        QTRY_VERIFY(planner.namesKnown());
        QCOMPARE(planner.plan().files.size(), 2);
        QCOMPARE(planner.plan().files.at(1).sameName, SameName::InDataset);
        QCOMPARE(planner.outsideLimits(), 1);

        planner.setSendsAnyway(false);
        QCOMPARE(planner.plan().leftOut.size(), 1);
        planner.setSendsAnyway(true);
        planner.setTarget(m_dataset->api, {}, {100, {u"txt"_s}});
        QTRY_VERIFY(!planner.isWalking() && planner.namesKnown());
        QVERIFY(!planner.sendsAnyway()); // it was said of another server
    }

    void namesThatCannotBeReadAreSaidToBeUnknown()
    {
        write(u"a.txt"_s);
        m_dataset->network.answer(u"GET /v1/datasets/d/documents?page=1&limit=100"_s,
                                  QJsonObject{{u"message"_s, u"no"_s}}, 500);
        UploadPlanner planner;
        planner.setTarget(m_dataset->api, u"d"_s, UploadLimits::ofDify());
        planner.setPaths({m_dir->path()});
        QTRY_COMPARE(planner.namesState(), LoadState::Failed);
        QVERIFY(!planner.namesKnown());
        QCOMPARE(planner.namesError().message, u"no"_s);
    }

    void aDatasetThatIsYetToBeMadeHasNoNames()
    {
        write(u"a.txt"_s);
        UploadPlanner planner;
        QVERIFY(!planner.namesKnown());
        planner.setTarget(m_dataset->api, {}, UploadLimits::ofDify());
        planner.setPaths({m_dir->path()});
        QTRY_VERIFY(!planner.isWalking() && planner.namesKnown());
        QCOMPARE(planner.plan().files.size(), 1);
        QVERIFY(m_dataset->network.requests.isEmpty());
    }

    void canBeDeletedWhileItWalks()
    {
        for (int number = 0; number < 300; ++number)
            write(u"%1.txt"_s.arg(number));
        auto planner = std::make_unique<UploadPlanner>();
        planner->setTarget(m_dataset->api, u"d"_s, UploadLimits::ofDify());
        planner->setPaths({m_dir->path()});
        planner.reset();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(30'000));
    }

    void twoThousandFilesAreFound()
    {
        for (int number = 0; number < 2000; ++number)
            write(u"%1.txt"_s.arg(number));
        UploadPlanner planner;
        planner.setTarget(m_dataset->api, u"d"_s, UploadLimits::ofDify());
        planner.setPaths({m_dir->path()});
        QTRY_VERIFY_WITH_TIMEOUT(!planner.isWalking(), 60'000);
        QCOMPARE(planner.plan().files.size(), 2000);
        QVERIFY(planner.found() > 0);
    }

private:
    void write(const QString &name) const
    {
        QFile file(m_dir->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("x");
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeDataset> m_dataset;
};

LOREDESK_TEST(tst_uploadplanner, TestUploadPlanner)
#include "tst_uploadplanner.moc"
