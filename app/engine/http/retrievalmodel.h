// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/retrievalsettings.h"
#include "app/engine/http/payload.h"
#include "app/engine/store/rows.h"

namespace http {

//! Checks the `retrieval_model` of a body; returns it to be stored as it is, or nothing if there is none.
std::optional<QJsonObject> readRetrievalModel(Payload &body);

//! How a dataset is searched if the request does not say: as is stored, but one without vectors by keywords.
RetrievalSettings retrievalOf(const DatasetRow &dataset);
//! As a request says by its retrieval model.
RetrievalSettings retrievalOf(const QJsonObject &model);

//! Throws 400 where a condition compares what are no numbers as such.
void requireComparable(const MetadataFilter &filter, const QList<MetadataFieldRow> &fields);

} // namespace http
