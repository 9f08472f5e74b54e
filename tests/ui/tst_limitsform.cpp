// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/limitsform.h"

#include "tests/support/testmain.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestLimitsForm : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_form = std::make_unique<LimitsForm>();
        m_form->setLimits(m_defaults, m_defaults);
        m_size = m_form->findChild<QSpinBox *>(u"limitsSize"_s);
        m_types = m_form->findChild<QLineEdit *>(u"limitsTypes"_s);
        m_reset = m_form->findChild<QPushButton *>(u"limitsReset"_s);
    }

    void typesAreReadAsPeopleWriteThem()
    {
        m_types->setText(u"*.PDF, .org;md  pdf"_s);
        QCOMPARE(m_form->limits().suffixes, (QStringList{u"pdf"_s, u"org"_s, u"md"_s}));
    }

    void theOrderOfTypesIsNoChange()
    {
        m_types->setText(u"md pdf"_s);
        QVERIFY(m_form->isDefault());
        QVERIFY(!m_reset->isEnabled());
    }

    void sizeAndTypesAreChangesEachForItself()
    {
        m_size->setValue(16);
        QVERIFY(!m_form->isDefault());
        QVERIFY(m_reset->isEnabled());
        m_size->setValue(15);
        QVERIFY(m_form->isDefault());
        m_types->setText(u"pdf"_s);
        QVERIFY(!m_form->isDefault());
        QVERIFY(m_reset->isEnabled());
    }

    void theDefaultsComeBack()
    {
        m_form->setLimits({1024 * 1024, {u"org"_s}}, m_defaults);
        QCOMPARE(m_size->value(), 1);
        QTest::mouseClick(m_reset, Qt::LeftButton);
        QCOMPARE(m_form->limits(), m_defaults);
        QVERIFY(!m_reset->isEnabled());
    }

    void whatIsNoTypeIsSaid()
    {
        QCOMPARE(m_form->problem(), QString());
        m_types->setText(u" , "_s);
        QCOMPARE(m_form->problem(), u"Name at least one type of file, such as pdf."_s);
        m_types->setText(u"pdf a/b"_s);
        QCOMPARE(m_form->problem(), u"“a/b” is no type of file. Write the end of the name alone, such as pdf."_s);
    }

private:
    const UploadLimits m_defaults{15 * 1024 * 1024, {u"pdf"_s, u"md"_s}};
    std::unique_ptr<LimitsForm> m_form;
    QSpinBox *m_size = nullptr;
    QLineEdit *m_types = nullptr;
    QPushButton *m_reset = nullptr;
};

LOREDESK_TEST(tst_limitsform, TestLimitsForm)
#include "tst_limitsform.moc"
