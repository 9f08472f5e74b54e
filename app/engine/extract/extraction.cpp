// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/extraction.h"

using namespace Qt::Literals::StringLiterals;

QStringList supportedExtensions()
{
    return {u"txt"_s, u"md"_s,   u"markdown"_s, u"mdx"_s, u"html"_s, u"htm"_s,
            u"csv"_s, u"xlsx"_s, u"docx"_s,     u"pdf"_s, u"vtt"_s,  u"properties"_s};
}

bool isSupported(const QString &extension)
{
    return supportedExtensions().contains(extension, Qt::CaseInsensitive);
}

bool isPlainText(const QString &extension)
{
    static const QStringList plain{u"txt"_s, u"md"_s, u"markdown"_s, u"mdx"_s, u"vtt"_s, u"properties"_s};
    return plain.contains(extension, Qt::CaseInsensitive);
}
