// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestPdf : public QObject
{
    Q_OBJECT

    static Extraction read(const QString &name)
    {
        return extractPdf(QStringLiteral(FIXTURES "/engine/extract/") + name);
    }

private slots:
    void everyPageIsAPiece()
    {
        QCOMPARE(read(u"pages.pdf"_s).pieces, (QStringList{u"First page\nabout falcons"_s, u"Second page"_s}));
    }

    void aPasswordIsNamedAsTheCause()
    {
        QCOMPARE(read(u"password.pdf"_s), (Extraction{{}, u"The file is password-protected."_s}));
    }

    void anEmptyPasswordOpens() { QCOMPARE(read(u"emptypassword.pdf"_s).pieces, QStringList{u"Open text"_s}); }

    void pagesWithoutTextAreNamedAsTheCause()
    {
        QCOMPARE(read(u"notext.pdf"_s), (Extraction{{}, u"The PDF file has no text; its pages may be pictures."_s}));
    }

    void aFileThatIsCutOffIsDamaged()
    {
        QTemporaryDir folder;
        QFile whole(QStringLiteral(FIXTURES "/engine/extract/pages.pdf"));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        QFile cut(folder.filePath(u"cut.pdf"_s));
        QVERIFY(cut.open(QIODevice::WriteOnly));
        cut.write(whole.read(60));
        cut.close();

        QCOMPARE(extractPdf(cut.fileName()), (Extraction{{}, u"The PDF file is damaged and cannot be read."_s}));
    }
};

LOREDESK_TEST(tst_pdf, TestPdf)
#include "tst_pdf.moc"
