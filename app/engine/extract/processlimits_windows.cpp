// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/processlimits.h"

#include <windows.h>

#include <psapi.h>

qint64 residentBytes(qint64 processId)
{
    const HANDLE process = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, DWORD(processId));
    if (!process)
        return 0;
    PROCESS_MEMORY_COUNTERS counters = {};
    const bool isKnown = K32GetProcessMemoryInfo(process, &counters, sizeof counters);
    CloseHandle(process);
    return isKnown ? qint64(counters.WorkingSetSize) : 0;
}

std::chrono::milliseconds workedTime(qint64 processId)
{
    const HANDLE process = OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, DWORD(processId));
    FILETIME begun = {}, ended = {}, kernel = {}, user = {};
    const bool isKnown = process && GetProcessTimes(process, &begun, &ended, &kernel, &user);
    if (process)
        CloseHandle(process);
    const auto steps = [](const FILETIME &time) { // Of 100 ns.
        return (qint64(time.dwHighDateTime) << 32) + time.dwLowDateTime;
    };
    return std::chrono::milliseconds(isKnown ? (steps(kernel) + steps(user)) / 10'000 : 0);
}

void limitThisProcess(qint64 resident)
{
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    // The job lives as long as this process, and this process as long as the job.
    static const HANDLE job = CreateJobObjectW(nullptr, nullptr);
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {};
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_PROCESS_MEMORY
                                              | JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION
                                              | JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
    limits.ProcessMemoryLimit = SIZE_T(resident) + (SIZE_T(512) << 20);
    SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);
    AssignProcessToJobObject(job, GetCurrentProcess());
}

void limitHelper(QProcess &, std::chrono::seconds)
{
    // It is born into the job of this process, and ends with it.
}
