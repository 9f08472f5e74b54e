// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/windowfixture.h"
#include "ui/dialogs/metadatasheet.h"
#include "ui/widgets/metadatavalueedit.h"
#include "ui/widgets/treeview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>

using namespace Qt::Literals::StringLiterals;

//! The fields of a dataset and the values of its documents.
class TestMetadataPage : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_dataset = m_fixture->server.addDataset(u"Animals"_s);
        m_author = m_fixture->server.addMetadataField(u"author"_s);
        m_fixture->server.addMetadataField(u"pages"_s, u"number"_s);
        m_first = m_fixture->server.addDocument(m_dataset, u"a.pdf"_s);
        m_second = m_fixture->server.addDocument(m_dataset, u"b.pdf"_s);
        setValue(m_first, u"Ann"_s);
        setValue(m_second, u"Bob"_s);
    }

    void cleanup() { m_fixture.reset(); }

    void theFieldsOfTheDatasetAreListed()
    {
        open();
        QCOMPARE(WindowFixture::rows(m_fields), (QStringList{u"author"_s, u"pages"_s}));
    }

    void aFieldIsAdded()
    {
        open();
        m_fixture->action(u"fieldAdd"_s)->trigger();
        m_fixture->child<QLineEdit>(u"fieldName"_s)->setText(u"seen"_s);
        m_fixture->child<QComboBox>(u"fieldType"_s)->setCurrentIndex(2);
        m_fixture->click(u"fieldStore"_s);
        QTRY_COMPARE(WindowFixture::rows(m_fields), (QStringList{u"author"_s, u"pages"_s, u"seen"_s}));
        QCOMPARE(m_fixture->server.metadataFields.last()["type"_L1].toString(), u"time"_s);
    }

    void aNameThatIsTakenIsToldInTheDialog()
    {
        open();
        m_fixture->action(u"fieldAdd"_s)->trigger();
        m_fixture->child<QLineEdit>(u"fieldName"_s)->setText(u"pages"_s);
        m_fixture->click(u"fieldStore"_s);
        QTRY_COMPARE(m_fixture->child<QLabel>(u"fieldWords"_s)->text(), u"Metadata name already exists."_s);
    }

    void aFieldIsRenamedAndDeleted()
    {
        open();
        m_fields->setCurrentIndex(m_fields->model()->index(0, 0));
        m_fixture->action(u"fieldRename"_s)->trigger();
        m_fixture->child<QLineEdit>(u"fieldName"_s)->setText(u"writer"_s);
        m_fixture->click(u"fieldStore"_s);
        QTRY_COMPARE(WindowFixture::rows(m_fields).constFirst(), u"writer"_s);
        m_fixture->action(u"fieldDelete"_s)->trigger();
        m_fixture->click(u"questionYes"_s);
        QTRY_COMPARE(WindowFixture::rows(m_fields), QStringList{u"pages"_s});
    }

    void builtInFieldsAreTurnedOnAndOff()
    {
        open();
        m_fixture->action(u"fieldBuiltIn"_s)->trigger();
        QTRY_VERIFY(m_fixture->server.builtInMetadata);
        QTRY_VERIFY(m_fixture->action(u"fieldBuiltIn"_s)->isChecked());
        QVERIFY(m_fixture->child<QCheckBox>(u"fieldBuiltInBox"_s)->isChecked());
        m_fixture->action(u"fieldBuiltIn"_s)->trigger();
        QTRY_VERIFY(!m_fixture->server.builtInMetadata);
    }

    void whatTheServerRefusesToTurnOnStaysOff()
    {
        open();
        m_fixture->server.failNext(u"POST"_s, 400, u"x"_s, u"Not now."_s);
        m_fixture->action(u"fieldBuiltIn"_s)->trigger();
        QTRY_COMPARE(m_fixture->child<QLabel>(u"metadataMessageLabel"_s)->text(), u"Not now."_s);
        QVERIFY(!m_fixture->action(u"fieldBuiltIn"_s)->isChecked());
    }

    void oneDocumentShowsItsValues()
    {
        openSheet({0});
        QCOMPARE(text(u"author"_s)->text(), u"Ann"_s);
        QCOMPARE(text(u"pages"_s)->text(), QString());
        QVERIFY(!saves());
    }

    void onlyWhatWasChangedIsSent()
    {
        openSheet({0});
        text(u"pages"_s)->setText(u"12"_s);
        QVERIFY(saves());
        m_fixture->click(u"metadataSave"_s);
        QTRY_COMPARE(m_fixture->server.metadataValue(m_first, u"pages"_s), QJsonValue(12));
        QCOMPARE(m_fixture->server.metadataValue(m_first, u"author"_s), QJsonValue(u"Ann"_s));
        const auto sent = lastUpdate()["operation_data"_L1][0];
        QCOMPARE(sent["metadata_list"_L1].toArray().size(), 1);
        QVERIFY(sent["partial_update"_L1].toBool());
        QTRY_VERIFY(!m_fixture->child<MetadataSheet>(u"metadataSheet"_s));
    }

    void differentValuesOfManyAreSaidAndLeftAlone()
    {
        openSheet({0, 1});
        QCOMPARE(text(u"author"_s)->text(), QString());
        QCOMPARE(text(u"author"_s)->placeholderText(), u"Different values"_s);
        text(u"pages"_s)->setText(u"7"_s);
        m_fixture->click(u"metadataSave"_s);
        QTRY_COMPARE(m_fixture->server.metadataValue(m_second, u"pages"_s), QJsonValue(7));
        QCOMPARE(m_fixture->server.metadataValue(m_first, u"author"_s), QJsonValue(u"Ann"_s));
        QCOMPARE(m_fixture->server.metadataValue(m_second, u"author"_s), QJsonValue(u"Bob"_s));
    }

    void differentValuesCanBeTakenAway()
    {
        openSheet({0, 1});
        m_fixture->click(u"metadataClear/author"_s);
        QVERIFY(saves());
        m_fixture->click(u"metadataSave"_s);
        QTRY_COMPARE(m_fixture->server.metadataValue(m_first, u"author"_s), QJsonValue(QJsonValue::Null));
        QCOMPARE(m_fixture->server.metadataValue(m_second, u"author"_s), QJsonValue(QJsonValue::Null));
    }

    void aDocumentThatFailsIsListedAndTheRestGoesOn()
    {
        m_fixture->server.refusesMetadata = u"a.pdf"_s;
        openSheet({0, 1});
        text(u"author"_s)->setText(u"Eve"_s);
        m_fixture->click(u"metadataSave"_s);
        auto *failures = m_fixture->child<QListWidget>(u"metadataFailures"_s);
        QTRY_COMPARE(failures->count(), 1);
        QCOMPARE(failures->item(0)->text(), u"a.pdf: Document not found."_s);
        QCOMPARE(m_fixture->server.metadataValue(m_second, u"author"_s), QJsonValue(u"Eve"_s));
        QCOMPARE(m_fixture->server.metadataValue(m_first, u"author"_s), QJsonValue(u"Ann"_s));

        m_fixture->server.refusesMetadata.clear();
        m_fixture->click(u"metadataSave"_s); // only the one that failed is tried again
        QTRY_COMPARE(m_fixture->server.metadataValue(m_first, u"author"_s), QJsonValue(u"Eve"_s));
        QCOMPARE(lastUpdate()["operation_data"_L1].toArray().size(), 1);
    }

    void whatIsNoNumberIsNotSent()
    {
        openSheet({0});
        text(u"pages"_s)->setText(u"many"_s);
        QVERIFY(!saves());
        QCOMPARE(m_fixture->child<QLabel>(u"metadataWords"_s)->text(), u"“many” is not a number."_s);
    }

    void aTimeIsSetToTheMinute()
    {
        m_fixture->server.addMetadataField(u"seen"_s, u"time"_s);
        openSheet({0});
        m_fixture->click(u"metadataSet/seen"_s);
        const QDateTime when(QDate(2025, 1, 1), QTime(12, 30));
        m_fixture->child<QDateTimeEdit>(u"metadataWhen/seen"_s)->setDateTime(when);
        m_fixture->click(u"metadataSave"_s);
        QTRY_COMPARE(m_fixture->server.metadataValue(m_first, u"seen"_s), QJsonValue(when.toSecsSinceEpoch()));
    }

    void aFieldCanBeAddedOnTheWay()
    {
        openSheet({0});
        text(u"pages"_s)->setText(u"3"_s);
        m_fixture->click(u"metadataAddField"_s);
        m_fixture->child<QLineEdit>(u"fieldName"_s)->setText(u"language"_s);
        m_fixture->click(u"fieldStore"_s);
        QTRY_VERIFY(text(u"language"_s));
        QCOMPARE(text(u"pages"_s)->text(), u"3"_s);
    }

    void fieldsAreColumnsThatAreChosenAndKept()
    {
        open();
        QHeaderView *header = m_documents->header();
        const int author = DocumentsModel::ColumnCount;
        QTRY_COMPARE(header->count(), author + 2);
        QVERIFY(header->isSectionHidden(author));
        QCOMPARE(m_documents->model()->index(0, author).data().toString(), u"Ann"_s);

        emit header->customContextMenuRequested({5, 5});
        auto *menu = m_fixture->child<QMenu>(u"columnsMenu"_s);
        QVERIFY(menu);
        const auto actions = menu->actions();
        const auto found
            = std::find_if(actions.begin(), actions.end(), [](const QAction *a) { return a->text() == "author"_L1; });
        QVERIFY(found != actions.end());
        (*found)->trigger();
        QVERIFY(!header->isSectionHidden(author));

        m_fixture->fields.reload();
        QTRY_COMPARE(m_fixture->fields.state(), LoadState::Complete);
        QVERIFY(!header->isSectionHidden(author));
        QVERIFY(header->isSectionHidden(author + 1));
    }

    void aSavedValueIsInItsColumnAtOnce()
    {
        openSheet({0});
        text(u"author"_s)->setText(u"Eve"_s);
        m_fixture->click(u"metadataSave"_s);
        QTRY_COMPARE(m_documents->model()->index(0, DocumentsModel::ColumnCount).data().toString(), u"Eve"_s);
    }

private:
    void setValue(const QString &documentId, const QString &author)
    {
        for (QJsonObject &document : m_fixture->server.documents) {
            if (document["id"_L1] == documentId)
                document[u"doc_metadata"_s]
                    = QJsonArray{QJsonObject{{u"id"_s, m_author}, {u"name"_s, u"author"_s}, {u"value"_s, author}}};
        }
    }

    void open()
    {
        m_fixture->openWith(m_dataset);
        m_documents = m_fixture->child<TreeView>(u"documentsView"_s);
        m_fields = m_fixture->child<TreeView>(u"metadataFields"_s);
        QTRY_COMPARE(m_documents->model()->rowCount(), 2);
        QTRY_VERIFY(m_fields->model()->rowCount() >= 2);
    }

    void openSheet(const QList<int> &rows)
    {
        open();
        WindowFixture::select(m_documents, rows);
        m_fixture->action(u"documentMetadata"_s)->trigger();
        QVERIFY(m_fixture->child<MetadataSheet>(u"metadataSheet"_s));
    }

    QLineEdit *text(const QString &field) const { return m_fixture->child<QLineEdit>(u"metadataText/"_s + field); }
    bool saves() const { return m_fixture->child<QPushButton>(u"metadataSave"_s)->isEnabled(); }

    QJsonObject lastUpdate() const
    {
        const auto &requests = m_fixture->server.network.requests;
        for (auto request = requests.crbegin(); request != requests.crend(); ++request) {
            if (request->name.endsWith("/documents/metadata"_L1))
                return request->json();
        }
        return {};
    }

    std::unique_ptr<WindowFixture> m_fixture;
    QString m_dataset;
    QString m_author;
    QString m_first;
    QString m_second;
    TreeView *m_documents = nullptr;
    TreeView *m_fields = nullptr;
};

LOREDESK_TEST(tst_metadatapage, TestMetadataPage)
#include "tst_metadatapage.moc"
