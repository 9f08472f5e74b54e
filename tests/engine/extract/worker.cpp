// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/extractorworker.h"

int main()
{
    return runExtractorWorker();
}
