// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <functional>
#include <span>

//! Cuts text at the best places that keep every part within a length, as Dify 1.15.0 does (reference/wire.md §4.4,
//! §4.5). Every function returns false when the work was stopped or has failed.
class RecursiveSplitter
{
public:
    //! Receives the parts; returns false to stop.
    using Emit = std::function<bool(QStringView)>;

    //! \a size and \a overlap are in code points.
    RecursiveSplitter(qsizetype size, qsizetype overlap, Emit emitPart);

    //! The automatic splitter.
    bool split(QStringView text);
    //! The custom splitter: at \a separator, which is left out, and what is too long then at the best places. Where
    //! these are spaces, they are lost.
    bool splitAt(const QString &separator, QStringView text);

    //! A negative overlap cannot be had where a part is too long.
    bool hasFailed() const { return m_hasFailed; }

private:
    class Merger;
    using Separators = std::span<const QStringView>;

    bool splitRecursively(QStringView text, Separators separators);
    bool splitLongPart(QStringView text);
    bool cutAt(QStringView separator, QStringView text, Separators remaining, bool keepsSeparator);
    bool cutAnywhere(QStringView text);

    qsizetype m_size;
    qsizetype m_overlap;
    Emit m_emit;
    bool m_hasFailed = false;
};
