// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/processrule.h"
#include "tests/support/testmain.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestProcessRule : public QObject
{
    Q_OBJECT

private slots:
    void aCustomRuleSurvivesTheWire()
    {
        ProcessRule rule;
        rule.mode = ProcessRule::Mode::Custom;
        rule.removeUrlsEmails = true;
        rule.segmentation = {u"###"_s, 200, 20};

        QCOMPARE(ProcessRule::fromJson(rule.toJson()), rule);
    }

    void anAutomaticRuleSendsItsModeAlone()
    {
        QCOMPARE(ProcessRule().toJson(), (QJsonObject{{u"mode"_s, u"automatic"_s}}));
    }

    void theServersDefaultIsReadByItsOtherName()
    {
        QCOMPARE(Segmentation::fromJson({{u"delimiter"_s, u"\n"_s}, {u"max_tokens"_s, 1024}}).separator, u"\n"_s);
    }
};

LOREDESK_TEST(tst_processrule, TestProcessRule)
#include "tst_processrule.moc"
