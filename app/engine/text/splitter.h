// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/processrule.h"

#include <QString>

#include <functional>

//! A chunk, a parent or a child as the splitter hands it over.
struct TextChunk
{
    QString text; //!< Without the symbols at its start; never empty.
    QString hash; //!< index_node_hash: sha256, in hex, of the chunk before these were taken away, and "None".

    bool operator==(const TextChunk &) const = default;
};

//! Takes a chunk; returning false stops the work at once.
using TakeChunk = std::function<bool(const TextChunk &)>;

//! Why nothing can be split by \a rule, in the words of Dify 1.15.0; empty when all is well.
QString validate(const ProcessRule &rule);
//! The same of a rule that makes parents and children.
QString validateParents(const ProcessRule &rule);

//! Cleans one extracted piece and cuts it by a rule, exactly as Dify 1.15.0 does (reference/wire.md §4.4–4.6), with the
//! deviations named in cleaner.h. Lengths are Unicode code points. Takes time in proportion to its text. Returns why it
//! could not be done, which only a negative overlap causes; empty otherwise.
QString splitIntoChunks(const QString &piece, const ProcessRule &rule, const TakeChunk &take);

//! The same for the parents of a rule: its paragraphs, which keep the space around them. With a full-doc rule the piece
//! is all there is, joined by line breaks, and becomes one parent as it is.
QString splitIntoParents(const QString &piece, const ProcessRule &rule, const TakeChunk &take);

//! The same for the children of a parent, by the rule's subchunk segmentation; nothing is cleaned any more.
QString splitIntoChildren(const QString &parent, const ProcessRule &rule, const TakeChunk &take);

//! index_node_hash of a chunk that was written by a person.
QString hashOf(QStringView chunk);
