// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/filereader.h"

#include <QFile>
#include <QFileInfo>
#include <QQueue>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace {

constexpr qint64 pieceSize = 64 * 1024; //!< Bytes.
constexpr qsizetype maxAhead = 4; //!< Pieces.

QDateTime timeOf(const QFileDevice &file)
{
    return file.fileTime(QFileDevice::FileModificationTime);
}

} // namespace

struct FileReader::Shared
{
    mutable std::mutex mutex;
    std::condition_variable changed;
    FileReader *reader = nullptr; //!< Null: nobody wants the bytes any more.
    bool isWanted = false; //!< Nothing is read before somebody asks.
    QQueue<QByteArray> pieces;
    QString problem;
    qint64 size = 0;
    QDateTime modified;

    //! Has the reader emit \a signal, in its own thread.
    void tell(void (FileReader::*signal)())
    {
        if (reader)
            QMetaObject::invokeMethod(reader, signal, Qt::QueuedConnection);
    }

    void fail(const QString &sentence, void (FileReader::*signal)())
    {
        const std::lock_guard lock(mutex);
        problem = sentence;
        tell(signal);
    }

    bool open(QFileDevice &file)
    {
        if (!QFileInfo::exists(file.fileName()))
            return fail(FileReader::tr("The file is not there any more."), &FileReader::opened), false;
        if (QFileInfo(file.fileName()).isDir() || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return fail(FileReader::tr("The file cannot be read: %1").arg(file.errorString()), &FileReader::opened),
                   false;
        const std::lock_guard lock(mutex);
        size = file.size();
        modified = timeOf(file);
        tell(&FileReader::opened);
        return true;
    }

    //! False when nobody wants more.
    bool waitUntilWanted()
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, [this] { return !reader || (isWanted && pieces.size() < maxAhead); });
        return reader;
    }

    void append(const QByteArray &piece)
    {
        const std::lock_guard lock(mutex);
        pieces.enqueue(piece);
        if (pieces.size() == 1)
            tell(&FileReader::readyRead);
    }
};

FileReader::FileReader(const QString &path, QObject *parent)
    : FileReader([path] { return std::make_unique<QFile>(path); }, parent)
{ }

FileReader::FileReader(const Maker &make, QObject *parent)
    : QObject(parent)
    , m_shared(std::make_shared<Shared>())
{
    m_shared->reader = this;
    std::thread(&FileReader::work, m_shared, make).detach(); // never waited for: it may hang
}

FileReader::~FileReader()
{
    const std::lock_guard lock(m_shared->mutex);
    m_shared->reader = nullptr;
    m_shared->changed.notify_one();
}

void FileReader::work(const std::shared_ptr<Shared> &shared, const Maker &make)
{
    const std::unique_ptr<QFileDevice> file = make();
    if (!shared->open(*file))
        return;
    const qint64 size = shared->size;
    for (qint64 left = size; left > 0 && shared->waitUntilWanted();) {
        QByteArray piece(qMin(pieceSize, left), Qt::Uninitialized);
        const qint64 count = file->read(piece.data(), piece.size());
        if (count < 0)
            return shared->fail(tr("The file cannot be read: %1").arg(file->errorString()), &FileReader::readyRead);
        left -= count;
        // The last piece goes out only when the file is still the one that was opened.
        if (count == 0 || (left == 0 && (file->size() != size || timeOf(*file) != shared->modified)))
            return shared->fail(tr("The file changed while it was sent."), &FileReader::readyRead);
        piece.truncate(count);
        shared->append(piece);
    }
}

QString FileReader::problem() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->problem;
}

qint64 FileReader::size() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->size;
}

QDateTime FileReader::modified() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->modified;
}

qint64 FileReader::read(char *data, qint64 max)
{
    if (m_taken == m_piece.size()) {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->isWanted = true;
        m_taken = 0;
        m_piece = m_shared->pieces.isEmpty() ? QByteArray() : m_shared->pieces.dequeue();
        m_shared->changed.notify_one();
        if (m_piece.isEmpty() && !m_shared->problem.isEmpty())
            return -1;
    }
    const qsizetype count = qMin(max, m_piece.size() - m_taken);
    memcpy(data, m_piece.constData() + m_taken, static_cast<size_t>(count));
    m_taken += count;
    return count;
}
