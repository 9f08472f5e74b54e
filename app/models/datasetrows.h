// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/datasetsmodel.h"

//! What the rows of DatasetsModel say.
namespace datasetrows {

QVariant ofServer(const ServerRow &server, const PagedList<Dataset> &datasets, int role);
QVariant ofDataset(const Dataset &dataset, const DatasetBadge &badge, int role);

} // namespace datasetrows
