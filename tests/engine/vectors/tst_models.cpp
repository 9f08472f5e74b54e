// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/vectors/models.h"

#include "tests/support/modelserver.h"
#include "tests/support/rawserver.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <future>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Patience short3{3, 1ms, 10s};

ModelSettings at(const QUrl &url, const QByteArray &key = {})
{
    const ModelEndpoint endpoint{url.toString(), key, {u"fake-embed"_s}};
    return {endpoint, endpoint};
}

//! Runs \a work in another thread while servers of this one answer.
template <typename Work>
void runBeside(Work work)
{
    std::atomic_bool isDone = false;
    std::thread thread([&] {
        work();
        isDone = true;
    });
    while (!isDone)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    thread.join();
}

template <typename Work>
std::optional<ModelError> errorOf(Work work)
{
    try {
        work();
    } catch (const ModelError &error) {
        return error;
    }
    return {};
}

} // namespace

class TestModels : public QObject
{
    Q_OBJECT

private slots:
    void vectorsComeInTheOrderOfTheTextsAndHaveLengthOne()
    {
        const ModelServer server;
        const auto made = Models(at(server.url())).embed(u"fake-embed"_s, {u"a a b"_s, u"c"_s}, short3);
        QCOMPARE(made.vectors.size(), 2U);
        double squares = 0;
        for (const float value : made.vectors.at(0))
            squares += double(value) * double(value);
        QVERIFY(std::abs(squares - 1) < 1e-6);
        QCOMPARE(made.tokens, (QList<qint64>{3, 1}));
    }

    void manyTextsGoInSeveralRequests()
    {
        const ModelServer server;
        QStringList texts;
        for (int i = 0; i < 70; ++i)
            texts.append(u"word%1"_s.arg(i));
        QCOMPARE(Models(at(server.url())).embed(u"fake-embed"_s, texts, short3).vectors.size(), 70U);
        QCOMPARE(server.texts(), texts);
        QCOMPARE(server.requests(), 3);
    }

    void anEndpointThatTakesFewTextsIsAskedForFewFromThenOn()
    {
        ModelServer server;
        server.mostTexts = 5;
        const Models models(at(server.url()));
        const QStringList texts(16, u"word"_s);
        QCOMPARE(models.embed(u"fake-embed"_s, texts, short3).vectors.size(), 16U);
        const int before = server.requests();
        models.embed(u"fake-embed"_s, texts, short3);
        QCOMPARE(server.requests() - before, 4);
    }

    void anEndpointThatIsAwayOrDeniesEverythingIsNotAskedForFewer_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("requests");
        QTest::addRow("away") << 0 << 3;
        QTest::addRow("wrong key") << 401 << 1;
        QTest::addRow("forbidden") << 403 << 1;
        QTest::addRow("wrong path") << 404 << 1;
        QTest::addRow("too many requests") << 429 << 3;
    }
    void anEndpointThatIsAwayOrDeniesEverythingIsNotAskedForFewer()
    {
        QFETCH(int, status);
        QFETCH(int, requests);
        ModelServer server;
        server.failureStatus = status;
        server.failures = 1'000;
        const QStringList texts(16, u"word"_s);
        QVERIFY(errorOf([&] { Models(at(server.url())).embed(u"fake-embed"_s, texts, short3); }));
        QCOMPARE(server.requests(), requests);
    }

    void theKeyIsShownAndNeverSaid()
    {
        const ModelServer server("secret");
        QVERIFY(!errorOf([&] { Models(at(server.url(), "secret")).embed(u"fake-embed"_s, {u"a"_s}, short3); }));
        RawServer raw;
        raw.answer = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 44\r\n\r\n{\"error\":{\"message\":\"wrong key "
                     "sec,ret!!!\"}}";
        std::optional<ModelError> error;
        runBeside(
            [&] { error = errorOf([&] { Models(at(raw.baseUrl(), "sec,ret")).embed(u"m"_s, {u"a"_s}, short3); }); });
        QVERIFY(raw.requests.constFirst().contains("Authorization: Bearer sec,ret\r\n"));
        QCOMPARE(error->message(), u"wrong key …!!!"_s);
    }

    void whatMayPassIsTriedAgainAndWhatMayNotIsNot_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("requests");
        QTest::addRow("busy") << 429 << 3;
        QTest::addRow("broken") << 500 << 3;
        QTest::addRow("closed") << 0 << 3;
        QTest::addRow("refused") << 400 << 1;
        QTest::addRow("wrong key") << 401 << 1;
    }
    void whatMayPassIsTriedAgainAndWhatMayNotIsNot()
    {
        QFETCH(int, status);
        QFETCH(int, requests);
        ModelServer server;
        server.failureStatus = status;
        server.failures = 1'000;
        const auto error = errorOf([&] { Models(at(server.url())).embed(u"fake-embed"_s, {u"a"_s}, short3); });
        QVERIFY(error);
        QCOMPARE(server.requests(), requests);
        if (status == 0) {
            const QString start
                = u"The embeddings endpoint at 127.0.0.1:%1 cannot be reached: "_s.arg(server.url().port());
            QVERIFY2(error->message().startsWith(start), qUtf8Printable(error->message()));
        } else {
            QCOMPARE(error->message(), u"try again later"_s);
        }
    }

    void anAnswerThatIsNoneSaysThatTheAddressMayBeWrong()
    {
        const ModelServer server;
        RawServer raw;
        raw.answer = "HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n<html></html>";
        std::optional<ModelError> error;
        runBeside([&] { error = errorOf([&] { Models(at(raw.baseUrl())).embed(u"m"_s, {u"a"_s}, short3); }); });
        QVERIFY(error->message().contains("is its address right?"_L1));
    }

    void whyItRefusesIsReadInEveryForm_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addRow("OpenAI") << QByteArray(R"({"error":{"message":" no such model "}})");
        QTest::addRow("Ollama") << QByteArray(R"({"error":"no such model"})");
        QTest::addRow("vLLM") << QByteArray(R"({"message":"no such model"})");
        QTest::addRow("Jina") << QByteArray(R"({"detail":"no such model"})");
        QTest::addRow("beside an empty one") << QByteArray(R"({"error":{"message":" "},"detail":"no such model"})");
    }
    void whyItRefusesIsReadInEveryForm()
    {
        QFETCH(QByteArray, body);
        RawServer raw;
        raw.answer = "HTTP/1.1 404 Not Found\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        std::optional<ModelError> error;
        runBeside([&] { error = errorOf([&] { Models(at(raw.baseUrl())).embed(u"m"_s, {u"a"_s}, short3); }); });
        QCOMPARE(error->message(), u"no such model"_s);
    }

    void nothingButTheWebIsAsked()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"embeddings"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write("{}");
        file.close();
        const auto error
            = errorOf([&] { Models(at(QUrl::fromLocalFile(folder.path()))).embed(u"fake-embed"_s, {u"a"_s}, short3); });
        QVERIFY2(error->message().contains("Unsupported protocol"_L1), qUtf8Printable(error->message()));
    }

    void aCallIsGivenUpWhenItIsCancelledOrTheServerEnds()
    {
        ModelServer server;
        server.isSilent = true;
        Models models(at(server.url()));
        std::atomic_bool cancelled = false;
        std::optional<ModelError> error;
        std::thread asking([&] {
            error = errorOf([&] { models.embed(u"fake-embed"_s, {u"a"_s}, Patience::inBackground(), &cancelled); });
        });
        QTRY_COMPARE(server.requests(), 1);
        cancelled = true;
        asking.join();
        QCOMPARE(error->kind(), ModelError::Kind::Stopped);
        models.stop();
        QCOMPARE(errorOf([&] { models.embed(u"fake-embed"_s, {u"a"_s}, short3); })->kind(), ModelError::Kind::Stopped);
    }

    void aPauseBetweenTwoAttemptsEndsWithTheServer()
    {
        ModelServer server;
        Models models(at(server.url()));
        auto asking = refusedOnce(models, server, {3, 1h, 10s});
        models.stop();
        QTRY_COMPARE(asking.wait_for(0s), std::future_status::ready);
        QCOMPARE(asking.get()->kind(), ModelError::Kind::Stopped);
    }

    void whoIsToldWhenToComeBackDoesNotComeSooner()
    {
        ModelServer server;
        server.failureStatus = 429;
        server.retryAfter = 30;
        Models models(at(server.url()));
        auto asking = refusedOnce(models, server, short3);
        models.stop();
        QCOMPARE(asking.get()->kind(), ModelError::Kind::Stopped);
        QVERIFY(!server.texts().contains(u"refused"_s));
    }

    void withoutAnEndpointTheModelIsNotInitialised()
    {
        const auto error = errorOf([] { Models({}).embed(u"bge-m3"_s, {u"a"_s}, short3); });
        QCOMPARE(error->kind(), ModelError::Kind::NotSetUp);
        QCOMPARE(error->message(), u"Model bge-m3 credentials is not initialized."_s);
    }

    void aRerankModelScoresEachText()
    {
        const ModelServer server;
        const Models models(at(server.url()));
        const QStringList texts{u"copper"_s, u"tiger river"_s};
        QCOMPARE(models.rerank(u"fake-rerank"_s, u"tiger"_s, texts), (QList<double>{0, 0.5}));
        const auto error = errorOf([&] { models.rerank(u"fake-rerank"_s, u"RERANKFAIL"_s, texts); });
        QCOMPARE(error->message(), u"fake rerank failure"_s);
    }

private:
    //! Somebody who asks in a thread of his own, and waits for his second attempt now.
    static std::future<std::optional<ModelError>> refusedOnce(const Models &models, ModelServer &server,
                                                              const Patience &patience)
    {
        server.failures = 1;
        auto asking = std::async(std::launch::async, [&models, patience] {
            return errorOf([&] { models.embed(u"fake-embed"_s, {u"refused"_s}, patience); });
        });
        while (server.failures > 0)
            QThread::yieldCurrentThread();
        // Long enough for another, who is refused three times: the refusal has come then.
        ModelServer other;
        other.failures = 3;
        Models(at(other.url())).embed(u"fake-embed"_s, {u"a"_s}, {4, 50ms, 10s});
        return asking;
    }
};

LOREDESK_TEST(tst_models, TestModels)
#include "tst_models.moc"
