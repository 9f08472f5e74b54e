// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/extract/measures.h"

#include "app/engine/extract/charsets.h"
#include "app/engine/extract/encoding.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

namespace {

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QHash<QString, int> words(const QString &text)
{
    static const QRegularExpression word(u"\\w+"_s, QRegularExpression::UseUnicodePropertiesOption);
    QHash<QString, int> counts;
    auto matches = word.globalMatch(text);
    while (matches.hasNext())
        ++counts[matches.next().captured().toLower()];
    return counts;
}

//! The share of the words of \a expected that are in \a found, each as often.
double recall(const QString &expected, const QString &found)
{
    const auto wanted = words(expected);
    const auto there = words(found);
    int all = 0;
    int hits = 0;
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        all += *it;
        hits += qMin(*it, there.value(it.key()));
    }
    return all == 0 ? 1 : double(hits) / all;
}

Extraction read(ExtractorPool &pool, const QString &path)
{
    const std::atomic_bool never = false;
    return pool.extract(path, QFileInfo(path).suffix(), never);
}

QString markless(QString text)
{
    return text.startsWith(QChar::ByteOrderMark) ? text.sliced(1) : text;
}

QList<QStringList> table(const QString &path)
{
    QList<QStringList> rows;
    for (const QString &line : QString::fromUtf8(contents(path)).split(u'\n', Qt::SkipEmptyParts))
        rows.append(line.split(u'\t'));
    return rows.mid(1);
}

} // namespace

void measures::formats(ExtractorPool &pool, const QString &folder)
{
    for (const QString &kind : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (!isSupported(kind))
            continue;
        const QDir files(folder + u'/' + kind);
        int all = 0;
        int good = 0;
        for (const QString &name : files.entryList(QDir::Files)) {
            if (!files.exists(name + u".expected.txt"))
                continue;
            const Extraction got = read(pool, files.filePath(name));
            const QString expected = QString::fromUtf8(contents(files.filePath(name + u".expected.txt")));
            const double share = recall(expected, got.pieces.join(u'\n'));
            ++all;
            good += share >= 0.9;
            if (share < 0.9)
                out() << "  " << QString::number(share, 'f', 2) << ' ' << name << ' ' << got.error << '\n';
        }
        out() << kind << ": " << good << " of " << all << " with 0.9 of the words or more\n" << Qt::flush;
    }
}

void measures::encodings(const QString &folder)
{
    int all = 0;
    int good = 0;
    for (const QStringList &row : table(folder + u"/index.tsv")) {
        const QByteArray bytes = contents(folder + u'/' + row[0]);
        const QString charset = detectEncoding(bytes, declaredEncoding(bytes));
        const QString truth = row[1] == "utf-8-sig"_L1 ? u"UTF-8"_s : row[1];
        const QString got = markless(decodeAs(charset, bytes));
        ++all;
        const bool isGood
            = got == markless(decodeAs(truth, bytes)) || got == markless(decodeAs(usualCharset(truth), bytes));
        good += isGood;
        if (!isGood)
            out() << "  " << row[0] << ": " << charset << " instead of " << truth << '\n';
    }
    out() << "encodings: " << good << " of " << all << '\n' << Qt::flush;
}

void measures::hostile(ExtractorPool &pool, const QString &folder)
{
    for (const QStringList &row : table(folder + u"/manifest.tsv")) {
        const QString path = folder + u'/' + row[0];
        if (!isSupported(QFileInfo(path).suffix()))
            continue;
        QElapsedTimer timer;
        timer.start();
        const Extraction got = read(pool, path);
        QString answer = got.error.isEmpty() ? got.pieces.join(u"⏎"_s).simplified() : u"ERROR "_s + got.error;
        if (answer.size() > 100)
            answer = answer.first(60) + u" … " + answer.last(37);
        out() << row[0] << " [" << row[2] << "]\n    " << timer.elapsed() << " ms, " << got.pieces.size()
              << " pieces: " << answer << '\n'
              << Qt::flush;
    }
}
