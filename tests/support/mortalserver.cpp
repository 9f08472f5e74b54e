// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QThread>

#include <cstdio>
#include <cstring>

//! Behaves as loredesk-server does for whoever starts it, without serving anything. The file `orders` in the data
//! folder says how: "die" ends at once, "serve" waits until its input closes, "stay" does not heed that.
//! Each start appends a line with its arguments to `starts`, without the key, and says whether there was one and which
//! model it was told.
int main(int argc, char *argv[])
{
    QString folder;
    QByteArray arguments;
    for (int i = 1; i < argc; ++i) {
        arguments += QByteArray(argv[i]) + ' ';
        if (i > 1 && std::strcmp(argv[i - 1], "--data") == 0)
            folder = QString::fromLocal8Bit(argv[i]);
    }
    QFile orders(folder + QStringLiteral("/orders"));
    QFile starts(folder + QStringLiteral("/starts"));
    if (!orders.open(QIODevice::ReadOnly) || !starts.open(QIODevice::Append))
        return 2;
    const QByteArray model = qgetenv("LOREDESK_EMBEDDINGS_MODEL");
    starts.write(arguments + "key of " + QByteArray::number(qgetenv("LOREDESK_SERVER_KEY").size()) + " characters"
                 + (model.isEmpty() ? QByteArray() : QByteArray(", model " + model)) + '\n');
    starts.close();
    const QByteArray order = orders.readAll().trimmed();
    if (order == "die") {
        std::fputs("something went wrong\nthe disk is made of cheese\n", stderr);
        return 1;
    }
    std::puts("{\"url\":\"http://127.0.0.1:9/v1\"}");
    std::fflush(stdout);
    while (std::fgetc(stdin) != EOF) { }
    while (order == "stay")
        QThread::sleep(1);
    QFile ended(folder + QStringLiteral("/ended"));
    return ended.open(QIODevice::WriteOnly) ? 0 : 2;
}
