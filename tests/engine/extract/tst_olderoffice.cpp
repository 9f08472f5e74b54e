// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

//! The programs that read older Office files are scripts here: which are installed differs from computer to computer.
class TestOlderOffice : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QTemporaryDir m_programs;
    const QByteArray m_compound = "\xD0\xCF\x11\xE0" + QByteArray(600, '\0');

    QString file(const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(u"file"_s));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no temporary file");
        file.write(bytes);
        return file.fileName();
    }

    void install(const QString &name, const QByteArray &script)
    {
        QFile program(m_programs.filePath(name));
        if (!program.open(QIODevice::WriteOnly))
            qFatal("no program");
        program.write("#!/bin/sh\n" + script + "\n");
        program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    static Extraction failure(const QString &sentence) { return {{}, sentence}; }

private slots:
    void init()
    {
        for (const QString &name : QDir(m_programs.path()).entryList(QDir::Files))
            QFile::remove(m_programs.filePath(name));
        qputenv("PATH", QFile::encodeName(m_programs.path()));
    }

    void whatIsMissingIsNamed()
    {
        QCOMPARE(
            extractDoc(file(m_compound)),
            failure(u"Files of this older kind are read by antiword, which is not installed. Install it, or save the "
                    "file in today's form."_s));
        QVERIFY(extractXls(file(m_compound)).error.contains(u"xls2csv"_s));
    }

    void aDocumentIsWhatTheProgramSaysOfIt()
    {
        const QString path = file(m_compound);
        install(u"antiword"_s, "[ \"$5\" = '" + path.toUtf8() + "' ] && echo ' text é'");
        QCOMPARE(extractDoc(path), (Extraction{{u"text é"_s}, {}}));
    }

    void tablesAndPicturesAreNotDrawn()
    {
        install(u"antiword"_s, "printf '[pic]Prices:\\n|Pears    |2.50  |\\n|         |      |\\n|Figs|1|\\n|\\n'");
        QCOMPARE(extractDoc(file(m_compound)), (Extraction{{u"Prices:\n| Pears | 2.50 |\n| Figs | 1 |\n|"_s}, {}}));
    }

    void theNextProgramIsAskedWhenTheFirstCannot()
    {
        install(u"antiword"_s, "echo half; exit 1");
        install(u"catdoc"_s, "echo whole");
        QCOMPARE(extractDoc(file(m_compound)), (Extraction{{u"whole"_s}, {}}));
    }

    void aFileThatNoneCanReadIsDamaged()
    {
        install(u"antiword"_s, "kill -9 $$");
        install(u"catdoc"_s, "exit 69");
        QCOMPARE(extractDoc(file(m_compound)), failure(u"The file is damaged: antiword and catdoc cannot read it."_s));
    }

    void aPasswordIsNamedAsTheCause()
    {
        install(u"antiword"_s, "echo 'Encrypted documents are not supported' >&2; exit 1");
        QCOMPARE(extractDoc(file(m_compound)), failure(u"The file is password-protected."_s));
    }

    void aProgramThatNeverEndsIsEnded()
    {
        install(u"antiword"_s, "while :; do :; done");
        QCOMPARE(extractDoc(file(m_compound)), failure(u"The file is damaged: antiword cannot read it."_s));
    }

    void theRowsOfAllSheetsArePieces()
    {
        install(u"xls2csv"_s, "printf '\"a\",\"b\"\\n\"1\",\"2\"\\n\\f\"c\",\"d\"\\n\"3\",\"4\"\\n\\f'");
        QCOMPARE(extractXls(file(m_compound)), (Extraction{{u"a: 1;b: 2"_s, u"c: 3;d: 4"_s}, {}}));
    }

    void whatOnlyHasTheNameIsReadAsWhatItIs()
    {
        QCOMPARE(extractDoc(file("{\\rtf1 rich}")).pieces, QStringList{u"rich"_s});
        QCOMPARE(extractDoc(file("<html><p>web")).pieces, QStringList{u"web"_s});
        QCOMPARE(extractDoc(file("words")).pieces, QStringList{u"words"_s});
        QCOMPARE(extractXls(file("<html><table><tr><td>web")).pieces, QStringList{u"web"_s});
        QCOMPARE(extractXls(file("<?xml version='1.0'?><a>sheet</a>")).pieces, QStringList{u"sheet"_s});
        QCOMPARE(extractXls(file("a\tb\n1\t2\n")).pieces, QStringList{u"a: 1;b: 2"_s});
        QCOMPARE(extractXls(file("%PDF-1.4")), failure(u"This is not an Office file: it looks like a PDF file."_s));
    }
};

LOREDESK_TEST(tst_olderoffice, TestOlderOffice)
#include "tst_olderoffice.moc"
