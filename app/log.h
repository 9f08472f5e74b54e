// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

// Every category of the program. Never a key, never a chunk's text above debug.
Q_DECLARE_LOGGING_CATEGORY(lcApi) // loredesk.api
Q_DECLARE_LOGGING_CATEGORY(lcTransfers) // loredesk.transfers
Q_DECLARE_LOGGING_CATEGORY(lcEngine) // loredesk.engine
Q_DECLARE_LOGGING_CATEGORY(lcCredentials) // loredesk.credentials
