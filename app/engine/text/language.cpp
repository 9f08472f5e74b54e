// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/text/language.h"

#include <QHash>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype sampleLength = 10'000;

//! By the code CLD2 gives; the stemmers are those of Xapian 1.4.
const QHash<QString, QString> &stemmers()
{
    static const QHash<QString, QString> stemmers{
        {u"ar"_s, u"arabic"_s},     {u"ca"_s, u"catalan"_s},   {u"da"_s, u"danish"_s},     {u"de"_s, u"german"_s},
        {u"en"_s, u"english"_s},    {u"es"_s, u"spanish"_s},   {u"eu"_s, u"basque"_s},     {u"fi"_s, u"finnish"_s},
        {u"fr"_s, u"french"_s},     {u"ga"_s, u"irish"_s},     {u"hu"_s, u"hungarian"_s},  {u"hy"_s, u"armenian"_s},
        {u"id"_s, u"indonesian"_s}, {u"it"_s, u"italian"_s},   {u"lt"_s, u"lithuanian"_s}, {u"ne"_s, u"nepali"_s},
        {u"nl"_s, u"dutch"_s},      {u"no"_s, u"norwegian"_s}, {u"pt"_s, u"portuguese"_s}, {u"ro"_s, u"romanian"_s},
        {u"ru"_s, u"russian"_s},    {u"sv"_s, u"swedish"_s},   {u"ta"_s, u"tamil"_s},      {u"tr"_s, u"turkish"_s},
    };
    return stemmers;
}

} // namespace

QString languageOf(const QString &text)
{
    const QByteArray sample = text.first(qMin(text.size(), sampleLength)).toUtf8();
    CLD2::Language best[3];
    int percents[3];
    int textBytes = 0;
    bool isReliable = false;
    const CLD2::Language language = CLD2::DetectLanguageSummary(
        sample.constData(), static_cast<int>(sample.size()), true, nullptr, CLD2::UNKNOWN_ENCODING,
        CLD2::UNKNOWN_LANGUAGE, best, percents, &textBytes, &isReliable);
    return isReliable ? stemmers().value(QString::fromLatin1(CLD2::LanguageCode(language))) : QString();
}
