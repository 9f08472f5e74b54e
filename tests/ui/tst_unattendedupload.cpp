// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/windowfixture.h"
#include "ui/unattendedupload.h"

#include <QImage>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

class TestUnattendedUpload : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->open();
    }

    void cleanup() { m_fixture.reset(); }

    void everythingIndexedIsASuccessWithAPicture()
    {
        QCOMPARE(exitCodeFor({m_fixture->file(u"a.md"_s), m_fixture->file(u"b.md"_s)}), 0);
        QStringList names = m_fixture->server.documentNames();
        names.sort(); // each is read in a thread of its own
        QCOMPARE(names, QStringList({u"a.md"_s, u"b.md"_s}));
        QCOMPARE(m_fixture->server.datasets.size(), 1);
        QVERIFY(!QImage(picture()).isNull());
    }

    void oneThatFailsIsAFailureWithAPicture()
    {
        m_fixture->server.failNext(u"POST /v1/datasets/dataset1/document"_s, 415, u"unsupported_file_type"_s, u"no"_s);
        QCOMPARE(exitCodeFor({m_fixture->file(u"a.md"_s), m_fixture->file(u"b.md"_s)}), 1);
        QCOMPARE(m_fixture->server.documents.size(), 1);
        QVERIFY(!QImage(picture()).isNull());
    }

    void nothingToSendIsAFailure()
    {
        QCOMPARE(exitCodeFor({m_fixture->file(u"a.exe"_s)}), 1);
        QVERIFY(m_fixture->server.documents.isEmpty());
    }

    void aServerThatDoesNotStartIsAFailure()
    {
        m_fixture->servers.local().setFailed(u"The disk is made of cheese."_s);
        QCOMPARE(exitCodeFor({m_fixture->file(u"a.md"_s)}), 1);
    }

    void aDatasetThatCannotBeMadeIsAFailure()
    {
        m_fixture->server.failNext(u"POST /v1/datasets"_s, 500, {}, u"Out of order."_s);
        QCOMPARE(exitCodeFor({m_fixture->file(u"a.md"_s)}), 1);
    }

    void aPictureThatCannotBeSavedIsAFailure()
    {
        QCOMPARE(exitCodeFor({m_fixture->file(u"a.md"_s)}, u"/nonexistent/picture.png"_s), 1);
        QCOMPARE(m_fixture->server.documents.size(), 1);
    }

private:
    QString picture() const { return m_fixture->folder.filePath(u"picture.png"_s); }

    int exitCodeFor(const QStringList &files, const QString &saveAs = {}) const
    {
        int code = -1;
        const auto upload = std::make_unique<UnattendedUpload>(m_fixture->backend, *m_fixture->window, files,
                                                               saveAs.isEmpty() ? picture() : saveAs);
        QObject::connect(upload.get(), &UnattendedUpload::finished, upload.get(),
                         [&](int exitCode) { code = exitCode; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(code >= 0, 30'000); }();
        return code;
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

LOREDESK_TEST(tst_unattendedupload, TestUnattendedUpload)
#include "tst_unattendedupload.moc"
