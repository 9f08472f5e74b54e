// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/extractorworker.h"
#include "app/engine/http/lifetime.h"
#include "app/engine/http/routes.h"
#include "app/engine/http/server.h"
#include "app/engine/indexing/engine.h"
#include "app/engine/store/storeerror.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <thread>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int wrongUse = 2;
constexpr int cannotRun = 1;
constexpr auto longestEnd = std::chrono::milliseconds(1800);

struct CommandLine
{
    QString folder;
    QString address = u"127.0.0.1"_s;
    quint16 port = 0;
    QStringList hosts;
    qint64 largestFile = 0; //!< Bytes.
    bool watchInput = true;
    bool reindex = false;
};

void complain(const QString &sentence)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(sentence));
}

bool isLoopback(const QString &address)
{
    return address == "::1"_L1 || address == "localhost"_L1 || address.startsWith("127."_L1);
}

//! HOST:PORT or [HOST]:PORT. Returns false if it is neither.
bool readListen(const QString &text, CommandLine *line)
{
    const auto colon = text.lastIndexOf(u':');
    bool ok = false;
    line->port = text.mid(colon + 1).toUShort(&ok);
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    else if (host.contains(u':'))
        return false;
    line->address = host == "localhost"_L1 ? u"127.0.0.1"_s : host;
    return ok && colon > 0 && !host.isEmpty();
}

//! What is wrong with the command line, as a sentence; nothing if all is well.
std::optional<QString> readCommandLine(CommandLine *line)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Serves the knowledge bases of a folder over the Dify Knowledge API. The key that clients have to show is "
        "read from the environment variable LOREDESK_SERVER_KEY.\n\n"
        "Semantic search needs a model for embeddings: LOREDESK_EMBEDDINGS_URL is the address of an endpoint that "
        "speaks "
        "as OpenAI's does (http://127.0.0.1:11434/v1), LOREDESK_EMBEDDINGS_MODEL the name of the model or several, "
        "separated by commas, and LOREDESK_EMBEDDINGS_KEY its key, if it needs one. LOREDESK_RERANK_URL, _MODEL and "
        "_KEY "
        "say the same of a model for reranking; its address and key are those of the embeddings where they are not set."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption data(u"data"_s, u"The folder of the knowledge bases; made if it is not there."_s,
                                  u"DIR"_s);
    const QCommandLineOption listen(u"listen"_s, u"Where to listen; else on a free port of 127.0.0.1."_s,
                                    u"HOST:PORT"_s);
    const QCommandLineOption upload(u"max-upload-mib"_s, u"The largest file that is taken, in MiB."_s, u"N"_s, u"15"_s);
    const QCommandLineOption noWatch(u"no-stdin-watch"_s, u"Go on when standard input closes."_s);
    const QCommandLineOption allow(u"allow-host"_s,
                                   u"A name by which clients may reach the server, besides those of "
                                   "this computer."_s,
                                   u"NAME"_s);
    const QCommandLineOption reindex(u"reindex"_s, u"Build the search index anew."_s);
    parser.addOptions({data, listen, upload, noWatch, allow, reindex});
    parser.process(*QCoreApplication::instance());

    line->folder = parser.value(data);
    line->hosts = parser.values(allow);
    line->watchInput = !parser.isSet(noWatch);
    line->reindex = parser.isSet(reindex);
    bool ok = false;
    line->largestFile = parser.value(upload).toLongLong(&ok) << 20;
    if (!ok || line->largestFile <= 0 || line->largestFile > (qint64(1) << 40))
        return u"--max-upload-mib needs a number of MiB."_s;
    if (!parser.positionalArguments().isEmpty())
        return u"'%1' is not understood. --help shows what is."_s.arg(parser.positionalArguments().constFirst());
    if (line->folder.isEmpty())
        return u"--data says which folder the knowledge bases are in, and is missing."_s;
    if (parser.isSet(listen) && !readListen(parser.value(listen), line))
        return u"--listen needs an address and a port, as in 127.0.0.1:8020."_s;
    if (!isLoopback(line->address) && line->hosts.isEmpty())
        return u"Other computers can reach %1: --allow-host has to name the host by which they do."_s.arg(
            line->address);
    return {};
}

//! The one line on standard output.
void announce(const QString &address, quint16 port)
{
    const QString host = address.contains(u':') ? u"[%1]"_s.arg(address) : address;
    const QJsonObject ready{{u"url"_s, u"http://%1:%2/v1"_s.arg(host).arg(port)}};
    std::printf("%s\n", QJsonDocument(ready).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

//! What was acknowledged is on the disk, so the rest need not be waited for.
void endSoon()
{
    std::thread([] {
        std::this_thread::sleep_for(longestEnd);
        std::_Exit(0);
    }).detach();
}

//! Serves until the program is to end.
int serve(const CommandLine &line, const QByteArray &key)
{
    Engine engine(
        {line.folder, QCoreApplication::applicationFilePath(), line.reindex, ModelSettings::takeFromEnvironment()});
    http::Router router;
    http::addRoutes(router, engine, line.largestFile);
    http::Server server(std::move(router),
                        {line.address, line.port, key, line.hosts, engine.temporaryFolder(), line.largestFile});
    Lifetime lifetime(line.watchInput ? Lifetime::Input::Watch : Lifetime::Input::Ignore);
    QObject::connect(&lifetime, &Lifetime::over, QCoreApplication::instance(), &QCoreApplication::quit);
    if (const auto reason = server.start()) {
        complain(*reason);
        return cannotRun;
    }
    announce(line.address, server.port());
    QCoreApplication::exec();
    endSoon();
    engine.stopModels();
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (argc == 2 && std::string_view(argv[1]) == "--extract")
        return runExtractorWorker();
    QCoreApplication::setApplicationName(u"loredesk-server"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(LOREDESK_VERSION));

    CommandLine line;
    if (const auto mistake = readCommandLine(&line)) {
        complain(*mistake);
        return wrongUse;
    }
    const QByteArray key = qgetenv("LOREDESK_SERVER_KEY");
    if (key.isEmpty()) {
        complain(u"The key that clients have to show is missing: set it in the environment as LOREDESK_SERVER_KEY."_s);
        return wrongUse;
    }
    qunsetenv("LOREDESK_SERVER_KEY"); // the extractors need not know it
    try {
        return serve(line, key);
    } catch (const StoreError &error) {
        complain(error.message());
        return cannotRun;
    }
}
