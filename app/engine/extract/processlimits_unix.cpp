// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/processlimits.h"

#include <QFile>
#include <QProcess>

#include <sys/resource.h>
#include <unistd.h>

#ifdef Q_OS_MACOS
#include <libproc.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>

#include <csignal>
#endif

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool isSanitized = true;
#elif defined(__has_feature)
constexpr bool isSanitized = __has_feature(address_sanitizer);
#else
constexpr bool isSanitized = false;
#endif

} // namespace

qint64 residentBytes(qint64 processId)
{
#ifdef Q_OS_MACOS
    proc_taskinfo info = {};
    const int size = proc_pidinfo(int(processId), PROC_PIDTASKINFO, 0, &info, sizeof info);
    return size == int(sizeof info) ? qint64(info.pti_resident_size) : 0;
#else
    QFile statm(u"/proc/%1/statm"_s.arg(processId));
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> pages = statm.readAll().split(' ');
    return pages.size() > 1 ? pages[1].toLongLong() * sysconf(_SC_PAGESIZE) : 0;
#endif
}

std::chrono::milliseconds workedTime(qint64 processId)
{
#ifdef Q_OS_MACOS
    proc_taskinfo info = {};
    const int size = proc_pidinfo(int(processId), PROC_PIDTASKINFO, 0, &info, sizeof info);
    const auto worked = std::chrono::nanoseconds(info.pti_total_user + info.pti_total_system);
    return size == int(sizeof info) ? std::chrono::duration_cast<std::chrono::milliseconds>(worked) : 0ms;
#else
    QFile stat(u"/proc/%1/stat"_s.arg(processId));
    if (!stat.open(QIODevice::ReadOnly))
        return 0ms;
    const QByteArray line = stat.readAll();
    // After the name, which may have spaces and brackets: utime and stime are the 14th and 15th of all.
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    const qint64 ticks = fields.value(11).toLongLong() + fields.value(12).toLongLong();
    return std::chrono::milliseconds(ticks * 1000 / sysconf(_SC_CLK_TCK));
#endif
}

void limitThisProcess(qint64 resident)
{
    const rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    if (isSanitized)
        return;
    const rlim_t librariesAndStacks = rlim_t(1) << 30;
    const rlimit addresses = {rlim_t(resident) + librariesAndStacks, rlim_t(resident) + librariesAndStacks};
    setrlimit(RLIMIT_AS, &addresses);
}

void limitHelper(QProcess &process, std::chrono::seconds time)
{
    process.setChildProcessModifier([time] {
        const rlimit work = {rlim_t(time.count()), rlim_t(time.count())};
        setrlimit(RLIMIT_CPU, &work);
#ifdef Q_OS_LINUX
        prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    });
}
