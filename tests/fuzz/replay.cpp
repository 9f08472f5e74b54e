// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets.h"

#include <QDirIterator>
#include <QFile>

#include <cstdio>

//! fuzz_replay TARGET FILE|FOLDER…: feeds every file to the target, whole and cut off in the middle.
int main(int argc, char *argv[])
{
    const FuzzTarget target = argc > 1 ? fuzzTarget(argv[1]) : nullptr;
    int files = 0;
    const auto feed = [&](const QString &path) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return;
        const QByteArray bytes = file.readAll();
        target(bytes);
        target(bytes.left(bytes.size() / 2));
        ++files;
    };
    for (int i = 2; target && i < argc; ++i) {
        const QString path = QFile::decodeName(argv[i]);
        feed(path);
        for (QDirIterator inside(path, QDir::Files, QDirIterator::Subdirectories); inside.hasNext();)
            feed(inside.next());
    }
    std::printf("%d files\n", files);
    return files > 0 ? 0 : 1;
}
