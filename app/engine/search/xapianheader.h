// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Xapian names a member `slots`, which Qt's precompiled header has made a macro.
#pragma push_macro("slots")
#undef slots
#include <xapian.h>
#pragma pop_macro("slots")
