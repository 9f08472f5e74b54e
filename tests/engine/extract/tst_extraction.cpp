// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/extraction.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestExtraction : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    Extraction read(const QByteArray &bytes, const QString &extension)
    {
        QFile file(m_folder.filePath(u"file"_s));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no temporary file");
        file.write(bytes);
        file.close();
        return extractFile(file.fileName(), extension);
    }

    static Extraction failure(const QString &sentence) { return {{}, sentence}; }

private slots:
    void plainTextIsOnePiece_data()
    {
        QTest::addColumn<QString>("extension");
        for (const char *extension : {"txt", "TXT", "vtt", "properties"})
            QTest::newRow(extension) << QString::fromLatin1(extension);
    }

    void plainTextIsOnePiece()
    {
        QFETCH(QString, extension);
        QCOMPARE(read("\xEF\xBB\xBF"
                      "WEBVTT\r\n\r\n# key = value\r\n",
                      extension)
                     .pieces,
                 QStringList{u"WEBVTT\n\n# key = value\n"_s});
    }

    void everyFormatHasItsReader()
    {
        QCOMPARE(read("# A\ntext", u"MD"_s).pieces, QStringList{u"\n\nA\ntext"_s});
        QCOMPARE(read("# A\ntext", u"mdx"_s).pieces, QStringList{u"\n\nA\ntext"_s});
        QCOMPARE(read("<p>text", u"htm"_s).pieces, QStringList{u"text"_s});
        QCOMPARE(read("a,b\n1,2", u"csv"_s).pieces, QStringList{u"a: 1;b: 2"_s});
        QCOMPARE(read("{\\rtf1 text}", u"rtf"_s).pieces, QStringList{u"text"_s});
        QCOMPARE(read("Subject: text", u"eml"_s).pieces, QStringList{u"Subject: text"_s});
        QCOMPARE(read("<a>text</a>", u"xml"_s).pieces, QStringList{u"text"_s});
        QCOMPARE(read("[\"text\"]", u"json"_s).pieces, QStringList{u"text"_s});
    }

    void aPageIsReadInTheEncodingItDeclares()
    {
        QCOMPARE(read("<meta charset=windows-1251><p>\xEC\xE8\xF0", u"html"_s).pieces, QStringList{u"мир"_s});
        QCOMPARE(read("<?xml version='1.0' encoding='windows-1251'?><a>\xEC\xE8\xF0</a>", u"xml"_s).pieces,
                 QStringList{u"мир"_s});
    }

    void anotherExtensionIsRefused()
    {
        QCOMPARE(read("x", u"EXE"_s), failure(u"Files of the kind .exe cannot be read."_s));
        QVERIFY(!isSupported(u"exe"_s));
        QVERIFY(isSupported(u"PDF"_s));
    }

    void anEmptyFileIsNamedAsTheCause_data()
    {
        QTest::addColumn<QString>("extension");
        for (const QString &extension : supportedExtensions())
            QTest::newRow(qPrintable(extension)) << extension;
    }

    void anEmptyFileIsNamedAsTheCause()
    {
        QFETCH(QString, extension);
        QCOMPARE(read({}, extension), failure(u"The file is empty."_s));
    }

    void aFileThatIsNotThereIsNamedAsTheCause()
    {
        const Extraction got = extractFile(m_folder.filePath(u"none"_s), u"txt"_s);
        QVERIFY2(got.error.startsWith(u"The file cannot be opened: "_s), qPrintable(got.error));
        QVERIFY(got.pieces.isEmpty());
    }

    void aFileOfAnotherKindSaysWhatItIs()
    {
        QCOMPARE(read("<!DOCTYPE html><html><p>x", u"pdf"_s),
                 failure(u"This is not a PDF file: it looks like HTML."_s));
        QCOMPARE(read("%PDF-1.4 ...", u"docx"_s), failure(u"This is not a Word document: it looks like a PDF file."_s));
        QCOMPARE(read("only words", u"xlsx"_s), failure(u"This is not an Excel workbook: it looks like plain text."_s));
        QCOMPARE(read("only words", u"rtf"_s), failure(u"This is not an RTF document: it looks like plain text."_s));
        QCOMPARE(read("%PDF-1.4", u"eml"_s), failure(u"This is not an e-mail: it looks like a PDF file."_s));
        for (const QString &zipped : {u"pptx"_s, u"odt"_s, u"epub"_s})
            QVERIFY(read("only words", zipped).error.endsWith(u"it looks like plain text."_s));
        QCOMPARE(read("\x89PNG\r\n\x1A\n" + QByteArray(400, '\x02'), u"txt"_s),
                 failure(u"This is not a text file: it looks like a PNG image."_s));
        QCOMPARE(read(QByteArray(400, '\x02'), u"md"_s),
                 failure(u"This is not a Markdown file: it looks like binary data."_s));
    }

    void anOfficeFileBehindAPasswordSaysSo()
    {
        const QString stream = u"EncryptedPackage"_s;
        const QByteArray compound = "\xD0\xCF\x11\xE0" + QByteArray(600, '\0')
                                    + QByteArray(reinterpret_cast<const char *>(stream.utf16()), stream.size() * 2);
        QCOMPARE(read(compound, u"docx"_s), failure(u"The file is password-protected."_s));
        QCOMPARE(read(compound.first(600), u"xlsx"_s),
                 failure(u"This is not an Excel workbook: it looks like an older Office file."_s));
    }
};

LOREDESK_TEST(tst_extraction, TestExtraction)
#include "tst_extraction.moc"
