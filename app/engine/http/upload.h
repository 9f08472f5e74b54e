// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/http/message.h"
#include "app/engine/indexing/engine.h"

namespace http {

//! What is said of a file that is too large or of a wrong kind: the real server has only empty words when a document is
//! updated, and a wrong code when one is made.
enum class UploadWords { Helpful, Recorded };

//! The file of a form as a draft. Throws 400 for its name, 413 and 415.
UploadDraft uploadOf(const Part &file, qint64 largest, UploadWords words);
//! The same before its kind and size are looked at.
UploadDraft namedUpload(const Part &file);
//! A text as the file that it is stored as.
UploadDraft uploadOf(const QString &name, const QString &text);

//! The first \a count characters.
QString shortened(const QString &text, qsizetype count);

} // namespace http
