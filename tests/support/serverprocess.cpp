// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/serverprocess.h"

#include "tests/support/programs.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 60'000; // ms; for machines and builds that are slow

} // namespace

ServerProcess::ServerProcess(const QStringList &arguments)
    : m_arguments(arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LOREDESK_SERVER_KEY"_s, m_key);
    m_process.setProcessEnvironment(environment);
}

ServerProcess::~ServerProcess()
{
    kill();
}

bool ServerProcess::start()
{
    m_output.clear();
    m_errors.clear();
    m_process.start(program(), QStringList{u"--data"_s, folder()} + m_arguments);
    QDeadlineTimer deadline(patience);
    while (!output().contains('\n') && m_process.state() != QProcess::NotRunning && !deadline.hasExpired())
        m_process.waitForReadyRead(static_cast<int>(deadline.remainingTime()));
    m_url = QUrl(QJsonDocument::fromJson(output()).object()["url"_L1].toString());
    return m_url.isValid() && !m_url.isEmpty();
}

void ServerProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(patience);
}

void ServerProcess::terminate()
{
    m_process.terminate();
}

void ServerProcess::closeInput()
{
    m_process.closeWriteChannel();
}

bool ServerProcess::waitForEnd()
{
    return m_process.state() == QProcess::NotRunning || m_process.waitForFinished(patience);
}

QByteArray ServerProcess::output()
{
    m_output += m_process.readAllStandardOutput();
    return m_output;
}

QString ServerProcess::errors()
{
    m_errors += m_process.readAllStandardError();
    return QString::fromUtf8(m_errors);
}

QString ServerProcess::program()
{
    return programOfTests(u"loredesk-server"_s);
}
