// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QList>
#include <QString>

//! A message, or a part of one, as RFC 5322 and RFC 2045 have it: fields and a body. Refers to the bytes it was made
//! of.
class MimePart
{
public:
    explicit MimePart(QByteArrayView bytes);

    //! Unfolded and still encoded; of several fields of one name the first. \a name in small letters.
    QByteArray field(const QByteArray &name) const { return m_fields.value(name); }
    //! For people: encoded words decoded.
    QString text(const QByteArray &name) const;

    QByteArray type() const; //!< "text/plain", in small letters; that for a part that says nothing.
    bool isAttachment() const;
    QString fileName() const;

    //! The parts of a multipart; empty when its boundary is missing or not found.
    QList<MimePart> parts() const;
    QByteArray content() const; //!< The body without its transfer encoding.
    QString contentText() const; //!< Decoded from what the part says its encoding is; empty for binary data.

private:
    QHash<QByteArray, QByteArray> m_fields;
    QByteArrayView m_body;
};

//! "=?utf-8?q?caf=C3=A9?=" and the like as text (RFC 2047).
QString decodedWords(const QByteArray &field);
