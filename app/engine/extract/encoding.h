// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

//! The encoding of \a bytes by ICU's name: from a byte order mark, from what only one encoding allows, and for the rest
//! by how likely the text would be. \a declared (from the file's own words, may be empty) is believed unless it makes
//! worse text. Empty for binary data.
QString detectEncoding(const QByteArray &bytes, const QString &declared = {});

//! The text of \a bytes without byte order mark and NULs, its lines ended by LF alone; nothing for binary data.
std::optional<QString> decodeText(const QByteArray &bytes, const QString &declared = {});

//! What the beginning of an HTML or XML file says its encoding is; empty when it says nothing.
QString declaredEncoding(const QByteArray &bytes);
