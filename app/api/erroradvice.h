// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/apierror.h"

//! What a person can do about \a error, as a sentence; empty when its message says all there is. Plain text.
QString adviceFor(const ApiError &error);

//! What happened and what can be done about it. Plain text.
QString sentenceFor(const ApiError &error);
