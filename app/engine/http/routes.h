// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/http/router.h"

namespace http {

//! /health, and the address of the API itself.
void addServiceRoutes(Router &router);

} // namespace http
