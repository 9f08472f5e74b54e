// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

//! The whole of `loredesk-server --extract`: reads one request per line from standard input,
//! {"path":…,"extension":…,"residentBytes":…}, and answers each on standard output with a line {"piece":…} for every
//! piece, then {"done":true} or {"error":…}. Ends the process when standard
//! input closes, even in the middle of a file; returns only when it cannot start.
int runExtractorWorker();
