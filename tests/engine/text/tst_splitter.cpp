// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/text/splitter.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList strings(const QJsonValue &array)
{
    QStringList list;
    const QJsonArray items = array.toArray();
    for (const auto item : items)
        list.append(item.toString());
    return list;
}

//! As the extraction of plain text hands it over.
QString withUnixLines(QString text)
{
    return text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
}

QString firstDifference(const QStringList &actual, const QStringList &expected)
{
    for (qsizetype i = 0; i < qMax(actual.size(), expected.size()); ++i) {
        if (actual.value(i) != expected.value(i) || i >= actual.size() || i >= expected.size())
            return u"at %1 of %2 (%3 recorded)\nours:     \"%4\"\nrecorded: \"%5\""_s.arg(i)
                .arg(actual.size())
                .arg(expected.size())
                .arg(actual.value(i), expected.value(i));
    }
    return {};
}

QString theDeliberateDeviation(QString text)
{
    return text.removeIf([](QChar c) { return c == u'ï' || c == u'¿' || c == u'¾'; });
}

QList<TextChunk> chunksOf(const QString &text, const ProcessRule &rule, QString *error = nullptr)
{
    QList<TextChunk> chunks;
    const QString reason = splitIntoChunks(text, rule, [&chunks](const TextChunk &chunk) {
        chunks.append(chunk);
        return true;
    });
    if (error)
        *error = reason;
    return chunks;
}

template <typename Split>
QList<TextChunk> partsOf(const QString &text, const ProcessRule &rule, Split split)
{
    QList<TextChunk> parts;
    split(text, rule, [&parts](const TextChunk &part) {
        parts.append(part);
        return true;
    });
    return parts;
}

QStringList textsOf(const QList<TextChunk> &chunks)
{
    QStringList texts;
    for (const auto &chunk : chunks)
        texts.append(chunk.text);
    return texts;
}

ProcessRule customRule(const QString &separator, int length, int overlap)
{
    ProcessRule rule;
    rule.mode = ProcessRule::Mode::Custom;
    rule.segmentation = {separator, length, overlap};
    return rule;
}

ProcessRule parentRule(int length)
{
    ProcessRule rule = customRule(u"\n\n"_s, length, 0);
    rule.mode = ProcessRule::Mode::Hierarchical;
    return rule;
}

} // namespace

class TestSplitter : public QObject
{
    Q_OBJECT

private slots:
    void itSplitsAsTheRealServerDoes_data()
    {
        QTest::addColumn<QJsonObject>("recorded");
        const QDir folder(QStringLiteral(FIXTURES) + u"/engine/splitter"_s);
        for (const QString &name : folder.entryList({u"*.json"_s})) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QJsonObject recorded = QJsonDocument::fromJson(file.readAll()).object();
            QVERIFY(!recorded.isEmpty());
            if (recorded["doc_form"_L1] == "text_model"_L1) // the others: tst_documentcutter
                QTest::newRow(qPrintable(name)) << recorded;
        }
    }
    void itSplitsAsTheRealServerDoes()
    {
        QFETCH(const QJsonObject, recorded);
        const ProcessRule rule = ProcessRule::fromJson(recorded["process_rule"_L1].toObject());
        const QString text = theDeliberateDeviation(withUnixLines(recorded["text"_L1].toString()));
        QCOMPARE(validate(rule), QString());
        QString error;
        const QList<TextChunk> chunks = chunksOf(text, rule, &error);
        QCOMPARE(error.isEmpty(), recorded["error"_L1].isNull());
        if (!error.isEmpty())
            return; // what came before does not count
        const QString difference = firstDifference(textsOf(chunks), strings(recorded["chunks"_L1]));
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
        if (!recorded.contains("hashes"_L1))
            return;
        QStringList hashes;
        for (const auto &chunk : chunks)
            hashes.append(chunk.hash);
        const QString hashDifference = firstDifference(hashes, strings(recorded["hashes"_L1]));
        QVERIFY2(hashDifference.isEmpty(), qPrintable(hashDifference));
    }

    void aLengthOutOfBoundsIsRefused_data()
    {
        QTest::addColumn<int>("length");
        QTest::newRow("too short") << 49;
        QTest::newRow("too long") << 4001;
    }
    void aLengthOutOfBoundsIsRefused()
    {
        QFETCH(const int, length);
        QCOMPARE(validate(customRule(u"\n"_s, length, 0)), u"Custom segment length should be between 50 and 4000."_s);
    }

    void theBoundsThemselvesAreAllowed()
    {
        QCOMPARE(validate(customRule(u"\n"_s, 50, 50)), QString());
        QCOMPARE(validate(customRule(u"\n"_s, 4000, 0)), QString());
    }

    void anOverlapAboveTheLengthIsRefused()
    {
        QCOMPARE(validate(customRule(u"\n"_s, 50, 60)),
                 u"Got a larger chunk overlap (60) than chunk size (50), should be smaller."_s);
    }

    void theChildrensLengthIsCheckedToo()
    {
        ProcessRule rule = parentRule(500);
        rule.subchunkSegmentation.maxTokens = 10;
        QCOMPARE(validateParents(rule), u"Custom segment length should be between 50 and 4000."_s);
        QCOMPARE(validate(rule), QString()); // for plain chunks it does not matter
    }

    void ofAFullDocumentOnlyTheChildrensLengthCounts()
    {
        ProcessRule rule = parentRule(10);
        QVERIFY(!validateParents(rule).isEmpty());
        rule.parentMode = ProcessRule::ParentMode::FullDoc;
        QCOMPARE(validateParents(rule), QString());
    }

    void aNegativeOverlapIsToldOfChildrenToo()
    {
        ProcessRule rule = parentRule(500);
        rule.subchunkSegmentation = {u"\n"_s, 50, -10};
        const auto take = [](const TextChunk &) { return true; };
        QCOMPARE(splitIntoChildren(u"One sentence. "_s.repeated(10), rule, take),
                 u"Chunk overlap should not be negative."_s);
    }

    void aParentKeepsTheSpaceAroundIt()
    {
        ProcessRule rule = parentRule(500);
        rule.removeExtraSpaces = false;
        const auto parents = partsOf(u"  one \n\n. two \n\n .three"_s, rule, splitIntoParents);
        QCOMPARE(textsOf(parents), (QStringList{u"  one "_s, u"two"_s, u" .three"_s}));
    }

    void aNegativeOverlapMattersOnlyWherePartsAreTooLong()
    {
        QString error;
        const ProcessRule rule = customRule(u"\n"_s, 50, -10);
        QCOMPARE(textsOf(chunksOf(u"short\nlines"_s, rule, &error)), (QStringList{u"short"_s, u"lines"_s}));
        QCOMPARE(error, QString());
        chunksOf(u"One sentence. "_s.repeated(10), rule, &error);
        QCOMPARE(error, u"Chunk overlap should not be negative."_s);
    }

    void itStopsWhenItIsTold()
    {
        int taken = 0;
        const QString error = splitIntoChunks(u"line\n"_s.repeated(100), customRule(u"\n"_s, 50, 0),
                                              [&taken](const TextChunk &) { return ++taken < 3; });
        QCOMPARE(taken, 3);
        QCOMPARE(error, QString());
    }

    void itStopsInsideALongWord()
    {
        int taken = 0;
        splitIntoChunks(u"x"_s.repeated(100'000), ProcessRule(), [&taken](const TextChunk &) { return ++taken < 2; });
        QCOMPARE(taken, 2);
    }

    void surrogatePairsAreOneCharacterAndStayWhole()
    {
        const QStringList chunks = textsOf(chunksOf(u"😀"_s.repeated(120), customRule(u"\n"_s, 50, 0)));
        QCOMPARE(chunks, (QStringList{u"😀"_s.repeated(50), u"😀"_s.repeated(50), u"😀"_s.repeated(20)}));
    }

    void brokenSurrogatesDoNoHarm()
    {
        const QString broken = QString(QChar(0xD83D)) + u"a"_s + QChar(0xDE00);
        QVERIFY(!chunksOf(broken.repeated(500), ProcessRule()).isEmpty());
    }

    void nothingComesOfBlankText()
    {
        QVERIFY(chunksOf(QString(), ProcessRule()).isEmpty());
        QVERIFY(chunksOf(u" \n\t\n "_s, ProcessRule()).isEmpty());
        QVERIFY(chunksOf(u"***\n---\n..."_s, customRule(u"\n"_s, 50, 0)).size() == 1); // the dashes
    }

    void theWholeOfALongTextArrives()
    {
        QString text;
        for (int i = 0; i < 20'000; ++i)
            text += u"Sentence number %1 says something. "_s.arg(i);
        const QString all = textsOf(chunksOf(text, ProcessRule())).join(u' ');
        qsizetype at = 0;
        for (int i = 0; i < 20'000; ++i) {
            at = all.indexOf(u"number %1 says"_s.arg(i), at);
            QVERIFY2(at >= 0, qPrintable(QString::number(i)));
        }
    }
};

LOREDESK_TEST(tst_splitter, TestSplitter)
#include "tst_splitter.moc"
