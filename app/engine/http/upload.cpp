// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/upload.h"

#include "app/engine/extract/extraction.h"
#include "app/engine/http/answers.h"

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

constexpr qsizetype longestName = 200; // characters

//! In small letters; a dot at the beginning begins no extension.
QString extensionOf(const QString &name)
{
    const auto dot = name.lastIndexOf(u'.');
    const bool onlyDotsBefore
        = std::all_of(name.cbegin(), name.cbegin() + std::max<qsizetype>(dot, 0), [](QChar c) { return c == u'.'; });
    return dot < 0 || onlyDotsBefore ? QString() : name.mid(dot + 1).toLower();
}

} // namespace

QString shortened(const QString &text, qsizetype count)
{
    qsizetype end = 0;
    for (; count > 0 && end < text.size(); --count)
        end += text[end].isHighSurrogate() && end + 1 < text.size() ? 2 : 1;
    return text.left(end);
}

UploadDraft namedUpload(const Part &file)
{
    UploadDraft draft;
    draft.name = file.fileName.value_or(QString());
    if (draft.name.contains(u'/') || draft.name.contains(u'\\'))
        throw badParameter(u"Filename contains invalid characters"_s);
    draft.extension = extensionOf(draft.name);
    if (draft.name.size() > longestName)
        draft.name = shortened(draft.name.section(u'.', 0, 0), longestName) + u'.' + draft.extension;
    draft.mimeType = file.contentType.isEmpty() ? u"text/plain"_s : file.contentType; // RFC 7578, 4.4
    draft.temporaryFile = file.path;
    return draft;
}

UploadDraft uploadOf(const Part &file, qint64 largest, UploadWords words)
{
    const UploadDraft draft = namedUpload(file);
    const bool helpful = words == UploadWords::Helpful;
    if (!isSupported(draft.extension)) {
        const QString formats = helpful ? " Supported format: "_L1 + supportedExtensions().join(", "_L1) : QString();
        throw Refusal{415, "unsupported_file_type", "File type not allowed."_L1 + formats};
    }
    if (file.size > largest)
        throw Refusal{413, "file_too_large", helpful ? u"File size exceeded."_s : QString()};
    return draft;
}

UploadDraft uploadOf(const QString &name, const QString &text)
{
    return {name, u"txt"_s, u"text/plain"_s, text.toUtf8(), {}};
}

} // namespace http
