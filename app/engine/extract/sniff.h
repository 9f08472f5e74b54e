// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

//! As many bytes of a file's beginning as the functions here want to see.
constexpr qint64 sniffedBytes = 4096;

//! What lookAlikeInsteadOf() says of an Office file behind a password.
inline const QString encryptedOffice = QStringLiteral("a password-protected Office file");

//! The kind of file that begins with \a head, as in "it looks like …": "HTML", "a PDF file"; \a otherwise when none is
//! known to begin so.
QString looksLike(QByteArrayView head, const QString &otherwise);

//! What the file is when it cannot be what \a extension (one that is not read as text) says; empty when it can.
QString lookAlikeInsteadOf(QLatin1StringView extension, QByteArrayView head, const QString &path);
