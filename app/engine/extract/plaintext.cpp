// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"

Extraction extractPlain(const QString &text)
{
    return {{text}, {}};
}
