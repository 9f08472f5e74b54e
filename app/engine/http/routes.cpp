// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/routes.h"

namespace http {

void addRoutes(Router &router, Engine &engine, qint64 largestFile)
{
    addServiceRoutes(router);
    addDatasetRoutes(router, engine);
    addDocumentRoutes(router, engine, largestFile);
    addDownloadRoutes(router, engine);
    addMetadataRoutes(router, engine);
    addTagRoutes(router, engine);
    addPipelineRoutes(router, engine, largestFile);
    addChunkRoutes(router, engine);
    addChildChunkRoutes(router, engine);
    addModelRoutes(router, engine);
    addRetrievalRoutes(router, engine);
}

} // namespace http
