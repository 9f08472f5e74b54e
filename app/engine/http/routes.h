// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/http/router.h"

class Engine;

namespace http {

//! /health, and the address of the API itself.
void addServiceRoutes(Router &router);
void addDatasetRoutes(Router &router, Engine &engine);
//! \a largestFile: bytes.
void addDocumentRoutes(Router &router, Engine &engine, qint64 largestFile);
//! The originals of documents, alone and packed.
void addDownloadRoutes(Router &router, Engine &engine);
void addMetadataRoutes(Router &router, Engine &engine);
void addTagRoutes(Router &router, Engine &engine);
//! No dataset is a pipeline here; \a largestFile: bytes.
void addPipelineRoutes(Router &router, Engine &engine, qint64 largestFile);
void addChunkRoutes(Router &router, Engine &engine);
void addChildChunkRoutes(Router &router, Engine &engine);
//! The list of models.
void addModelRoutes(Router &router, Engine &engine);
void addRetrievalRoutes(Router &router, Engine &engine);

//! All of them.
void addRoutes(Router &router, Engine &engine, qint64 largestFile);

} // namespace http
