// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/extractorworker.h"

#include "app/engine/extract/extraction.h"
#include "app/engine/extract/processlimits.h"

#include <QFile>

#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <mutex>
#include <thread>

using namespace Qt::Literals::StringLiterals;

namespace {

//! Lines on their way from the thread that waits for them to the one that does what they say.
class Requests
{
public:
    void add(const QByteArray &line)
    {
        const std::lock_guard lock(m_mutex);
        m_lines.push_back(line);
        m_isFilled.notify_one();
    }

    QByteArray take()
    {
        std::unique_lock lock(m_mutex);
        m_isFilled.wait(lock, [this] { return !m_lines.empty(); });
        const QByteArray line = m_lines.front();
        m_lines.pop_front();
        return line;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_isFilled;
    std::deque<QByteArray> m_lines;
};

void writeLine(QFile &out, const QJsonObject &object)
{
    out.write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void answer(const QByteArray &line, QFile &out)
{
    const QJsonObject request = QJsonDocument::fromJson(line).object();
    const qint64 bytes = request["residentBytes"_L1].toInteger();
    static std::once_flag isLimited;
    std::call_once(isLimited, limitThisProcess, bytes);

    const Extraction read = extractFile(request["path"_L1].toString(), request["extension"_L1].toString());
    for (const QString &piece : read.pieces)
        writeLine(out, {{u"piece"_s, piece}});
    writeLine(out, read.error.isEmpty() ? QJsonObject{{u"done"_s, true}} : QJsonObject{{u"error"_s, read.error}});
    out.flush();
}

} // namespace

int runExtractorWorker()
{
    Requests requests;
    // Reading has a thread of its own, so that the end of the parent is seen in the middle of a file.
    std::thread([&requests] {
        QFile in;
        if (!in.open(stdin, QIODevice::ReadOnly))
            std::_Exit(1);
        for (QByteArray line = in.readLine(); !line.isEmpty(); line = in.readLine())
            requests.add(line);
        std::_Exit(0);
    }).detach();

    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly))
        return 1;
    while (true)
        answer(requests.take(), out);
}
