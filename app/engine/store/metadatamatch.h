// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/metadatafilter.h"

//! Whether a value that a document has in a field fulfils the condition, as the real server judges it
//! (recordings/1.15.0, section g): texts by their characters, numbers also where they are written as text; a null
//! fulfils only NotEmpty.
bool fulfils(const MetadataCondition &condition, const QJsonValue &value);

//! The number that a value is or says.
std::optional<double> numberOf(const QJsonValue &value);
//! Whether the operator compares numbers only.
bool comparesNumbers(MetadataCondition::Operator comparison);
