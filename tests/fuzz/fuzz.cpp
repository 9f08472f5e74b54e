// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets.h"

// The program that libFuzzer drives; the target is named by LOREDESK_FUZZ, since the arguments are libFuzzer's.

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static const FuzzTarget target = fuzzTarget(qgetenv("LOREDESK_FUZZ"));
    if (!target)
        qFatal("LOREDESK_FUZZ names no target.");
    target(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    return 0;
}
