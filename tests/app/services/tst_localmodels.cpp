// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/localmodels.h"

#include "app/services/credentials.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

//! There is no keychain here: ctest gives its tests no session bus.
class TestLocalModels : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_credentials = std::make_unique<Credentials>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
    }

    void withoutModelsTheServerIsToldNothing()
    {
        QVERIFY(LocalModels(*m_settings, *m_credentials, u"local"_s).environment().isEmpty());
    }

    void theServerIsToldByItsEnvironment()
    {
        LocalModels models(*m_settings, *m_credentials, u"local"_s);
        QSignalSpy changed(&models, &LocalModels::changed);
        models.set(some());
        models.set(some());
        QCOMPARE(changed.size(), 1);
        const QMap<QString, QString> expected{{u"LOREDESK_EMBEDDINGS_URL"_s, u"http://127.0.0.1:11434/v1"_s},
                                              {u"LOREDESK_EMBEDDINGS_MODEL"_s, u"bge-m3"_s},
                                              {u"LOREDESK_EMBEDDINGS_KEY"_s, u"a-very-secret-key"_s}};
        QCOMPARE(models.environment(), expected);
    }

    void itIsRememberedAndItsKeyReadFromTheKeychain()
    {
        LocalModels(*m_settings, *m_credentials, u"local"_s).set(some());
        LocalModels after(*m_settings, *m_credentials, u"local"_s);
        QCOMPARE(after.endpoints().embeddings.model, u"bge-m3"_s);
        QVERIFY(after.endpoints().embeddings.key.isEmpty());
        QSignalSpy changed(&after, &LocalModels::changed);
        after.load();
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 30'000);
        QCOMPARE(after.endpoints(), some());
    }

    void aKeyThatIsGivenUpIsForgotten()
    {
        LocalModels models(*m_settings, *m_credentials, u"local"_s);
        models.set(some());
        auto without = some();
        without.embeddings.key.clear();
        models.set(without);
        std::optional<QByteArray> key = "not yet read";
        m_credentials->read(u"local/embeddings"_s, this, [&](const auto &found) { key = found; });
        QTRY_VERIFY_WITH_TIMEOUT(!key, 30'000);
        QVERIFY(models.environment().value(u"LOREDESK_EMBEDDINGS_KEY"_s).isEmpty());
    }

    void noKeyIsInTheSettings()
    {
        LocalModels(*m_settings, *m_credentials, u"local"_s).set(some());
        m_settings->sync();
        QFile file(m_settings->fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY(content.contains("bge-m3"));
        QVERIFY(!content.contains("secret"));
    }

private:
    static LocalModels::Endpoints some()
    {
        return {.embeddings = {u"http://127.0.0.1:11434/v1"_s, u"bge-m3"_s, "a-very-secret-key"}, .rerank = {}};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Credentials> m_credentials;
    std::unique_ptr<QSettings> m_settings;
};

LOREDESK_TEST(tst_localmodels, TestLocalModels)
#include "tst_localmodels.moc"
