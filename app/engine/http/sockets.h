// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <microhttpd.h>

// What libmicrohttpd leaves to the system.
namespace http {

//! An IPv4 or IPv6 address as the system has it; empty if it is neither.
QByteArray socketAddress(const QString &address, quint16 port);
void closeSocket(MHD_socket socket);

//! How many connections may be open at once, \a wanted at the most: the database, the index and the extractors need
//! files too. Raises what the system allows this process as far as it lets it.
unsigned connectionsAllowed(unsigned wanted);

} // namespace http
