// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/metadataapi.h"
#include "tests/app/api/apitest.h"

using namespace Qt::Literals::StringLiterals;

class TestMetadataApi : public ApiTest
{
    Q_OBJECT

private slots:
    void init() { renew(); }

    void fieldsAreReadWithTheirUse()
    {
        answerAsRecorded(u"GET "_s + metadata, u"1.15.0/h024_listMetadataFields__counts"_s);

        const auto read = await(MetadataApi(*client).fields(u"d"_s));

        QVERIFY(read);
        QVERIFY(!read->builtInEnabled);
        const auto pages = std::find_if(read->fields.cbegin(), read->fields.cend(),
                                        [](const MetadataField &field) { return field.name == "pages"_L1; });
        QVERIFY(pages != read->fields.cend());
        QVERIFY(pages->type == MetadataType::Number);
        QCOMPARE(pages->useCount, 1);
    }

    //! The documentation has use_count where servers send count.
    void theDocumentedSpellingIsReadToo()
    {
        const auto field = MetadataField::fromJson({{u"id"_s, u"f"_s}, {u"name"_s, u"n"_s}, {u"use_count"_s, 3}});

        QCOMPARE(field.useCount, 3);
    }

    void createReadsTheField()
    {
        answerAsRecorded(u"POST "_s + metadata, u"1.15.0/h004_createMetadataField__time"_s);

        const auto field = await(MetadataApi(*client).create(u"d"_s, u"published"_s, MetadataType::Time));

        QCOMPARE(field->name, u"published"_s);
        QVERIFY(field->type == MetadataType::Time);
        QCOMPARE(sentJson(), (QJsonObject{{u"name"_s, u"published"_s}, {u"type"_s, u"time"_s}}));
    }

    void createReportsANameThatIsTaken()
    {
        answerAsRecorded(u"POST "_s + metadata, u"1.15.0/h005_createMetadataField__duplicate"_s);

        const auto field = await(MetadataApi(*client).create(u"d"_s, u"author"_s, MetadataType::Text));

        QCOMPARE(field.error().kind, ApiError::Kind::BadRequest);
        QCOMPARE(field.error().message, u"Metadata name already exists."_s);
    }

    void renameReadsTheField()
    {
        answerAsRecorded(u"PATCH "_s + metadata + u"/f"_s, u"1.15.0/h067_updateMetadataField__rename"_s);

        const auto field = await(MetadataApi(*client).rename(u"d"_s, u"f"_s, u"new"_s));

        QVERIFY(!field->name.isEmpty());
        QCOMPARE(sentJson(), (QJsonObject{{u"name"_s, u"new"_s}}));
    }

    void renameReportsAFieldThatIsGone()
    {
        answerAsRecorded(u"PATCH "_s + metadata + u"/f"_s, u"1.15.0/h076_updateMetadataField__unknown"_s);

        QCOMPARE(await(MetadataApi(*client).rename(u"d"_s, u"f"_s, u"new"_s)).error().kind, ApiError::Kind::BadRequest);
    }

    void removeTakesNothingForYes()
    {
        answerAsRecorded(u"DELETE "_s + metadata + u"/f"_s, u"1.15.0/h094_deleteMetadataField__ok"_s);

        QVERIFY(await(MetadataApi(*client).remove(u"d"_s, u"f"_s)));
    }

    void builtInFieldsAreToldByName()
    {
        answerAsRecorded(u"GET "_s + metadata + u"/built-in"_s, u"1.15.0/h020_getBuiltInMetadataFields__ok"_s);

        const auto fields = await(MetadataApi(*client).builtInFields(u"d"_s));

        QCOMPARE(fields->size(), 5);
        QVERIFY(fields->first().isBuiltIn());
        QVERIFY(fields->at(2).type == MetadataType::Time);
    }

    void builtInFieldsAreSwitched()
    {
        answerAsRecorded(u"POST "_s + metadata + u"/built-in/enable"_s,
                         u"1.15.0/h079_toggleBuiltInMetadataField__enable"_s);
        answerAsRecorded(u"POST "_s + metadata + u"/built-in/disable"_s,
                         u"1.15.0/h092_toggleBuiltInMetadataField__unknown_dataset"_s);

        QVERIFY(await(MetadataApi(*client).setBuiltIn(u"d"_s, true)));
        QCOMPARE(await(MetadataApi(*client).setBuiltIn(u"d"_s, false)).error().kind, ApiError::Kind::NotFound);
    }

    void onlyNamedValuesChangeAndBuiltInOnesAreNotSent()
    {
        answerAsRecorded(u"POST /v1/datasets/d/documents/metadata"_s,
                         u"1.15.0/h027_batchUpdateDocumentMetadata__partial_true"_s);
        const MetadataChange change{
            .documentId = u"a"_s,
            .values = {{u"f"_s, u"pages"_s, MetadataType::Number, 7}, {u"built-in"_s, u"source"_s, {}, u"x"_s}}};

        QVERIFY(await(MetadataApi(*client).setValues(u"d"_s, {change})));

        const QJsonObject value{{u"id"_s, u"f"_s}, {u"name"_s, u"pages"_s}, {u"value"_s, 7}};
        const QJsonObject operation{
            {u"document_id"_s, u"a"_s}, {u"metadata_list"_s, QJsonArray{value}}, {u"partial_update"_s, true}};
        QCOMPARE(sentJson(), (QJsonObject{{u"operation_data"_s, QJsonArray{operation}}}));
    }

    void aDocumentThatIsGoneIsReported()
    {
        answerAsRecorded(u"POST /v1/datasets/d/documents/metadata"_s,
                         u"1.15.0/h055_batchUpdateDocumentMetadata__good_then_unknown"_s);

        QCOMPARE(await(MetadataApi(*client).setValues(u"d"_s, {})).error().kind, ApiError::Kind::BadRequest);
    }

private:
    const QString metadata = u"/v1/datasets/d/metadata"_s;
};

LOREDESK_TEST(tst_metadataapi, TestMetadataApi)
#include "tst_metadataapi.moc"
