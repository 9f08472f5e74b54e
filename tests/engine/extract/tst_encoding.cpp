// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/encoding.h"
#include "tests/support/testmain.h"

#include <QStringEncoder>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString chinese = u"这是一个文本文件，它包含中文内容，用于测试编码检测。"_s;
const QString traditional = u"這是一個文字檔案，它包含中文內容，用於測試編碼偵測。"_s;
const QString japanese = u"これは日本語の文章です。テストのために書かれました。"_s;
const QString korean = u"이것은 한국어로 쓰여진 문서입니다. 파일을 검색할 수 있습니다."_s;
const QString russian = u"Это текстовый файл. Он содержит русский текст."_s;
const QString german = u"Überprüfung der Größe, für müde Läufer."_s;
const QString polish = u"Zażółć gęślą jaźń, proszę się nie śmiać."_s;

QByteArray encoded(const QString &text, const char *charset)
{
    QStringEncoder encoder(charset, QStringConverter::Flag::Stateless);
    return encoder.isValid() ? QByteArray(encoder(text)) : QByteArray();
}

QString textOf(const QByteArray &bytes, const QString &declared = {})
{
    return decodeText(bytes, declared).value_or(u"(binary)"_s);
}

} // namespace

class TestEncoding : public QObject
{
    Q_OBJECT

private slots:
    void textComesBackFromItsBytes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("charset");
        const auto add = [](const QString &text, const QByteArray &charset) {
            QTest::addRow("%s %d", charset.constData(), int(text.size())) << text << charset;
        };
        for (const char *charset : {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "GB18030", "GBK"}) {
            add(chinese, charset);
            add(u"姓名,城市\n"_s, charset);
        }
        add(traditional, "Big5");
        for (const char *charset : {"Shift_JIS", "EUC-JP", "ISO-2022-JP", "UTF-16LE", "UTF-16BE"})
            add(japanese, charset);
        add(korean, "EUC-KR");
        for (const char *charset : {"windows-1251", "KOI8-R", "ISO-8859-5", "IBM866", "UTF-16LE", "UTF-16BE"})
            add(russian, charset);
        add(german, "windows-1252");
        add(german, "UTF-16LE");
        add(polish, "windows-1250");
        add(polish, "ISO-8859-2");
        add(u"Η βάση γνώσης βοηθά στη διαχείριση"_s, "windows-1253");
        add(u"Bilgi tabanı şirketin belgelerini yönetir, görüş"_s, "windows-1254");
        add(u"מאגר הידע מסייע בניהול מסמכי הארגון"_s, "windows-1255");
        add(u"قاعدة المعرفة تساعد في إدارة المستندات"_s, "windows-1256");
        add(u"Žinių bazė padeda tvarkyti įmonės dokumentus ąčęėįšųū"_s, "windows-1257");
        add(u"ฐานความรู้ช่วยจัดการเอกสารของบริษัท"_s, "TIS-620");
    }

    void textComesBackFromItsBytes()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, charset);
        const QByteArray bytes = encoded(text, charset.constData());
        QVERIFY2(!bytes.isEmpty(), "this system cannot encode the text");
        QCOMPARE(textOf(bytes), text);
    }

    void aByteOrderMarkDecidesAndGoes_data()
    {
        QTest::addColumn<QByteArray>("charset");
        for (const char *charset : {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
            QTest::newRow(charset) << QByteArray(charset);
    }

    void aByteOrderMarkDecidesAndGoes()
    {
        QFETCH(QByteArray, charset);
        QCOMPARE(textOf(encoded(QChar(QChar::ByteOrderMark) + u"a你"_s, charset.constData())), u"a你"_s);
    }

    void linesEndInLineFeeds() { QCOMPARE(textOf("a\r\nb\rc\n"), u"a\nb\nc\n"_s); }

    void nullsAreDropped() { QCOMPARE(textOf(QByteArray("a text with one\0 null", 21)), u"a text with one null"_s); }

    void aFewBrokenBytesLeaveTheRestOfUtf8()
    {
        const QByteArray bytes = german.repeated(20).toUtf8() + '\xFF';
        QCOMPARE(textOf(bytes), german.repeated(20) + QChar(QChar::ReplacementCharacter));
    }

    void aLongTextIsJudgedWhereItSaysSomething()
    {
        const QString text = u"plain words and nothing else\n"_s.repeated(10'000) + russian;
        QCOMPARE(textOf(encoded(text, "windows-1251")), text);
    }

    void binaryDataIsNoText()
    {
        QByteArray bytes;
        for (int i = 0; i < 5000; ++i)
            bytes.append(char(i * 7919 >> 3));
        QCOMPARE(textOf(bytes), u"(binary)"_s);
    }

    void theDeclaredEncodingIsBelievedWhereItFits()
    {
        QCOMPARE(detectEncoding("\xE9", u"windows-1251"_s), u"windows-1251"_s);
        QCOMPARE(textOf(encoded(russian, "windows-1251"), u"iso-8859-6"_s), russian);
    }

    void theDeclarationIsFoundInItsForms()
    {
        QCOMPARE(declaredEncoding("<meta charset=\"GBK\">"), u"gbk"_s);
        QCOMPARE(declaredEncoding("<meta http-equiv=Content-Type content='text/html; charset=Shift_JIS'>"),
                 u"shift_jis"_s);
        QCOMPARE(declaredEncoding("<?xml version='1.0' encoding='koi8-r'?>"), u"koi8-r"_s);
        QCOMPARE(declaredEncoding("<html>"), QString());
    }
};

LOREDESK_TEST(tst_encoding, TestEncoding)
#include "tst_encoding.moc"
