// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/vectors/modelsettings.h"

#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestModelSettings : public QObject
{
    Q_OBJECT

private slots:
    void theyAreTakenOutOfTheEnvironment()
    {
        qputenv("LOREDESK_EMBEDDINGS_URL", "http://127.0.0.1:11434/v1/");
        qputenv("LOREDESK_EMBEDDINGS_MODEL", "bge-m3, nomic");
        qputenv("LOREDESK_EMBEDDINGS_KEY", "secret");
        const auto settings = ModelSettings::takeFromEnvironment();
        QCOMPARE(settings.embeddings.url, u"http://127.0.0.1:11434/v1"_s);
        QCOMPARE(settings.embeddings.models, (QStringList{u"bge-m3"_s, u"nomic"_s}));
        QCOMPARE(settings.embeddings.key, "secret");
        QVERIFY(settings.embeddings.isSet());
        QVERIFY(!settings.rerank.isSet());
        QVERIFY(!qEnvironmentVariableIsSet("LOREDESK_EMBEDDINGS_KEY"));
        QVERIFY(!ModelSettings::takeFromEnvironment().embeddings.isSet());
    }

    void aRerankModelOfTheSameEndpointNeedsItsNameAlone()
    {
        qputenv("LOREDESK_EMBEDDINGS_URL", "https://models.example");
        qputenv("LOREDESK_EMBEDDINGS_KEY", "secret");
        qputenv("LOREDESK_RERANK_MODEL", "bge-reranker");
        const auto settings = ModelSettings::takeFromEnvironment();
        QCOMPARE(settings.rerank, (ModelEndpoint{u"https://models.example"_s, "secret", {u"bge-reranker"_s}}));
    }

    void theKeyOfOneEndpointIsNotShownToAnother()
    {
        qputenv("LOREDESK_EMBEDDINGS_URL", "https://models.example");
        qputenv("LOREDESK_EMBEDDINGS_KEY", "secret");
        qputenv("LOREDESK_RERANK_URL", "https://other.example");
        qputenv("LOREDESK_RERANK_MODEL", "bge-reranker");
        QVERIFY(ModelSettings::takeFromEnvironment().rerank.key.isEmpty());
    }
};

LOREDESK_TEST(tst_modelsettings, TestModelSettings)
#include "tst_modelsettings.moc"
