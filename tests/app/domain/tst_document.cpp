// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/document.h"
#include "app/domain/indexingstatus.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Status = Document::Status;

class TestDocument : public QObject
{
    Q_OBJECT

private slots:
    void theStatusIsWhatIsDisplayedOrElseDerived_data()
    {
        QTest::addColumn<QJsonObject>("object");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QJsonObject &object, Status status) {
            QTest::newRow(name) << object << int(status);
        };
        row("displayed", {{u"display_status"_s, u"paused"_s}, {u"indexing_status"_s, u"splitting"_s}}, Status::Paused);
        row("a word of the future", {{u"display_status"_s, u"dreaming"_s}, {u"indexing_status"_s, u"error"_s}},
            Status::Failed);
        row("completed", {{u"indexing_status"_s, u"completed"_s}, {u"enabled"_s, true}}, Status::Available);
        row("disabled", {{u"indexing_status"_s, u"completed"_s}, {u"enabled"_s, false}}, Status::Disabled);
        row("archived", {{u"indexing_status"_s, u"completed"_s}, {u"enabled"_s, false}, {u"archived"_s, true}},
            Status::Archived);
        row("waiting", {{u"indexing_status"_s, u"waiting"_s}}, Status::Queuing);
        row("parsing", {{u"indexing_status"_s, u"parsing"_s}}, Status::Indexing);
        row("paused", {{u"indexing_status"_s, u"paused"_s}}, Status::Paused);
    }
    void theStatusIsWhatIsDisplayedOrElseDerived()
    {
        QFETCH(QJsonObject, object);
        QFETCH(int, status);
        QCOMPARE(int(Document::fromJson(object).status), status);
    }

    void theDetailFormsLengthComesFromItsAverage()
    {
        const QJsonObject detail{{u"id"_s, u"d"_s}, {u"segment_count"_s, 5}, {u"average_segment_length"_s, 195}};
        QCOMPARE(Document::fromJson(detail).wordCount, 975);
    }

    void progressNeverExceedsItsTotal()
    {
        const auto status = IndexingStatus::fromJson(
            {{u"completed_segments"_s, 1}, {u"total_segments"_s, 0}, {u"indexing_status"_s, u"waiting"_s}});

        QCOMPARE(status.completedSegments, 0);
    }

    void progressIsNeverNegative()
    {
        const auto status = IndexingStatus::fromJson({{u"completed_segments"_s, -5}, {u"total_segments"_s, -1}});

        QCOMPARE(status.completedSegments, 0);
        QCOMPARE(status.totalSegments, 0);
    }

    void whatIsCompletedFailedOrPausedIsFinal()
    {
        using Stage = IndexingStatus::Stage;
        QVERIFY(isFinal(Stage::Completed) && isFinal(Stage::Failed) && isFinal(Stage::Paused));
        QVERIFY(!isFinal(Stage::Waiting) && !isFinal(Stage::Indexing));
    }
};

LOREDESK_TEST(tst_document, TestDocument)
#include "tst_document.moc"
