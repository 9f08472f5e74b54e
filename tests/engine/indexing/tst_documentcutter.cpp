// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/indexing/documentcutter.h"

#include "app/engine/store/rows.h"
#include "app/engine/text/splitter.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

//! What a document is cut into, as lines: its parents, and their children behind a tab.
QStringList cut(const QStringList &pieces, const QString &docForm, const QJsonObject &rule, QString *error,
                int atMost = 1'000'000)
{
    QStringList lines;
    const auto add = [&](const QString &line) {
        lines.append(line);
        return lines.size() < atMost;
    };
    *error = cutDocument(pieces, docForm, rule,
                         {[&](const TextChunk &chunk, const QString &) { return add(chunk.text); },
                          [&](const TextChunk &child) { return add(u'\t' + child.text); }});
    return lines;
}

QStringList recordedLines(const QJsonArray &parents)
{
    QStringList lines;
    for (const auto parent : parents) {
        lines.append(parent["content"_L1].toString());
        const QJsonArray children = parent["children"_L1].toArray();
        for (const auto child : children)
            lines.append(u'\t' + child.toString());
    }
    return lines;
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

QJsonObject parentRule(const QString &parentMode)
{
    const QJsonObject byParagraph{{u"separator"_s, u"\n\n"_s}, {u"max_tokens"_s, 500}, {u"chunk_overlap"_s, 0}};
    const QJsonObject byLine{{u"separator"_s, u"\n"_s}, {u"max_tokens"_s, 200}, {u"chunk_overlap"_s, 0}};
    return {{u"mode"_s, u"hierarchical"_s},
            {u"rules"_s, QJsonObject{{u"pre_processing_rules"_s, QJsonArray()},
                                     {u"parent_mode"_s, parentMode},
                                     {u"segmentation"_s, byParagraph},
                                     {u"subchunk_segmentation"_s, byLine}}}};
}

} // namespace

class TestDocumentCutter : public QObject
{
    Q_OBJECT

private slots:
    void itCutsParentsAndChildrenAsTheRealServerDoes_data()
    {
        QTest::addColumn<QJsonObject>("recorded");
        const QDir folder(QStringLiteral(FIXTURES) + u"/engine/splitter"_s);
        for (const QString &name : folder.entryList({u"pc_*.json"_s, u"fd_*.json"_s})) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QTest::newRow(qPrintable(name)) << QJsonDocument::fromJson(file.readAll()).object();
        }
    }
    //! Where nothing comes of a rule, ours says why.
    void itCutsParentsAndChildrenAsTheRealServerDoes()
    {
        QFETCH(const QJsonObject, recorded);
        QString error;
        const QJsonObject rule = recorded["process_rule"_L1].toObject();
        const QStringList lines
            = cut({recorded["text"_L1].toString()}, recorded["doc_form"_L1].toString(), rule, &error);
        const QJsonArray parents = recorded["parents"_L1].toArray();
        const QString difference = firstDifference(lines, recordedLines(parents));
        QVERIFY2(difference.isEmpty(), qPrintable(difference));
        QCOMPARE(error.isEmpty(), !parents.isEmpty());
        if (recorded["error"_L1].isString())
            QCOMPARE(error, recorded["error"_L1].toString());
    }

    void piecesOfAFullDocumentAreJoinedAndOthersAreNot()
    {
        QString error;
        QCOMPARE(cut({u"one\ntwo"_s, u"three"_s}, parentChildForm, parentRule(u"full-doc"_s), &error),
                 (QStringList{u"one\ntwo\nthree"_s, u"\tone"_s, u"\ttwo"_s, u"\tthree"_s}));
        QCOMPARE(cut({u"one\ntwo"_s, u"three"_s}, parentChildForm, parentRule(u"paragraph"_s), &error),
                 (QStringList{u"one\ntwo"_s, u"\tone"_s, u"\ttwo"_s, u"three"_s, u"\tthree"_s}));
        QCOMPARE(error, QString());
    }

    void itStopsWhenItIsTold_data()
    {
        QTest::addColumn<QString>("docForm");
        QTest::newRow("chunks") << u"text_model"_s;
        QTest::newRow("parents and children") << parentChildForm;
        QTest::newRow("questions") << questionForm;
    }
    void itStopsWhenItIsTold()
    {
        QFETCH(const QString, docForm);
        const QStringList pieces = QStringList(3, u"Q1: One?\nA1: One.\n\nQ2: Two?\nA2: Two."_s);
        QString error;
        for (int atMost : {1, 2, 4})
            QCOMPARE(cut(pieces, docForm, parentRule(u"paragraph"_s), &error, atMost).size(), atMost);
        QCOMPARE(error, QString());
    }

    void aNegativeOverlapOfTheChildrenIsTold()
    {
        QJsonObject rule = parentRule(u"paragraph"_s);
        QJsonObject rules = rule["rules"_L1].toObject();
        rules[u"subchunk_segmentation"_s]
            = QJsonObject{{u"separator"_s, u"|"_s}, {u"max_tokens"_s, 50}, {u"chunk_overlap"_s, -5}};
        rule[u"rules"_s] = rules;
        QString error;
        cut({u"One sentence. "_s.repeated(9), u"another"_s}, parentChildForm, rule, &error);
        QCOMPARE(error, u"Chunk overlap should not be negative."_s);
    }
};

LOREDESK_TEST(tst_documentcutter, TestDocumentCutter)
#include "tst_documentcutter.moc"
