// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/modelsdialog.h"

#include "app/services/credentials.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestModelsDialog : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // no keychain: keys stay in memory
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
        m_models = std::make_unique<LocalModels>(*m_settings, m_credentials, u"local"_s);
        m_network = std::make_unique<FakeNetwork>();
        m_dialog = std::make_unique<ModelsDialog>(*m_models, *m_network);
        m_dialog->show();
    }

    void cleanup() { m_dialog.reset(); }

    void bothModelsAreCheckedOneAfterTheOther()
    {
        m_network->answer(u"POST /v1/embeddings"_s,
                          QJsonObject{{u"data"_s, QJsonArray{QJsonObject{{u"embedding"_s, QJsonArray{1, 2, 3}}}}}});
        m_network->answer(u"POST /v1/rerank"_s, QJsonObject{{u"results"_s, QJsonArray{QJsonObject{}, QJsonObject{}}}});
        QVERIFY(!button(u"modelsCheck"_s)->isEnabled());
        type(u"embeddingsUrl"_s, u"http://127.0.0.1:11434/v1"_s);
        type(u"embeddingsModel"_s, u"bge-m3"_s);
        type(u"embeddingsKey"_s, u"secret"_s);
        type(u"rerankModel"_s, u"ranker"_s);
        button(u"modelsCheck"_s)->click();
        QTRY_VERIFY(words().contains(u"rerank model works"_s));
        QVERIFY(words().contains(u"3"_s));
        QCOMPARE(m_network->requests.last().request.rawHeader("Authorization"), "Bearer secret"); // the same endpoint
        QVERIFY(m_models->environment().isEmpty());
    }

    void whatIsWrongIsSaid()
    {
        m_network->fail(u"POST /v1/embeddings"_s, QNetworkReply::ConnectionRefusedError);
        type(u"embeddingsUrl"_s, u"http://127.0.0.1:11434/v1"_s);
        type(u"embeddingsModel"_s, u"bge-m3"_s);
        button(u"modelsCheck"_s)->click();
        QTRY_VERIFY(words().startsWith(u"Embeddings:"_s));
        type(u"embeddingsModel"_s, u"other"_s);
        QVERIFY(words().isEmpty());
    }

    void whatIsChosenIsUsed()
    {
        QSignalSpy changed(m_models.get(), &LocalModels::changed);
        type(u"embeddingsUrl"_s, u"http://127.0.0.1:11434/v1"_s);
        QVERIFY(!button(u"modelsUse"_s)->isEnabled());
        type(u"embeddingsModel"_s, u"bge-m3"_s);
        QTest::keyClick(m_dialog.get(), Qt::Key_Return);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_models->endpoints().embeddings.model, u"bge-m3"_s);
        QVERIFY(!m_dialog->isVisible());
    }

    void aKeyOverPlainHttpIsAskedAboutFirst()
    {
        type(u"embeddingsUrl"_s, u"http://models.test/v1"_s);
        type(u"embeddingsModel"_s, u"bge-m3"_s);
        type(u"embeddingsKey"_s, u"secret"_s);
        button(u"modelsCheck"_s)->click();
        auto *question = m_dialog->findChild<QMessageBox *>(u"question"_s);
        QVERIFY(question);
        QVERIFY(question->informativeText().contains(u"models.test"_s));
        QVERIFY(m_network->requests.isEmpty());
    }

    void nonsenseCannotBeUsed()
    {
        type(u"embeddingsUrl"_s, u"ollama"_s);
        type(u"embeddingsModel"_s, u"bge-m3"_s);
        QVERIFY(!button(u"modelsUse"_s)->isEnabled());
        QVERIFY(!button(u"modelsCheck"_s)->isEnabled());
    }

    void keysAreNotReadable()
    {
        for (const QString &name : {u"embeddingsKey"_s, u"rerankKey"_s})
            QCOMPARE(m_dialog->findChild<QLineEdit *>(name)->echoMode(), QLineEdit::Password);
    }

private:
    QPushButton *button(const QString &name) const { return m_dialog->findChild<QPushButton *>(name); }
    QString words() const { return m_dialog->findChild<QLabel *>(u"modelsWords"_s)->text(); }

    void type(const QString &field, const QString &text) const
    {
        auto *edit = m_dialog->findChild<QLineEdit *>(field);
        edit->clear();
        QTest::keyClicks(edit, text);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    Credentials m_credentials;
    std::unique_ptr<LocalModels> m_models;
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<ModelsDialog> m_dialog;
};

LOREDESK_TEST(tst_modelsdialog, TestModelsDialog)
#include "tst_modelsdialog.moc"
