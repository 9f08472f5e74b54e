// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/localserver.h"

#include "app/log.h"
#include "app/services/credentials.h"
#include "app/services/server.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QStandardPaths>

#include <array>
#include <chrono>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto firstPause = 200ms; // doubled with each death
constexpr auto keychainPatience = 2s;
constexpr int keptErrorOutput = 4096; // bytes
constexpr int exitPatience = 2000; // milliseconds, as promised by the server

QByteArray newKey()
{
    std::array<quint32, 8> random{};
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    return QByteArray(reinterpret_cast<const char *>(random.data()), sizeof(random))
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

QString LocalServer::defaultProgram()
{
    const QDir folder(QCoreApplication::applicationDirPath());
    const QStringList folders{folder.path(), folder.filePath(u"../libexec"_s),
                              folder.filePath(u"../libexec/loredesk"_s)};
    const QString found = QStandardPaths::findExecutable(u"loredesk-server"_s, folders);
    return found.isEmpty() ? folder.filePath(u"loredesk-server"_s) : found;
}

LocalServer::LocalServer(Server &server, Credentials &credentials, const QString &dataFolder, const QString &program,
                         QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_credentials(credentials)
    , m_dataFolder(dataFolder)
    , m_program(program)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &LocalServer::launch);
    m_keychainPatience.setSingleShot(true);
    m_keychainPatience.setInterval(keychainPatience);
    // The key only has to be the same on both sides of one process: a keychain nobody unlocks need not hold it up.
    connect(&m_keychainPatience, &QTimer::timeout, this, [this] { takeKey({}); });
}

LocalServer::~LocalServer()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->closeWriteChannel();
    if (!m_process->waitForFinished(exitPatience))
        m_process->kill();
}

void LocalServer::setEnvironment(const QMap<QString, QString> &variables)
{
    if (std::exchange(m_environment, variables) == variables || !m_process || m_isStopping || m_isRestarting)
        return;
    m_isRestarting = true;
    m_server.setStarting();
    endProcess();
}

void LocalServer::start()
{
    if (m_process || m_pause.isActive() || m_keychainPatience.isActive())
        return;
    m_isStopping = false;
    m_isRestarting = false;
    m_deaths.clear();
    m_server.setStarting();
    if (!m_key.isEmpty())
        return launch();
    m_keychainPatience.start();
    m_credentials.read(m_server.id(), this, [this](const auto &stored) {
        if (m_key.isEmpty() && m_keychainPatience.isActive())
            takeKey(stored);
    });
}

void LocalServer::takeKey(const std::optional<QByteArray> &stored)
{
    const bool asked = m_keychainPatience.isActive();
    m_keychainPatience.stop();
    const bool known = stored && !stored->isEmpty();
    m_key = known ? *stored : newKey();
    if (!known && asked)
        m_credentials.write(m_server.id(), m_key);
    launch();
}

void LocalServer::stop()
{
    m_isStopping = true;
    m_pause.stop();
    m_keychainPatience.stop();
    if (m_process) {
        endProcess();
    } else {
        QMetaObject::invokeMethod(this, &LocalServer::stopped, Qt::QueuedConnection);
    }
}

void LocalServer::endProcess()
{
    m_process->closeWriteChannel();
    QTimer::singleShot(exitPatience, m_process.get(), &QProcess::kill);
}

void LocalServer::launch()
{
    m_errorOutput.clear();
    m_hasServed = false;
    m_process = std::make_unique<QProcess>();
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &LocalServer::onOutput);
    connect(m_process.get(), &QProcess::readyReadStandardError, this, &LocalServer::onErrorOutput);
    connect(m_process.get(), &QProcess::errorOccurred, this, &LocalServer::onProblem);
    connect(m_process.get(), &QProcess::finished, this, &LocalServer::onDeath);
    auto environment = QProcessEnvironment::systemEnvironment();
    for (auto variable = m_environment.cbegin(); variable != m_environment.cend(); ++variable)
        environment.insert(variable.key(), variable.value());
    environment.insert(u"LOREDESK_SERVER_KEY"_s, QString::fromLatin1(m_key));
    m_process->setProcessEnvironment(environment);
    m_process->start(m_program, {u"--data"_s, m_dataFolder, u"--max-upload-mib"_s, QString::number(maxUploadMiB)});
}

void LocalServer::onOutput()
{
    while (m_process->canReadLine()) {
        const QUrl url(QJsonDocument::fromJson(m_process->readLine()).object()["url"_L1].toString());
        if (!url.isValid() || m_isStopping || m_isRestarting)
            continue;
        m_hasServed = true;
        m_server.setReady(url, m_key);
    }
}

void LocalServer::onErrorOutput()
{
    const QByteArray output = m_process->readAllStandardError();
    if (!output.isEmpty())
        qCDebug(lcEngine).noquote() << QString::fromUtf8(output.trimmed());
    m_errorOutput = QByteArray(m_errorOutput + output).right(keptErrorOutput);
}

void LocalServer::onProblem(QProcess::ProcessError error)
{
    if (error != QProcess::FailedToStart)
        return; // finished() follows
    const QString reason = m_process->errorString();
    m_process.release()->deleteLater();
    m_server.setFailed(tr("%1 cannot be started: %2").arg(QDir::toNativeSeparators(m_program), reason));
    if (m_isStopping)
        emit stopped();
}

void LocalServer::onDeath()
{
    onErrorOutput();
    m_process.release()->deleteLater(); // it is the sender
    if (m_isStopping) {
        emit stopped();
        return;
    }
    if (std::exchange(m_isRestarting, false))
        return launch();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_deaths.removeIf([&](const QDateTime &death) { return death < now.addSecs(-60); });
    m_deaths.append(now);
    qCWarning(lcEngine).noquote() << "the server on this computer ended:" << lastWords();
    if (m_deaths.size() >= maxDeaths) {
        m_server.setFailed(lastWords().isEmpty()
                               ? tr("The server on this computer ended five times in a minute.")
                               : tr("The server on this computer ended five times in a minute: %1").arg(lastWords()));
        return;
    }
    // What keeps it from serving at all is said at once; it may pass, as when an earlier one has not ended yet.
    m_server.setStarting(m_hasServed ? QString() : lastWords());
    m_pause.start(firstPause * (1 << (m_deaths.size() - 1)));
}

QString LocalServer::lastWords() const
{
    const QString text = QString::fromUtf8(m_errorOutput).trimmed();
    return text.mid(text.lastIndexOf(u'\n') + 1).trimmed();
}
