// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/extractorprocess.h"

#include "app/engine/extract/processlimits.h"
#include "app/log.h"

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::chrono::milliseconds timeFor(const QString &path, const ExtractorLimits &limits)
{
    const qint64 mebibytes = QFileInfo(path).size() >> 20;
    return std::min<std::chrono::milliseconds>(limits.time + limits.timePerMiB * mebibytes, limits.longestTime);
}

QString takesTooMuch(const QString &what)
{
    return u"Reading the file took more than %1 and was stopped."_s.arg(what);
}

} // namespace

ExtractorProcess::ExtractorProcess(const QString &program, const ExtractorLimits &limits)
    : m_program(program)
    , m_limits(limits)
{
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_watch.setInterval(50ms);
    m_idle.setInterval(limits.idle);
    m_idle.setSingleShot(true);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &ExtractorProcess::readAnswer);
    connect(&m_process, &QProcess::finished, this, &ExtractorProcess::processFinished);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(u"The program that reads files cannot be started: %1."_s.arg(m_process.errorString()));
    });
    connect(&m_watch, &QTimer::timeout, this, &ExtractorProcess::watch);
    connect(&m_idle, &QTimer::timeout, this, &ExtractorProcess::end);
}

ExtractorProcess::~ExtractorProcess()
{
    m_process.disconnect(this);
    m_process.kill();
    m_process.waitForFinished();
}

void ExtractorProcess::begin(std::shared_ptr<ExtractorJob> job)
{
    m_idle.stop();
    m_job = std::move(job);
    m_result = {};
    m_answerBytes = 0;
    m_mostResident = 0;
    m_allowed = timeFor(m_job->path, m_limits);
    m_workedBefore = workedTime(m_process.processId());
    m_elapsed.start();
    m_watch.start();
    const QJsonObject request{
        {u"path"_s, m_job->path}, {u"extension"_s, m_job->extension}, {u"residentBytes"_s, m_limits.residentBytes}};
    if (m_process.state() == QProcess::NotRunning)
        m_process.start(m_program, {u"--extract"_s});
    if (m_process.isOpen())
        m_process.write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
}

void ExtractorProcess::readAnswer()
{
    while (m_job && m_process.canReadLine())
        readLine(m_process.readLine());
    if (m_job && m_answerBytes + m_process.bytesAvailable() > m_limits.textBytes)
        fail(u"The file holds more than %1 MiB of text."_s.arg(m_limits.textBytes >> 20));
}

void ExtractorProcess::readLine(const QByteArray &line)
{
    m_answerBytes += line.size();
    const QJsonObject answer = QJsonDocument::fromJson(line).object();
    if (answer.contains("piece"_L1)) {
        m_result.pieces.append(answer["piece"_L1].toString());
    } else if (answer.contains("done"_L1)) {
        succeed();
    } else if (answer.contains("error"_L1)) {
        m_result = {{}, answer["error"_L1].toString()};
        succeed();
    } else {
        fail(u"The program that reads files gave an answer that makes no sense."_s);
    }
}

void ExtractorProcess::watch()
{
    const qint64 resident = residentBytes(m_process.processId());
    m_mostResident = qMax(m_mostResident, resident);
    if (m_job->cancelled)
        fail({});
    else if (resident > m_limits.residentBytes)
        fail(takesTooMuch(u"%1 MiB of memory"_s.arg(m_limits.residentBytes >> 20)));
    else if (workedTime(m_process.processId()) - m_workedBefore > m_allowed
             || m_elapsed.hasExpired(2 * m_allowed.count()))
        fail(takesTooMuch(u"%1 s"_s.arg(std::chrono::duration<double>(m_allowed).count())));
}

void ExtractorProcess::processFinished()
{
    readAnswer(); // What it said last.
    // The second wall (limitThisProcess) makes it crash before the first has been seen to be reached.
    const bool wasHungry = m_mostResident > m_limits.residentBytes / 2;
    fail(wasHungry ? takesTooMuch(u"%1 MiB of memory"_s.arg(m_limits.residentBytes >> 20))
                   : u"The file makes the program that reads it crash; it is damaged or was made to do so."_s);
}

void ExtractorProcess::succeed()
{
    finishJob();
    if (++m_files >= m_limits.filesPerWorker) {
        end();
    } else {
        m_idle.start();
        emit becameIdle();
    }
}

void ExtractorProcess::fail(const QString &sentence)
{
    m_result = {{}, sentence};
    if (m_job) {
        qCDebug(lcEngine) << "a worker is ended:" << sentence;
        finishJob();
    }
    end();
}

void ExtractorProcess::finishJob()
{
    m_watch.stop();
    const auto job = std::move(m_job);
    job->result = std::exchange(m_result, {});
    job->isDone.release();
}

void ExtractorProcess::end()
{
    if (!std::exchange(m_hasEnded, true))
        emit ended();
}
