// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/http/message.h"

namespace http {

//! Who may ask: the holder of the key, under a name that is this computer's.
class Access
{
public:
    //! \a hosts: names by which the server is reached besides those of the loopback.
    Access(const QByteArray &key, const QStringList &hosts);

    //! Throws the refusal of a request without the key, in the words of the recordings (a001 to a011).
    void requireKey(const QByteArray &authorization) const;

    //! Throws for a Host that is not ours: a page of another site whose name was pointed to this computer sends its own
    //! (DNS rebinding).
    void requireHost(const QByteArray &host) const;

private:
    QByteArray m_key;
    QStringList m_hosts;
};

//! Equal or not in a time that does not tell how much of it was right.
bool equalInConstantTime(const QByteArray &given, const QByteArray &expected);

} // namespace http
