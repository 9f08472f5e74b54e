// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

//! The whole of `loredesk-server --extract`: reads one request per line from standard input,
//! {"path":…,"extension":…,"residentBytes":…}, and answers each on standard output with a line {"piece":…} for every
//! piece, then {"done":true} or {"error":…}. Returns the exit code when standard input closes.
int runExtractorWorker();
