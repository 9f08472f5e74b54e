// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariant>

struct ChildChunk;
struct Chunk;

//! What ChunksModel gives the views for each of its roles.
namespace chunkroles {

QVariant data(const Chunk &chunk, int role);
QVariant data(const Chunk &parent, const ChildChunk &child, int role);

} // namespace chunkroles
