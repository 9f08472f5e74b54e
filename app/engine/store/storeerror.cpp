// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/store/storeerror.h"

StoreError::StoreError(Kind kind, const QString &message)
    : m_kind(kind)
    , m_message(message)
    , m_utf8(message.toUtf8())
{ }
