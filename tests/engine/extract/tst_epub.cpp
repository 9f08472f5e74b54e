// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"
#include "tests/engine/extract/packages.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestEpub : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(u"a.epub"_s);

    static QByteArray container(const QByteArray &book)
    {
        return "<container><rootfiles><rootfile full-path='" + book + "'/></rootfiles></container>";
    }

    Extraction read(const QByteArray &manifest, const QByteArray &spine, const packages::Parts &chapters)
    {
        packages::write(m_path,
                        packages::Parts{{u"mimetype"_s, "application/epub+zip"},
                                        {u"META-INF/container.xml"_s, container("OEBPS/book.opf")},
                                        {u"OEBPS/book.opf"_s, "<package><manifest>" + manifest + "</manifest><spine>"
                                                                  + spine + "</spine></package>"}}
                            + chapters);
        return extractEpub(m_path);
    }

private slots:
    void chaptersArePiecesInTheOrderOfReading()
    {
        QCOMPARE(
            read("<item id='b' href='text/b%20b.xhtml'/><item id='css' href='x.css'/><item id='a' href='a.xhtml'/>",
                 "<itemref idref='a'/><itemref idref='b'/>",
                 {{u"OEBPS/a.xhtml"_s, "<html><body><h1>One</h1><p>first</p></body></html>"},
                  {u"OEBPS/text/b b.xhtml"_s, "<html><body><p>second &#20320;</p></body></html>"}}),
            (Extraction{{u"One\nfirst"_s, u"second 你"_s}, {}}));
    }

    void aChapterThatIsMissingIsLeftOut()
    {
        QCOMPARE(read("<item id='a' href='a.xhtml'/>", "<itemref idref='x'/><itemref idref='a'/>",
                      {{u"OEBPS/a.xhtml"_s, "<p>there</p>"}})
                     .pieces,
                 QStringList{u"there"_s});
    }

    void aBookThatIsProtectedSaysSo()
    {
        QCOMPARE(
            read("<item id='a' href='a.xhtml'/>", "<itemref idref='a'/>",
                 {{u"OEBPS/a.xhtml"_s, "\x01\x02"},
                  {u"META-INF/encryption.xml"_s, "<encryption><CipherReference URI='OEBPS/a.xhtml'/></encryption>"}}),
            (Extraction{{}, u"The book is protected against copying."_s}));
    }

    void nothingOutsideTheFileIsRead()
    {
        QFile secret(m_folder.filePath(u"secret.opf"_s));
        QVERIFY(secret.open(QIODevice::WriteOnly));
        secret.write("<package/>");
        packages::write(m_path, {{u"META-INF/container.xml"_s, container(secret.fileName().toUtf8())}});
        QCOMPARE(extractEpub(m_path), (Extraction{{}, u"This is not an EPUB book: the archive holds no book."_s}));
    }

    void entitiesAreRefused()
    {
        packages::write(m_path, {{u"META-INF/container.xml"_s, container("b.opf")},
                                 {u"b.opf"_s, "<!DOCTYPE x [<!ENTITY a 'lol'>]><package>&a;</package>"}});
        QCOMPARE(extractEpub(m_path),
                 (Extraction{{}, u"The file is refused: it declares XML entities, which is not allowed in it."_s}));
    }

    void brokenXmlIsDamage()
    {
        packages::write(m_path,
                        {{u"META-INF/container.xml"_s, container("b.opf")}, {u"b.opf"_s, "<package><x></package>"}});
        QCOMPARE(extractEpub(m_path), (Extraction{{}, u"The file is damaged: its XML is broken or cut off."_s}));
    }

    void anotherArchiveIsNoBook()
    {
        packages::write(m_path, {{u"readme.txt"_s, "hello"}});
        QCOMPARE(extractEpub(m_path), (Extraction{{}, u"This is not an EPUB book: the archive holds no book."_s}));
    }

    void aBookWithoutTextHasNoPieces()
    {
        QCOMPARE(read("<item id='a' href='a.xhtml'/>", "<itemref idref='a'/>",
                      {{u"OEBPS/a.xhtml"_s, "<html><body><img src='x'/></body></html>"}}),
                 Extraction());
    }
};

LOREDESK_TEST(tst_epub, TestEpub)
#include "tst_epub.moc"
