// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>

#include <functional>
#include <memory>

class QFileDevice;

//! Reads a file from front to end in a thread of its own, a little ahead of who takes the bytes: the disk of another
//! computer may let one wait for minutes, and the window must not.
class FileReader : public QObject
{
    Q_OBJECT

public:
    using Maker = std::function<std::unique_ptr<QFileDevice>()>;

    //! Opens the file soon; ends with opened() in any case.
    explicit FileReader(const QString &path, QObject *parent = nullptr);
    //! The file is made, opened and read in the thread.
    explicit FileReader(const Maker &make, QObject *parent = nullptr);
    //! Whoever waits for the disk is left alone with it.
    ~FileReader() override;

    //! Why it cannot be opened or read, or that it changed meanwhile, as a sentence; empty while all is well.
    QString problem() const;
    // As it was when it was opened.
    qint64 size() const; //!< Bytes.
    QDateTime modified() const;

    //! The next bytes, as many as are there: 0 when they have not been read yet, -1 when there is a problem().
    qint64 read(char *data, qint64 max);

signals:
    void opened(); //!< Or not: see problem().
    void readyRead(); //!< After read() had none: there are some now, or a problem().

private:
    struct Shared;

    static void work(const std::shared_ptr<Shared> &shared, const Maker &make);

    std::shared_ptr<Shared> m_shared; //!< With the thread.
    QByteArray m_piece;
    qsizetype m_taken = 0; //!< Bytes of m_piece.
};
