// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/indexing/engine.h"

namespace http {

//! How a body names the model that is to make the vectors of a dataset.
struct ModelWish
{
    std::optional<QString> provider = {};
    std::optional<QString> name = {}; //!< Counts only with a provider (recordings/1.15.0, m009).
};

//! Throws 400 invalid_param for a provider that there is not.
void requireProvider(const Engine &engine, const ModelWish &wish);

//! The model for the technique high_quality: as wished, else that of before, else the first that is set up. Throws 400
//! provider_not_initialize when none is.
EmbeddingModel embeddingModel(const Engine &engine, const ModelWish &wish, const DatasetRow &dataset = {});

} // namespace http
