// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

class QProcess;

// Everything that operating systems do differently about a worker process; one source file for each of them.

//! Bytes of memory that the process holds now; 0 when it is gone.
qint64 residentBytes(qint64 processId);

//! For how long the process has worked; not how long it has been there. Zero when it is gone.
std::chrono::milliseconds workedTime(qint64 processId);

//! Keeps this process from taking much more memory than \a resident bytes, and from leaving a core dump. The second
//! wall behind the parent, which looks at residentBytes(); absent in sanitizer builds, whose shadow memory needs room.
void limitThisProcess(qint64 resident);

//! Makes the program that \a process will start end with this one, and after \a time of work at the latest.
void limitHelper(QProcess &process, std::chrono::seconds time);
