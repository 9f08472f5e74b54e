// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/eventreader.h"
#include "tests/app/api/apitest.h"

using namespace Qt::Literals::StringLiterals;

class TestEventReader : public QObject
{
    Q_OBJECT

private slots:
    void eventsComeInWhateverPieces()
    {
        const QByteArray stream = "data: {\"event\":\"a\"}\n\ndata: {\"event\":\"b\",\r\ndata: \"n\":1}\r\n\r\n";
        for (qsizetype cut = 1; cut < stream.size(); ++cut) {
            EventReader reader;
            auto events = reader.feed(stream.first(cut));
            events += reader.feed(stream.sliced(cut));

            QCOMPARE(events.size(), 2);
            QCOMPARE(events.at(0)["event"_L1], u"a"_s);
            QCOMPARE(events.at(1)["n"_L1].toInt(), 1);
        }
    }

    void whatIsNoEventIsLeftOut()
    {
        EventReader reader;

        QVERIFY(reader.feed("event: ping\n\n: still there\n\ndata: not JSON\n\ndata: [1]\n\n").isEmpty());
        QCOMPARE(reader.feed("id: 7\ndata:{\"event\":\"a\"}\n\n").size(), 1);
    }

    void aRecordedStreamIsRead()
    {
        EventReader reader;
        const auto events = reader.feed(FakeNetwork::recorded(u"1.15.0/r016_runPipeline__draft_streaming"_s).body);

        QCOMPARE(events.first()["event"_L1], u"workflow_started"_s);
        QCOMPARE(events.last()["event"_L1], u"workflow_finished"_s);
    }
};

LOREDESK_TEST(tst_eventreader, TestEventReader)
#include "tst_eventreader.moc"
