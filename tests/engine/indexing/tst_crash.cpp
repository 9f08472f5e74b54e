// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/indexing/driver.h"
#include "tests/engine/indexing/enginehelp.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace enginehelp;
using Stage = IndexingStatus::Stage;

namespace {

//! What the world was told to be, and what may or may not have become of the command that got no answer.
struct Expected
{
    struct Text
    {
        qint64 row = 0; //!< 0: not acknowledged.
        QByteArray word; //!< Its lines are lines(word, count).
        int count = 0;
        bool mayBeMissing = false; //!< Its creation was not acknowledged.
        bool mayBeGone = false; //!< Its deletion was not acknowledged.
        bool isGone = false;
        QString firstChunk; //!< Content of the chunk at position 1, …
        QString maybeFirstChunk; //!< … or this, of an edit that was not acknowledged.
    };
    QList<Text> texts;
};

QString firstLine(const QByteArray &word)
{
    return QString::fromLatin1(word + "0 of " + word);
}

QJsonObject textCommand(qint64 dataset, const QByteArray &word, int count)
{
    return {{u"do"_s, u"text"_s},
            {u"dataset"_s, dataset},
            {u"name"_s, QString::fromLatin1(word)},
            {u"text"_s, QString::fromLatin1(lines(word, count))},
            {u"rule"_s, byLines()}};
}

} // namespace

class TestCrash : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_expected = {};
        Engine engine(options(m_folder->path()));
        m_dataset = dataset(engine).row;
    }

    void nothingAcknowledgedIsLostAtAnyPoint_data()
    {
        QTest::addColumn<QString>("point");
        for (const char *point : {"upload-stored:1", "upload-stored:2", "document-committed:1", "document-committed:2",
                                  "parsing", "chunks-stored:1", "chunks-stored:3", "chunks-completed:1",
                                  "chunks-completed:4", "index-committed:1", "index-committed:3", "completed",
                                  "edit-committed", "state-committed", "deleted", "cleaned:1", "cleaned:2"}) {
            QTest::newRow(point) << QString::fromLatin1(point);
        }
    }
    void nothingAcknowledgedIsLostAtAnyPoint()
    {
        QFETCH(const QString, point);
        {
            Driver driver(m_folder->path(), point);
            runEverything(driver);
            QVERIFY2(!driver.isAlive(), "the process never came to the point");
        }
        verify();
    }

    void anIndexThatWasHalfRebuiltIsRebuiltAgain()
    {
        {
            Driver driver(m_folder->path());
            create(driver, "big", 5'000);
            QVERIFY(driver.run({{u"do"_s, u"wait"_s}}));
        }
        {
            Driver driver(m_folder->path(), u"index-half-rebuilt"_s, {u"--reindex"_s});
            QVERIFY(!driver.isAlive());
        }
        verify();
    }

    void nothingAcknowledgedIsLostAtTwentyRandomMoments()
    {
        const int given = qEnvironmentVariableIntValue("LOREDESK_CRASH_SEED");
        const quint32 seed = given ? quint32(given) : QRandomGenerator::global()->bounded(1, 1'000'000'000);
        qInfo("LOREDESK_CRASH_SEED=%u", seed);
        QRandomGenerator random(seed);
        for (int round = 0; round < 20; ++round) {
            Driver driver(m_folder->path());
            QVERIFY(driver.isAlive());
            const int commands = random.bounded(12);
            for (int i = 0; i < commands; ++i)
                runSomething(driver, random, round * 100 + i);
            const int moment = random.bounded(60);
            sendSomething(driver, random, round);
            driver.waits(moment);
            driver.kill();
            verify();
            if (QTest::currentTestFailed())
                return;
        }
    }

private:
    //! Every kind of command once, with as many acknowledgements as there are before the process dies.
    void runEverything(Driver &driver)
    {
        create(driver, "first", 900);
        create(driver, "second", 3);
        wait(driver);
        edit(driver, 1, u"edited once"_s);
        create(driver, "third", 5);
        wait(driver);
        remove(driver, 2);
        create(driver, "fourth", 700);
        wait(driver);
        disableAndDelete(driver, 0);
        // What is done in the background comes to its points as well.
        for (int i = 0; i < 400 && driver.isAlive(); ++i) {
            if (!driver.run({{u"do"_s, u"wait"_s}}))
                return;
            QTest::qWait(5);
        }
    }

    void create(Driver &driver, const QByteArray &word, int count)
    {
        if (!driver.isAlive())
            return;
        const auto row = driver.run(textCommand(m_dataset, word, count));
        m_expected.texts.append({row.value_or(0), word, count, !row, false, false, firstLine(word), {}});
    }

    void wait(Driver &driver)
    {
        if (driver.isAlive())
            driver.run({{u"do"_s, u"wait"_s}});
    }

    void edit(Driver &driver, int text, const QString &content)
    {
        if (!driver.isAlive())
            return;
        auto &expected = m_expected.texts[text];
        if (driver.run({{u"do"_s, u"edit"_s}, {u"document"_s, expected.row}, {u"text"_s, content}}))
            expected.firstChunk = content;
        else
            expected.maybeFirstChunk = content;
    }

    void remove(Driver &driver, int text)
    {
        if (!driver.isAlive())
            return;
        auto &expected = m_expected.texts[text];
        (driver.run({{u"do"_s, u"delete"_s}, {u"document"_s, expected.row}}) ? expected.isGone : expected.mayBeGone)
            = true;
    }

    void disableAndDelete(Driver &driver, int text)
    {
        if (driver.isAlive())
            driver.run({{u"do"_s, u"disable"_s}, {u"document"_s, m_expected.texts.at(text).row}});
        remove(driver, text);
    }

    //! A command by chance that is waited for.
    void runSomething(Driver &driver, QRandomGenerator &random, int number)
    {
        const int text = m_expected.texts.isEmpty() ? 0 : random.bounded(int(m_expected.texts.size()));
        const int choice = random.bounded(10);
        if (choice < 5 || m_expected.texts.isEmpty() || m_expected.texts.at(text).isGone)
            return create(driver, "text" + QByteArray::number(number) + 'x',
                          1 + random.bounded(choice == 0 ? 1'500 : 30));
        if (choice < 8) {
            wait(driver);
            return edit(driver, text, u"edit%1 in text"_s.arg(number));
        }
        remove(driver, text);
    }

    //! A command whose answer nobody reads.
    void sendSomething(Driver &driver, QRandomGenerator &random, int number)
    {
        const QByteArray word = "last" + QByteArray::number(number) + 'x';
        const int count = 1 + random.bounded(1'500);
        driver.send(textCommand(m_dataset, word, count));
        m_expected.texts.append({0, word, count, true, false, false, firstLine(word), {}});
    }

    //! Starts the engine again, lets it finish what was interrupted, and compares; takes what it finds as the truth.
    void verify()
    {
        Engine engine(options(m_folder->path()));
        // The index is up to date before the first answer, also for what is still being indexed: asked at once.
        for (const auto &text : std::as_const(m_expected.texts)) {
            if (text.row && !text.isGone && !text.mayBeGone && settledAlready(engine, text.row))
                QCOMPARE(foundTimes(engine, text.word, 1), text.count > 1 ? 1 : 0);
        }
        while (!DocumentStore(engine.read().db()).unfinished().isEmpty())
            QThread::msleep(2);
        for (auto &text : m_expected.texts) {
            verifyText(engine, text);
            if (QTest::currentTestFailed()) {
                qWarning("It was the text %s.", text.word.constData());
                return;
            }
        }
        const auto documents = DocumentStore(engine.read().db()).list(m_dataset, {}, {0, 100'000});
        qsizetype living = 0;
        for (const auto &text : std::as_const(m_expected.texts))
            living += !text.isGone;
        QCOMPARE(documents.total, living);
        QTRY_COMPARE_WITH_TIMEOUT(QDir(m_folder->path() + u"/uploads"_s).entryList(QDir::Files).size(), living, 60'000);
    }

    static bool settledAlready(const Engine &engine, qint64 row)
    {
        const auto document = enginehelp::find(engine, row);
        return document && document->stage == Stage::Completed && document->enabled;
    }

    //! How often line \a number of the text is found by its own word.
    qsizetype foundTimes(const Engine &engine, const QByteArray &word, int number)
    {
        return found(engine, m_dataset, QString::fromLatin1(word + QByteArray::number(number))).size();
    }

    void verifyText(const Engine &engine, Expected::Text &text)
    {
        const auto named
            = DocumentStore(engine.read().db()).list(m_dataset, {QString::fromLatin1(text.word), {}}, {}).items;
        QVERIFY(named.size() <= 1);
        const bool isThere = !named.isEmpty();
        if (text.isGone)
            QVERIFY(!isThere);
        if (!text.isGone && !text.mayBeMissing && !text.mayBeGone)
            QVERIFY(isThere);
        text.isGone = !isThere;
        text.mayBeMissing = text.mayBeGone = false;
        if (!isThere) {
            QCOMPARE(foundTimes(engine, text.word, text.count - 1), 0);
            return;
        }
        const auto &document = named.constFirst();
        text.row = document.row;
        QCOMPARE(document.stage, Stage::Completed);
        QCOMPARE(document.segmentCount, text.count);
        QCOMPARE(document.completedSegments, text.count);
        const auto all = chunks(engine, document.row);
        QCOMPARE(all.size(), text.count);
        for (int i = 1; i < text.count; ++i)
            QCOMPARE(all.at(i).content, QString::fromLatin1(text.word + QByteArray::number(i) + " of " + text.word));
        const QString first = all.constFirst().content;
        QVERIFY2(first == text.firstChunk || (!text.maybeFirstChunk.isEmpty() && first == text.maybeFirstChunk),
                 qUtf8Printable(first));
        text.firstChunk = first;
        text.maybeFirstChunk.clear();
        if (!document.enabled)
            return;
        QCOMPARE(found(engine, m_dataset, first.section(u' ', 0, 0)).count(first), 1);
        QCOMPARE(foundTimes(engine, text.word, 0), first == firstLine(text.word) ? 1 : 0);
        for (int i = 1; i < text.count; i += 97)
            QCOMPARE(foundTimes(engine, text.word, i), 1);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Expected m_expected;
    qint64 m_dataset = 0;
};

LOREDESK_TEST(tst_crash, TestCrash)
#include "tst_crash.moc"
