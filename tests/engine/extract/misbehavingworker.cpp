// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace {

void say(const char *line)
{
    std::printf("%s\n", line);
    std::fflush(stdout);
}

[[noreturn]] void hang()
{
    while (true)
        std::this_thread::sleep_for(std::chrono::seconds(1));
}

[[noreturn]] void grow()
{
    std::vector<std::unique_ptr<char[]>> held;
    while (true) {
        constexpr size_t step = 4 << 20;
        held.push_back(std::make_unique<char[]>(step));
        std::memset(held.back().get(), int(held.size()), step);
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

} // namespace

//! Does what the name of the file says: hang.pdf, grow.pdf, crash.pdf, … Anything else is answered well.
int main()
{
    for (std::string line; std::getline(std::cin, line);) {
        const QJsonObject request = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
        const QString wish = QFileInfo(request["path"_L1].toString()).baseName();
        if (wish == "hang"_L1) {
            QFile mark(request["path"_L1].toString() + u".begun"); // So that the test knows.
            (void)mark.open(QIODevice::WriteOnly);
            hang();
        }
        if (wish == "grow"_L1)
            grow();
        if (wish == "crash"_L1)
            std::_Exit(11);
        if (wish == "halfway"_L1) {
            say(R"({"piece":"the first half"})");
            std::_Exit(11);
        }
        while (wish == "flood"_L1)
            say(R"({"piece":"more and more and more and more"})");
        if (wish == "nonsense"_L1)
            say("Segmentation fault, said a library");
        if (wish == "process"_L1)
            say(qPrintable(u"{\"piece\":\"%1\"}"_s.arg(QCoreApplication::applicationPid())));
        else
            say(R"({"piece":"good"})");
        say(R"({"done":true})");
    }
    return 0;
}
