// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/sockets.h"

#ifdef Q_OS_WIN
#include <ws2tcpip.h>
#else
#include <arpa/inet.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#endif

namespace http {

QByteArray socketAddress(const QString &address, quint16 port)
{
    const QByteArray text = address.toLatin1();
    sockaddr_in ip4{};
    ip4.sin_family = AF_INET;
    ip4.sin_port = htons(port);
    if (::inet_pton(AF_INET, text.constData(), &ip4.sin_addr) == 1)
        return {reinterpret_cast<const char *>(&ip4), sizeof ip4};
    sockaddr_in6 ip6{};
    ip6.sin6_family = AF_INET6;
    ip6.sin6_port = htons(port);
    if (::inet_pton(AF_INET6, text.constData(), &ip6.sin6_addr) == 1)
        return {reinterpret_cast<const char *>(&ip6), sizeof ip6};
    return {};
}

void closeSocket(MHD_socket socket)
{
    if (socket == MHD_INVALID_SOCKET)
        return;
#ifdef Q_OS_WIN
    ::closesocket(socket);
#else
    ::close(socket);
#endif
}

unsigned connectionsAllowed(unsigned wanted)
{
#ifndef Q_OS_WIN
    rlimit files = {};
    if (::getrlimit(RLIMIT_NOFILE, &files) != 0)
        return wanted;
    const rlim_t enough = std::min<rlim_t>(files.rlim_max, 2 * rlim_t(wanted));
    if (files.rlim_cur < enough) {
        files.rlim_cur = enough;
        ::setrlimit(RLIMIT_NOFILE, &files);
    }
    return unsigned(std::clamp<rlim_t>(files.rlim_cur / 2, 1, wanted));
#else
    return wanted;
#endif
}

} // namespace http
