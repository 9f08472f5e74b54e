// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/chunkstructure.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Form = ChunkStructure::Form;
using Mode = ProcessRule::Mode;

class TestChunkStructure : public QObject
{
    Q_OBJECT

private slots:
    void formAndRuleNeverDisagree_data()
    {
        QTest::addColumn<int>("form");
        QTest::addColumn<int>("given");
        QTest::addColumn<int>("kept");
        QTest::newRow("parent-child, automatic")
            << int(Form::ParentChild) << int(Mode::Automatic) << int(Mode::Hierarchical);
        QTest::newRow("parent-child, custom") << int(Form::ParentChild) << int(Mode::Custom) << int(Mode::Hierarchical);
        QTest::newRow("general, hierarchical") << int(Form::General) << int(Mode::Hierarchical) << int(Mode::Custom);
        QTest::newRow("general, automatic") << int(Form::General) << int(Mode::Automatic) << int(Mode::Automatic);
        QTest::newRow("questions, hierarchical")
            << int(Form::QuestionAnswer) << int(Mode::Hierarchical) << int(Mode::Custom);
    }
    void formAndRuleNeverDisagree()
    {
        QFETCH(int, form);
        QFETCH(int, given);
        ProcessRule rule;
        rule.mode = Mode(given);

        QTEST(int(ChunkStructure(Form(form), rule).rule().mode), "kept");
    }

    void everyFormHasItsName()
    {
        for (const auto form : {Form::General, Form::ParentChild, Form::QuestionAnswer})
            QVERIFY(chunkFormFromString(toString(form)) == form);
        QVERIFY(!chunkFormFromString(u"text"_s));
    }

    void whatServersRefuseIsKnownBefore_data()
    {
        QTest::addColumn<int>("length");
        QTest::addColumn<int>("overlap");
        QTest::addColumn<QString>("separator");
        QTest::addColumn<int>("problem");
        using Problem = Segmentation::Problem;
        QTest::newRow("good") << 500 << 50 << u"\n"_s << int(Problem::None);
        QTest::newRow("no separator") << 500 << 50 << QString() << int(Problem::NoSeparator);
        QTest::newRow("49") << 49 << 0 << u"\n"_s << int(Problem::TooShort);
        QTest::newRow("4001") << 4001 << 0 << u"\n"_s << int(Problem::TooLong);
        QTest::newRow("more overlap than length") << 60 << 100 << u"\n"_s << int(Problem::OverlapTooLong);
        QTest::newRow("negative overlap") << 60 << -1 << u"\n"_s << int(Problem::OverlapTooLong);
    }
    void whatServersRefuseIsKnownBefore()
    {
        QFETCH(int, length);
        QFETCH(int, overlap);
        QFETCH(QString, separator);

        QTEST(int(Segmentation{separator, length, overlap}.problem()), "problem");
    }
};

LOREDESK_TEST(tst_chunkstructure, TestChunkStructure)
#include "tst_chunkstructure.moc"
