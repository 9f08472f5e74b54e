// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/http/message.h"
#include "app/engine/http/wire.h"

#include <QJsonObject>

class Engine;

namespace http {

//! The dataset and the document of a path.
struct ChunkPlace
{
    DatasetRow dataset;
    DocumentRow document;
};

//! Throws 404.
ChunkPlace requirePlace(const Engine &engine, const Request &request);
//! The chunk of the third argument. Throws 404.
ChunkRow requireChunk(const Engine &engine, const ChunkPlace &place, const Request &request);

//! The chunk as it is answered, with its children where these are part of it: in parent-child documents of paragraphs.
class ChunkWriter
{
public:
    ChunkWriter(const Engine &engine, const DocumentRow &document);

    QJsonObject operator()(const ChunkRow &row) const;

private:
    const Engine &m_engine;
    bool m_hasChildren;
};

} // namespace http
