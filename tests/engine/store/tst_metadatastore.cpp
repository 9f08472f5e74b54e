// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/metadatastore.h"

#include "app/engine/store/connection.h"
#include "app/engine/store/metadatamatch.h"
#include "app/engine/store/storeerror.h"
#include "tests/engine/store/storetest.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Operator = MetadataCondition::Operator;

//! What is in fields, and which documents a filter lets through.
class TestMetadataStore : public StoreTest
{
    Q_OBJECT

private slots:
    void init()
    {
        renew();
        m_dataset = rowmakers::dataset(db(), u"base"_s);
        m_city = metadata().create(m_dataset.row, u"city"_s, u"string"_s);
        m_year = metadata().create(m_dataset.row, u"year"_s, u"number"_s);
    }

    void fieldsAreListedInTheOrderTheyWereMade()
    {
        QCOMPARE(metadata().fields(m_dataset.row), (QList{m_city, m_year}));
        QCOMPARE(metadata().find(m_dataset.row, m_city.id.toUpper()), m_city);
    }

    void aNameIsTakenOnlyInItsDatasetAndOnlyInThisCase()
    {
        QVERIFY_THROWS_EXCEPTION(StoreError, metadata().create(m_dataset.row, u"city"_s, u"time"_s));
        QVERIFY_THROWS_EXCEPTION(StoreError, metadata().rename(m_city, u"year"_s));
        QVERIFY_THROWS_EXCEPTION(StoreError, metadata().rename(m_city, u"city"_s));
        metadata().create(m_dataset.row, u"City"_s, u"string"_s);
        metadata().create(rowmakers::dataset(db(), u"other"_s).row, u"city"_s, u"string"_s);
    }

    void aFieldOfAnotherDatasetIsNotFound()
    {
        QVERIFY(!metadata().find(rowmakers::dataset(db(), u"other"_s).row, m_city.id));
    }

    void valuesKeepTheirTypes()
    {
        const auto document = rowmakers::document(db(), m_dataset, u"one"_s);
        for (const QJsonValue &value : {QJsonValue(u"120"_s), QJsonValue(120), QJsonValue(1.5), QJsonValue(),
                                        QJsonValue(qint64(9'007'199'254'740'993))}) {
            metadata().setValues(document.row, {{m_city, value}}, false);
            QCOMPARE(metadata().values(document.row), (QList<MetadataValueRow>{{m_city, value}}));
        }
    }

    void valuesReplaceAllOthersUnlessTheyAreToBeKept()
    {
        const auto document = rowmakers::document(db(), m_dataset, u"one"_s);
        metadata().setValues(document.row, {{m_city, u"Berlin"_s}}, false);
        metadata().setValues(document.row, {{m_year, 2024}}, true);
        QCOMPARE(metadata().values(document.row), (QList<MetadataValueRow>{{m_city, u"Berlin"_s}, {m_year, 2024}}));
        metadata().setValues(document.row, {{m_year, 2025}}, false);
        QCOMPARE(metadata().values(document.row), (QList<MetadataValueRow>{{m_year, 2025}}));
        metadata().setValues(document.row, {}, false);
        QVERIFY(metadata().values(document.row).isEmpty());
    }

    void aRenamedFieldKeepsItsValues()
    {
        const auto document = rowmakers::document(db(), m_dataset, u"one"_s);
        metadata().setValues(document.row, {{m_city, u"Berlin"_s}}, false);
        metadata().rename(m_city, u"town"_s);
        QCOMPARE(metadata().values(document.row).constFirst().field.name, u"town"_s);
        QCOMPARE(metadata().values(document.row).constFirst().value, QJsonValue(u"Berlin"_s));
    }

    void aRemovedFieldTakesItsValuesAlong()
    {
        const auto document = rowmakers::document(db(), m_dataset, u"one"_s);
        metadata().setValues(document.row, {{m_city, u"Berlin"_s}, {m_year, 2024}}, false);
        metadata().remove(m_city.row);
        QCOMPARE(metadata().values(document.row), (QList<MetadataValueRow>{{m_year, 2024}}));
    }

    void useIsCountedByDocumentsThatAreThere()
    {
        const auto kept = rowmakers::document(db(), m_dataset, u"kept"_s);
        const auto deleted = rowmakers::document(db(), m_dataset, u"deleted"_s);
        metadata().setValues(kept.row, {{m_city, u"Berlin"_s}}, false);
        metadata().setValues(deleted.row, {{m_city, u"Rome"_s}}, false);
        DocumentStore(db()).markDeleted(deleted.row);
        QCOMPARE(metadata().useCounts(m_dataset.row), (QHash<qint64, qint64>{{m_city.row, 1}}));
        DocumentStore(db()).remove(deleted.row);
        QVERIFY(metadata().values(deleted.row).isEmpty());
    }

    void conditionsLetThroughWhatTheRecordingsDo_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<Operator>("comparison");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("found");
        const auto row = [](const QString &field, Operator comparison, const QJsonValue &value, const QString &found) {
            QTest::addRow("%s %s %s", qPrintable(field), qPrintable(toString(comparison)),
                          qPrintable(value.toVariant().toString()))
                << field << comparison << value << found;
        };
        row(u"city"_s, Operator::Is, u"Berlin"_s, u"animals"_s);
        row(u"city"_s, Operator::Is, u"berlin"_s, {});
        row(u"city"_s, Operator::IsNot, u"Berlin"_s, u"percent"_s); // a null is neither equal nor unequal
        row(u"city"_s, Operator::Contains, u"erl"_s, u"animals"_s);
        row(u"city"_s, Operator::Contains, u"ERL"_s, {});
        row(u"city"_s, Operator::Contains, u"%"_s, u"percent"_s);
        row(u"city"_s, Operator::NotContains, u"erl"_s, u"percent"_s);
        row(u"city"_s, Operator::StartsWith, u"Ber"_s, u"animals"_s);
        row(u"city"_s, Operator::EndsWith, u"lin"_s, u"animals"_s);
        row(u"city"_s, Operator::Empty, {}, u"bare"_s);
        row(u"city"_s, Operator::NotEmpty, {}, u"animals null percent"_s);
        row(u"city"_s, Operator::In, QJsonArray{u"Berlin"_s, u"Rome"_s}, u"animals"_s);
        row(u"city"_s, Operator::In, u"Rome, Berlin"_s, u"animals"_s);
        row(u"city"_s, Operator::NotIn, QJsonArray{u"Rome"_s}, u"animals percent"_s);
        row(u"city"_s, Operator::Equal, u"Berlin"_s, u"animals"_s);
        row(u"year"_s, Operator::Equal, 2024, u"animals"_s);
        row(u"year"_s, Operator::Equal, u"2024"_s, u"animals"_s);
        row(u"year"_s, Operator::Is, u"2024"_s, u"animals"_s);
        row(u"year"_s, Operator::NotEqual, 2024, u"null percent"_s);
        row(u"year"_s, Operator::Equal, 1999, u"percent"_s); // a text that says it
        row(u"year"_s, Operator::Equal, u"1998.5"_s, u"null"_s);
        row(u"year"_s, Operator::In, QJsonArray{u"2024"_s, u"1998.5"_s}, u"animals null"_s);
        row(u"year"_s, Operator::Greater, 2000, u"animals"_s);
        row(u"year"_s, Operator::Less, 2000, u"null percent"_s);
        row(u"year"_s, Operator::AtLeast, 2024, u"animals"_s);
        row(u"year"_s, Operator::AtMost, 1999, u"null percent"_s);
        row(u"year"_s, Operator::Before, u"2000"_s, u"null percent"_s);
        row(u"year"_s, Operator::After, 2024, {});
        row(u"nope"_s, Operator::Is, u"x"_s, {});
        row(u"nope"_s, Operator::Empty, {}, u"animals bare null percent"_s);
    }

    void conditionsLetThroughWhatTheRecordingsDo()
    {
        QFETCH(QString, field);
        QFETCH(Operator, comparison);
        QFETCH(QJsonValue, value);
        QFETCH(QString, found);
        makeDocuments();
        QCOMPARE(namesOf({.conditions = {{field, comparison, value}}}), found.split(u' ', Qt::SkipEmptyParts));
    }

    //! They lie between the numbers that a double can be, and are compared as the nearest one.
    void longWholeNumbersAreFoundByThemselves()
    {
        for (const qint64 number : {9'007'199'254'740'993, 9'007'199'254'740'995}) {
            const QString name = QString::number(number);
            metadata().setValues(rowmakers::document(db(), m_dataset, name).row, {{m_year, number}}, false);
            QCOMPARE(namesOf({.conditions = {{u"year"_s, Operator::Equal, number}}}), QStringList{name});
        }
    }

    void conditionsAreCombinedByAndOrByOr()
    {
        makeDocuments();
        const QList<MetadataCondition> conditions{{u"city"_s, Operator::Is, u"Berlin"_s},
                                                  {u"year"_s, Operator::Less, 2000}};
        QCOMPARE(namesOf({MetadataFilter::Logic::All, conditions}), QStringList());
        QCOMPARE(namesOf({MetadataFilter::Logic::Any, conditions}),
                 (QStringList{u"animals"_s, u"null"_s, u"percent"_s}));
    }

    void aConditionWithoutAValueIsNone()
    {
        makeDocuments();
        QVERIFY(!metadata().matching(m_dataset, {.conditions = {{u"city"_s, Operator::Is, {}}}}));
        QVERIFY(!metadata().matching(m_dataset, {}));
        QCOMPARE(namesOf({.conditions = {{u"city"_s, Operator::Is, {}}, {u"year"_s, Operator::Is, 2024}}}),
                 QStringList{u"animals"_s});
    }

    void documentsAreFoundByAnIndexOfTheValues_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("index");
        const QString byValue = u"USING COVERING INDEX metadata_values_value (field=? AND value"_s;
        QTest::newRow("numbers") << metadatasql::numbers << byValue;
        QTest::newRow("some texts") << metadatasql::someTexts << byValue;
        QTest::newRow("all texts") << metadatasql::allTexts << byValue;
        QTest::newRow("all") << metadatasql::all << u"USING PRIMARY KEY (field=?)"_s;
    }
    void documentsAreFoundByAnIndexOfTheValues()
    {
        QFETCH(QString, sql);
        QFETCH(QString, index);
        Query plan(db(), "EXPLAIN QUERY PLAN " + sql.toStdString());
        QVERIFY(plan.next());
        QVERIFY2(plan.text(3).contains(index), qUtf8Printable(plan.text(3)));
    }

    void onlyWhatMayFulfilAConditionIsRead()
    {
        const auto likely = [](Operator comparison, const QJsonValue &value) {
            return MetadataMatch({u"year"_s, comparison, value}).candidates();
        };
        QCOMPARE(likely(Operator::In, QJsonArray{u"Rome"_s})->texts, QStringList{u"Rome"_s});
        QVERIFY(likely(Operator::In, QJsonArray{u"Rome"_s})->least > likely(Operator::In, QJsonArray{u"Rome"_s})->most);
        QVERIFY(likely(Operator::Equal, u"2024"_s)->least > 2023 && likely(Operator::Equal, u"2024"_s)->most < 2025);
        QVERIFY(!likely(Operator::Equal, 2024)->texts);
        QVERIFY(likely(Operator::AtLeast, 2024)->least > 2023);
        QVERIFY(likely(Operator::Before, 2024)->most < 2025);
        QVERIFY(!likely(Operator::Contains, u"x"_s));
    }

    void builtInFieldsCountOnlyWhereTheyAreOn()
    {
        makeDocuments();
        const MetadataFilter byName{.conditions = {{u"document_name"_s, Operator::Is, u"animals"_s}}};
        const MetadataFilter byDate{.conditions = {{u"upload_date"_s, Operator::After, 1'000'000'000}}};
        QCOMPARE(namesOf(byName), QStringList());
        metadata().setBuiltIn(m_dataset.row, true);
        m_dataset = *DatasetStore(db()).find(m_dataset.row);
        QCOMPARE(namesOf(byName), QStringList{u"animals"_s});
        QCOMPARE(namesOf(byDate).size(), 4);
    }

private:
    MetadataStore metadata() const { return MetadataStore(db()); }

    void makeDocuments()
    {
        const auto make = [this](const QString &name, const QList<MetadataValueRow> &values) {
            metadata().setValues(rowmakers::document(db(), m_dataset, name).row, values, false);
        };
        make(u"animals"_s, {{m_city, u"Berlin"_s}, {m_year, 2024}});
        make(u"percent"_s, {{m_city, u"100 %"_s}, {m_year, u"1999"_s}});
        make(u"null"_s, {{m_city, {}}, {m_year, 1998.5}});
        make(u"bare"_s, {});
    }

    QStringList namesOf(const MetadataFilter &filter) const
    {
        QStringList names;
        const auto rows = metadata().matching(m_dataset, filter);
        for (const qint64 row : rows.value())
            names.append(DocumentStore(db()).find(row)->name);
        names.sort();
        return names;
    }

    DatasetRow m_dataset;
    MetadataFieldRow m_city;
    MetadataFieldRow m_year;
};

LOREDESK_TEST(tst_metadatastore, TestMetadataStore)
#include "tst_metadatastore.moc"
