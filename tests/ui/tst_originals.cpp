// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/windowfixture.h"
#include "ui/widgets/downloadbar.h"
#include "ui/widgets/treeview.h"

#include <QFileDialog>
#include <QLabel>

using namespace Qt::Literals::StringLiterals;

//! Saving the originals of documents.
class TestOriginals : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        const QString dataset = m_fixture->server.addDataset(u"Animals"_s);
        m_first = m_fixture->server.addDocument(dataset, u"a.pdf"_s, {{u"data_source_type"_s, u"upload_file"_s}});
        m_fixture->server.addDocument(dataset, u"b.pdf"_s, {{u"data_source_type"_s, u"upload_file"_s}});
        m_fixture->server.addDocument(dataset, u"page"_s, {{u"data_source_type"_s, u"website_crawl"_s}});
        m_fixture->openWith(dataset);
        m_documents = m_fixture->child<TreeView>(u"documentsView"_s);
        QTRY_COMPARE(m_documents->model()->rowCount(), 3);
    }

    void cleanup() { m_fixture.reset(); }

    void oneIsSavedUnderAName()
    {
        WindowFixture::select(m_documents, {0});
        saveAs(u"mine.pdf"_s);
        QTRY_COMPARE(content(u"mine.pdf"_s), QByteArray("original of ") + m_first.toUtf8());
        QTRY_COMPARE(said(), u"a.pdf saved in %1"_s.arg(m_fixture->folder.path()));
    }

    void severalAreSavedAsAZip()
    {
        WindowFixture::select(m_documents, {0, 1, 2}); // the page has no original
        saveAs(u"all.zip"_s);
        QTRY_COMPARE(content(u"all.zip"_s), QByteArray("zip of 2"));
        QTRY_COMPARE(said(), u"2 original(s) saved in %1"_s.arg(m_fixture->folder.path()));
    }

    void whatHasNoOriginalCannotBeSaved()
    {
        WindowFixture::select(m_documents, {2});
        QVERIFY(!m_fixture->action(u"documentSaveOriginals"_s)->isEnabled());
    }

    void aFailureIsSaid()
    {
        m_fixture->server.failNext(u"GET /v1/datasets/dataset1/documents/"_s + m_first + u"/download"_s, 404,
                                   u"not_found"_s, u"Uploaded file not found."_s);
        WindowFixture::select(m_documents, {0});
        saveAs(u"mine.pdf"_s);
        QTRY_COMPARE(said(), u"Not saved: Uploaded file not found. Reload the list: somebody may have deleted it."_s);
        QVERIFY(!QFile::exists(m_fixture->folder.filePath(u"mine.pdf"_s)));
    }

    void itCanBeStopped()
    {
        m_fixture->server.network.hang(u"POST /v1/datasets/dataset1/documents/download-zip"_s);
        WindowFixture::select(m_documents, {0, 1});
        saveAs(u"all.zip"_s);
        QTRY_COMPARE(m_fixture->server.network.hanging(), 1);
        QVERIFY(!m_fixture->action(u"documentSaveOriginals"_s)->isEnabled()); // one after the other
        m_fixture->click(u"downloadStop"_s);
        QTRY_COMPARE(m_fixture->server.network.aborted, 1);
        QVERIFY(!m_fixture->child<DownloadBar>(u"downloadBar"_s)->isVisible());
        QVERIFY(m_fixture->action(u"documentSaveOriginals"_s)->isEnabled());
    }

    void anOldServerSaysWhyItCannot()
    {
        m_fixture->servers.local().setAbilities(ServerAbilities(u"0.11.1"_s));
        WindowFixture::select(m_documents, {0});
        QAction *save = m_fixture->action(u"documentSaveOriginals"_s);
        QVERIFY(!save->isEnabled());
        QVERIFY2(save->toolTip().contains(u"cannot do this"_s), qPrintable(save->toolTip()));
    }

private:
    void saveAs(const QString &name)
    {
        m_fixture->action(u"documentSaveOriginals"_s)->trigger();
        auto *dialog = m_fixture->child<QFileDialog>(u"saveOriginalsDialog"_s);
        QVERIFY(dialog);
        emit dialog->fileSelected(m_fixture->folder.filePath(name));
        dialog->close();
    }

    QByteArray content(const QString &name) const
    {
        QFile file(m_fixture->folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QString said() const { return m_fixture->child<QLabel>(u"downloadText"_s)->text(); }

    std::unique_ptr<WindowFixture> m_fixture;
    QString m_first;
    TreeView *m_documents = nullptr;
};

LOREDESK_TEST(tst_originals, TestOriginals)
#include "tst_originals.moc"
