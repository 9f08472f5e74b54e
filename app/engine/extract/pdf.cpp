// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace {

void ignoreMessage(const std::string &, void *) { }

QString pageText(const poppler::page &page)
{
    const poppler::ustring text = page.text({}, poppler::page::non_raw_non_physical_layout);
    QString out = QString::fromUtf16(reinterpret_cast<const char16_t *>(text.data()), qsizetype(text.size()));
    out.replace(u'\f', u'\n').replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').remove(QChar::Null);
    return out.trimmed();
}

} // namespace

Extraction extractPdf(const QString &path)
{
    poppler::set_debug_error_function(ignoreMessage, nullptr);
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_file(QFile::encodeName(path).toStdString()));
    if (!document)
        return {{}, u"The PDF file is damaged and cannot be read."_s};
    if (document->is_locked())
        return {{}, u"The file is password-protected."_s};

    Extraction out;
    constexpr int mostMissing = 1000; // A hostile file claims two billion pages and has none.
    int missing = 0;
    for (int i = 0; i < document->pages() && missing < mostMissing; ++i) {
        const std::unique_ptr<poppler::page> page(document->create_page(i));
        missing = page ? 0 : missing + 1;
        if (const QString text = page ? pageText(*page) : QString(); !text.isEmpty())
            out.pieces.append(text);
    }
    if (out.pieces.isEmpty())
        out.error = u"The PDF file has no text; its pages may be pictures."_s;
    return out;
}
