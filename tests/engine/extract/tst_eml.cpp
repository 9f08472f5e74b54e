// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"
#include "app/engine/extract/mime.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestEml : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    Extraction read(const QByteArray &message)
    {
        QFile file(m_folder.filePath(u"a.eml"_s));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no temporary file");
        file.write(message);
        file.close();
        return extractEml(file.fileName());
    }

    QString textOf(const QByteArray &message) { return read(message).pieces.join(u'|'); }

private slots:
    void theHeadOfAMessageIsItsFirstLines()
    {
        QCOMPARE(textOf("From x Mon Aug 22\r\nReceived: by a\r\nReceived: by b\r\n\tfolded\r\nFrom: Ann <a@b>\r\n"
                        "Subject: Long\r\n words\r\nTo: c@d\r\nDate: Fri, 21 Nov 1997\r\n\r\nThe text.\r\n"),
                 u"Subject: Long words\nFrom: Ann <a@b>\nTo: c@d\nDate: Fri, 21 Nov 1997\n\nThe text."_s);
    }

    void encodedWordsAreText_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << QByteArray("plain =? words") << u"plain =? words"_s;
        QTest::newRow("quoted") << QByteArray("a =?iso-8859-1?q?caf=E9_au?= lait") << u"a café au lait"_s;
        QTest::newRow("a character in two") << QByteArray("=?utf-8?B?5w==?= =?utf-8?B?n6U=?=") << u"知"_s;
        QTest::newRow("two encodings") << QByteArray("=?utf-8?q?a?= =?koi8-r?B?zcnS?=") << u"aмир"_s;
        QTest::newRow("no such encoding") << QByteArray("=?NONE?B?VEVTVA=?=") << u"TEST"_s;
        QTest::newRow("bare bytes") << QByteArray("caf\xC3\xA9") << u"café"_s;
    }

    void encodedWordsAreText()
    {
        QFETCH(QByteArray, field);
        QFETCH(QString, text);
        QCOMPARE(decodedWords(field), text);
    }

    void aBodyIsDecodedTwice()
    {
        QCOMPARE(
            textOf("Content-Type: text/plain; charset=\"windows-1251\"\nContent-Transfer-Encoding: base64\n\n7Ojw\n"),
            u"мир"_s);
        QCOMPARE(textOf("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: Quoted-Printable\n\n"
                        "caf=C3=A9 go=\nes on =3D\n"),
                 u"café goes on ="_s);
    }

    void ofTwoFormsThePlainOneIsReadUnlessItIsEmpty()
    {
        const auto message = [](const QByteArray &plain) -> QByteArray {
            return "Content-Type: multipart/alternative; boundary=x\n\npreamble\n--x\n\n" + plain
                   + "\n--x\nContent-Type: text/html\n\n<p>rich <b>text</b></p>\n--x--\nepilogue";
        };
        QCOMPARE(textOf(message("plain text")), u"plain text"_s);
        QCOMPARE(textOf(message(" ")), u"rich text"_s);
    }

    void attachmentsAreNamedAndMessagesInsideAreRead()
    {
        QCOMPARE(textOf("Subject: outer\nContent-Type: multipart/mixed; boundary=\"a b\"\n\n--a b\n\nbody\n--a b\n"
                        "Content-Type: application/pdf; name=x.pdf\nContent-Disposition: attachment;\n"
                        " filename*=utf-8''%E7%9F%A5.pdf\n\nJVBERi0=\n--a b\nContent-Type: message/rfc822\n\n"
                        "Subject: inner\n\ninside\n--a b--\n"),
                 u"Subject: outer\n\nbody\nAttachment: 知.pdf|Subject: inner\n\ninside"_s);
    }

    void aMultipartWithoutItsBoundaryIsText()
    {
        QCOMPARE(textOf("Content-Type: multipart/mixed\nSubject: x\n\n--none\n\nbody text\n"),
                 u"Subject: x\n\n--none\n\nbody text"_s);
    }

    void aMessageThatIsCutOffIsReadAsFarAsItGoes()
    {
        QCOMPARE(textOf("Content-Type: multipart/mixed; boundary=x\n\n--x\n\nhalf a te"), u"half a te"_s);
        QCOMPARE(textOf("Subject: only"), u"Subject: only"_s);
    }

    void aMessageWithoutAnythingHasNoPieces() { QCOMPARE(read("X-Nothing: 1\n\n"), Extraction()); }

    void endlessNestingEnds()
    {
        QByteArray message = "Subject: nested\n";
        for (int i = 0; i < 5000; ++i) {
            const QByteArray mark = "b" + QByteArray::number(i);
            message += "Content-Type: multipart/mixed; boundary=" + mark + "\n\n--" + mark + "\n";
        }
        QCOMPARE(textOf(message + "\ndeep"), u"Subject: nested"_s);
    }

    void manyFieldsAreNoTrouble()
    {
        QByteArray message;
        for (int i = 0; i < 20'000; ++i)
            message += "X-H" + QByteArray::number(i) + ": v\n";
        QCOMPARE(textOf(message + "\nbody text"), u"body text"_s);
    }
};

LOREDESK_TEST(tst_eml, TestEml)
#include "tst_eml.moc"
