// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/extract/extractorpool.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSemaphore>
#include <QTimer>

//! A file that a caller of ExtractorPool waits for.
struct ExtractorJob
{
    ExtractorJob(const QString &itsPath, const QString &itsExtension, const std::atomic_bool &itsCancelled)
        : path(itsPath)
        , extension(itsExtension)
        , cancelled(itsCancelled)
    { }

    QString path;
    QString extension;
    const std::atomic_bool &cancelled;
    Extraction result;
    QSemaphore isDone; //!< Has a resource when \c result stands; the job must not be touched after that.
};

//! One worker process and the job it is at. Watches time, memory and the size of the answer.
class ExtractorProcess : public QObject
{
    Q_OBJECT

public:
    ExtractorProcess(const QString &program, const ExtractorLimits &limits);
    ~ExtractorProcess() override;

    bool isIdle() const { return !m_job && !m_hasEnded; }
    void begin(std::shared_ptr<ExtractorJob> job);

signals:
    //! The job is done and another can begin.
    void becameIdle();
    //! The process is of no more use: it ended, is to be ended, or has read enough files. Comes once.
    void ended();

private:
    void readAnswer();
    void readLine(const QByteArray &line);
    void watch();
    void processFinished();
    void succeed();
    void fail(const QString &sentence);
    void finishJob();
    void end();

    QString m_program;
    const ExtractorLimits &m_limits;
    QProcess m_process;
    QTimer m_watch;
    QTimer m_idle;
    std::shared_ptr<ExtractorJob> m_job;
    QElapsedTimer m_elapsed;
    std::chrono::milliseconds m_allowed{0};
    std::chrono::milliseconds m_workedBefore{0}; //!< Of the process, when the job was begun.
    Extraction m_result;
    qint64 m_answerBytes = 0;
    qint64 m_mostResident = 0;
    int m_files = 0;
    bool m_hasEnded = false;
};
