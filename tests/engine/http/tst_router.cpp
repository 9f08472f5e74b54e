// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/router.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestRouter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto answer = [](const http::Request &) { return http::Response(); };
        m_router.add("GET", u"/v1/datasets", answer);
        m_router.add("POST", u"/v1/datasets", answer);
        m_router.add("GET", u"/v1/datasets/{id}/documents/{text}/indexing-status", answer);
        m_router.add("GET", u"/health", answer, http::Router::Key::NotAsked);
    }

    void aPathIsFoundByItsMethod()
    {
        QVERIFY(m_router.match("GET", u"/v1/datasets"_s).handler);
        QVERIFY(m_router.match("HEAD", u"/v1/datasets"_s).handler);
        QCOMPARE(m_router.match("GET", u"/v1/datasets"_s).key, http::Router::Key::Required);
        QCOMPARE(m_router.match("GET", u"/health"_s).key, http::Router::Key::NotAsked);
    }

    void anotherMethodIsToldFromAnotherPath()
    {
        const auto match = m_router.match("PUT", u"/v1/datasets"_s);
        QVERIFY(!match.handler);
        QCOMPARE(match.methods, (QByteArrayList{"GET", "POST"}));
    }

    void variablesOfThePathAreGivenInOrder()
    {
        const auto match = m_router.match(
            "GET",
            u"/v1/datasets/ABCDEF00-0000-4000-8000-000000000000/documents/20261121031910629238/indexing-status"_s);
        QCOMPARE(match.arguments, (QStringList{u"abcdef00-0000-4000-8000-000000000000"_s, u"20261121031910629238"_s}));
    }

    void whatIsNotAPathIsNone_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("trailing slash") << u"/v1/datasets/"_s;
        QTest::newRow("doubled slash") << u"/v1//datasets"_s;
        QTest::newRow("no UUID") << u"/v1/datasets/abc/documents/1/indexing-status"_s;
        QTest::newRow("UUID without dashes")
            << u"/v1/datasets/abcdef00000040008000000000000000/documents/1/indexing-status"_s;
        QTest::newRow("empty text")
            << u"/v1/datasets/abcdef00-0000-4000-8000-000000000000/documents//indexing-status"_s;
        QTest::newRow("longer") << u"/health/more"_s;
        QTest::newRow("nothing") << QString();
    }

    void whatIsNotAPathIsNone()
    {
        QFETCH(QString, path);
        QVERIFY(m_router.match("GET", path).methods.isEmpty());
    }

private:
    http::Router m_router;
};

LOREDESK_TEST(tst_router, TestRouter)

#include "tst_router.moc"
