// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/metadatavalues.h"

#include "tests/support/testmain.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace metadatavalues;

class TestMetadataValues : public QObject
{
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void aValueThatAllHaveIsShared()
    {
        QCOMPARE(sharedValue({with(u"Ann"_s), with(u"Ann"_s)}, field(MetadataType::Text)), (Shared{false, u"Ann"_s}));
    }

    void differentValuesAreMixed()
    {
        QCOMPARE(sharedValue({with(u"Ann"_s), with(u"Bob"_s)}, field(MetadataType::Text)), (Shared{true, {}}));
        QCOMPARE(sharedValue({with(u"Ann"_s), Document()}, field(MetadataType::Text)), (Shared{true, {}}));
    }

    void noValueIsSharedAsNone()
    {
        QCOMPARE(sharedValue({Document(), with(QJsonValue::Null)}, field(MetadataType::Text)), (Shared{false, {}}));
    }

    void theSameNumberIsTheSameHoweverItWasSent()
    {
        QCOMPARE(sharedValue({with(7), with(u"7.0"_s)}, field(MetadataType::Number)).isMixed, false);
        QCOMPARE(sharedValue({with(u"7"_s), with(u"7.0"_s)}, field(MetadataType::Text)).isMixed, true);
    }

    void numbersAreWrittenAsThePersonWritesThem()
    {
        QLocale::setDefault(QLocale(QLocale::German));
        QCOMPARE(text(1.5, MetadataType::Number), u"1,5"_s);
        QCOMPARE(text(2024, MetadataType::Number), u"2024"_s);
        QCOMPARE(text(u"120.0"_s, MetadataType::Number), u"120"_s);
        QCOMPARE(numberFrom(u" 1,5 "_s), std::optional(QJsonValue(1.5)));
        QCOMPARE(numberFrom(u"12"_s), std::optional(QJsonValue(12)));
        QCOMPARE(numberFrom(u"twelve"_s), std::nullopt);
    }

    void timesAreReadFromNumbersAndFromTexts()
    {
        QCOMPARE(secondsOf(1735689600), std::optional<qint64>(1735689600));
        QCOMPARE(secondsOf(u"1795231645.832123"_s), std::optional<qint64>(1795231645));
        QCOMPARE(secondsOf(u"2025-01-01"_s), std::nullopt);
        QCOMPARE(secondsOf(QJsonValue::Null), std::nullopt);
        const QString expected = QLocale().toString(QDateTime::fromSecsSinceEpoch(1735689600), QLocale::ShortFormat);
        QCOMPARE(text(u"1735689600.0"_s, MetadataType::Time), expected);
    }

    void whatDoesNotFitItsTypeIsShownAsItIs()
    {
        QCOMPARE(text(u"many"_s, MetadataType::Number), u"many"_s);
        QCOMPARE(text(u"2025-01-01"_s, MetadataType::Time), u"2025-01-01"_s);
        QCOMPARE(text(QJsonValue::Null, MetadataType::Text), QString());
    }

    void whatHasNoNumberIsSortedFirst()
    {
        QVERIFY(sortNumber(QJsonValue::Null) < sortNumber(-1000));
        QCOMPARE(sortNumber(u"7"_s), 7.);
    }

    void changesAreTakenOverAndTheRestStays()
    {
        const MetadataValue other{u"other"_s, u"year"_s, MetadataType::Number, 2024};
        Document document = with(u"Ann"_s);
        document.metadata.append(other);
        const MetadataValue change{u"f"_s, u"author"_s, MetadataType::Text, u"Bob"_s};
        const MetadataValue added{u"g"_s, u"pages"_s, MetadataType::Number, 7};
        const Document after = changed(document, {change, added});
        QCOMPARE(valueOf(after, u"f"_s), QJsonValue(u"Bob"_s));
        QCOMPARE(valueOf(after, u"g"_s), QJsonValue(7));
        QCOMPARE(valueOf(after, u"other"_s), QJsonValue(2024));
    }

private:
    static MetadataField field(MetadataType type) { return {.id = u"f"_s, .name = u"author"_s, .type = type}; }

    static Document with(const QJsonValue &value)
    {
        Document document;
        document.metadata = {{u"f"_s, u"author"_s, MetadataType::Text, value}};
        return document;
    }
};

LOREDESK_TEST(tst_metadatavalues, TestMetadataValues)
#include "tst_metadatavalues.moc"
