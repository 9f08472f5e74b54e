// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/multipart.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const char body[] = "--b\r\nContent-Disposition: form-data; name=\"data\"\r\n\r\n{\"a\":1}\r\n"
                    "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"notes.txt\"\r\n"
                    "Content-Type: text/plain\r\n\r\nOne\r\n--bo\r\nline\r\n\r\n--b--\r\n";

QByteArray contentOf(const http::Part &part)
{
    QFile file(part.path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

} // namespace

class TestMultipart : public QObject
{
    Q_OBJECT

private slots:
    void fieldsAndFilesAreReadHoweverTheyArrive_data()
    {
        QTest::addColumn<int>("piece");
        for (const int piece : {1, 2, 3, 7, 64, 100'000})
            QTest::addRow("%d bytes at a time", piece) << piece;
    }

    void fieldsAndFilesAreReadHoweverTheyArrive()
    {
        QFETCH(int, piece);
        const QByteArray text = QByteArray(body).replace("--bo\r\n", "--c\r\n");
        const QList<http::Part> parts = read(text, piece);

        QCOMPARE(parts.size(), 2);
        QCOMPARE(parts[0].name, u"data"_s);
        QCOMPARE(parts[0].value, QByteArray("{\"a\":1}"));
        QVERIFY(!parts[0].fileName);
        QCOMPARE(parts[1].fileName, u"notes.txt"_s);
        QCOMPARE(parts[1].contentType, u"text/plain"_s);
        QCOMPARE(contentOf(parts[1]), QByteArray("One\r\n--c\r\nline\r\n"));
        QCOMPARE(parts[1].size, qint64(16));
    }

    void namesAreReadInAllTheirForms_data()
    {
        QTest::addColumn<QByteArray>("parameter");
        QTest::addColumn<QString>("name");
        QTest::newRow("UTF-8") << QByteArray("filename=\"Отчёт 知识.txt\"") << u"Отчёт 知识.txt"_s;
        QTest::newRow("RFC 5987") << QByteArray("filename=\"x\"; filename*=UTF-8''%E7%9F%A5%20a.md") << u"知 a.md"_s;
        QTest::newRow("quoted pair") << QByteArray("filename=\"a\\\"b.txt\"") << u"a\"b.txt"_s;
        QTest::newRow("as browsers") << QByteArray("filename=\"a%22b.txt\"") << u"a\"b.txt"_s;
        QTest::newRow("with semicolon") << QByteArray("filename=\"a; b.txt\"") << u"a; b.txt"_s;
        QTest::newRow("backslash") << QByteArray("filename=\"dir\\sub.txt\"") << u"dir\\sub.txt"_s;
        QTest::newRow("Latin-1") << QByteArray("filename=\"caf\xe9.txt\"") << u"café.txt"_s;
        QTest::newRow("no quotes") << QByteArray("FileName=plain.txt") << u"plain.txt"_s;
        QTest::newRow("empty") << QByteArray("filename=\"\"") << u""_s;
    }

    void namesAreReadInAllTheirForms()
    {
        QFETCH(QByteArray, parameter);
        QFETCH(QString, name);
        const auto parts = read("--b\r\ncontent-disposition:form-data; name=file; " + parameter + "\r\n\r\nx\r\n--b--");
        QCOMPARE(parts.size(), 1);
        QCOMPARE(parts[0].fileName, name);
    }

    void ofAFileThatIsTooLargeNoMoreThanTheLimitIsStored()
    {
        const QByteArray large(1000, 'x');
        const auto parts
            = read("--b\r\nContent-Disposition: form-data; name=file; filename=f\r\n\r\n" + large + "\r\n--b--");
        QCOMPARE(parts[0].size, qint64(1000));
        QCOMPARE(contentOf(parts[0]).size(), 101);
    }

    void whatIsNotAFormIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("cut off in a file") << QByteArray(body).left(QByteArray(body).size() - 20);
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("another boundary") << QByteArray(body).replace("--b", "--d");
    }

    void whatIsNotAFormIsRefused()
    {
        QFETCH(QByteArray, text);
        QVERIFY_THROWS_EXCEPTION(http::Refusal, read(text));
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), QStringList());
    }

    void longHeadersAreRefusedBeforeTheRestHasCome_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("that end") << QByteArray("\r\n\r\nx");
        QTest::newRow("that do not end") << QByteArray();
    }

    void longHeadersAreRefusedBeforeTheRestHasCome()
    {
        QFETCH(QByteArray, end);
        const QByteArray headers = "--b\r\nX: " + QByteArray(100'000, 'x') + end;
        http::MultipartReader reader("multipart/form-data; boundary=b", m_folder.path(), {100});
        QVERIFY_THROWS_EXCEPTION(http::Refusal, reader.feed(headers.constData(), headers.size()));
    }

    void aHundredPartsAreTakenAndNoMore()
    {
        const QByteArray part = "--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n";
        QCOMPARE(read(part.repeated(100) + "--b--").size(), 100);
        QVERIFY_THROWS_EXCEPTION(http::Refusal, read(part.repeated(101) + "--b--"));
    }

    void moreFieldsThanFitInMemoryAreRefused()
    {
        const QByteArray field = "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n" + QByteArray(5 << 20, 'x');
        QVERIFY_THROWS_EXCEPTION(http::Refusal, read(field + "\r\n--b--"));
    }

    void cleanup()
    {
        for (const http::Part &part : std::as_const(m_parts))
            QFile::remove(part.path);
        m_parts.clear();
    }

private:
    QList<http::Part> read(const QByteArray &text, int piece = 1000)
    {
        http::MultipartReader reader("multipart/form-data; boundary=b", m_folder.path(), {100});
        for (qsizetype i = 0; i < text.size(); i += piece)
            reader.feed(text.constData() + i, std::min<qsizetype>(piece, text.size() - i));
        m_parts = reader.take();
        return m_parts;
    }

    QTemporaryDir m_folder;
    QList<http::Part> m_parts;
};

LOREDESK_TEST(tst_multipart, TestMultipart)

#include "tst_multipart.moc"
