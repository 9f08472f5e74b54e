// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/datasetsmodel.h"

//! What the rows of DatasetsModel say.
namespace datasetrows {

//! \a error is looked at when \a state is Failed.
QVariant ofServer(const ServerRow &server, LoadState state, const ApiError &error, int role);
QVariant ofDataset(const Dataset &dataset, const DatasetBadge &badge, int role);

} // namespace datasetrows
