// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class Connection;

namespace migrations {

//! The version (PRAGMA user_version) that this program writes.
int latest();

//! Brings the database to the latest version, one version per transaction. Throws StoreError.
void run(Connection &connection);

} // namespace migrations
