// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/processrule.h"

#include <QStringList>

#include <functional>

//! A chunk as the splitter hands it over.
struct TextChunk
{
    QString text; //!< Without symbols and space at its start, and space at its end; never empty.
    QString hash; //!< index_node_hash: sha256, in hex, of the chunk before these were taken away, and "None".

    bool operator==(const TextChunk &) const = default;
};

//! Takes a chunk; returning false stops the work at once.
using TakeChunk = std::function<bool(const TextChunk &)>;

//! Why nothing can be split by \a rule, in the words of Dify 1.15.0; empty when all is well.
QString validate(const ProcessRule &rule);

//! Cleans one extracted piece and cuts it by an automatic or custom rule, exactly as Dify 1.15.0 does
//! (reference/wire.md §4.4–4.6), with the deviations named in cleaner.h. Lengths are Unicode code points. Takes time in
//! proportion to its text. Returns why it could not be done, which only a negative overlap causes; empty otherwise.
//! Of a hierarchical rule, the parents: see parentsOf().
QString splitIntoChunks(const QString &piece, const ProcessRule &rule, const TakeChunk &take);

//! The parents of a hierarchical rule: of a full-doc one the pieces as they are, joined by line breaks; else the
//! paragraphs of each cleaned piece, which keep the space around them.
QStringList parentsOf(const QStringList &pieces, const ProcessRule &rule);

//! The children of a parent, by the rule's subchunk segmentation.
QStringList childrenOf(const QString &parent, const ProcessRule &rule);
