// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log.h"

Q_LOGGING_CATEGORY(lcApi, "loredesk.api", QtInfoMsg)
Q_LOGGING_CATEGORY(lcTransfers, "loredesk.transfers", QtInfoMsg)
Q_LOGGING_CATEGORY(lcEngine, "loredesk.engine", QtInfoMsg)
Q_LOGGING_CATEGORY(lcCredentials, "loredesk.credentials", QtInfoMsg)
