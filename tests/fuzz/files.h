// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fuzz/targets.h"

//! The reader of a file format by its extension. For a format of XML in an archive the bytes are either a whole archive
//! or become the parts of one, so that what is tried is not always the checksum.
FuzzTarget fileTarget(const QByteArray &extension);
