// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/extractorworker.h"
#include "app/engine/indexing/engine.h"
#include "app/engine/store/storeerror.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstring>
#include <iostream>
#include <string>
#include <thread>

using namespace Qt::Literals::StringLiterals;

namespace {

qint64 number(const QJsonObject &command, QLatin1StringView key)
{
    return command[key].toInteger();
}

qint64 createText(Engine &engine, const QJsonObject &command)
{
    DocumentDraft draft;
    draft.name = command["name"_L1].toString();
    draft.processRule = command["rule"_L1].toObject();
    draft.docForm = draft.processRule["mode"_L1] == "hierarchical"_L1 ? parentChildForm : u"text_model"_s;
    draft.upload = UploadDraft{draft.name, u"txt"_s, u"text/plain"_s, command["text"_L1].toString().toUtf8(), {}};
    return engine.createDocument(number(command, "dataset"_L1), draft, SameName::Overwrite).row;
}

void waitUntilIndexed(Engine &engine)
{
    while (!DocumentStore(engine.read().db()).unfinished().isEmpty())
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
}

qint64 firstChunk(Engine &engine, const QJsonObject &command)
{
    const auto reading = engine.read();
    return ChunkStore(reading.db()).list(number(command, "document"_L1), {}, {0, 1}).items.value(0).row;
}

//! Does what the command says and returns the row that it made or changed.
qint64 run(Engine &engine, const QJsonObject &command)
{
    const QString what = command["do"_L1].toString();
    if (what == "dataset"_L1)
        return engine.createDataset({command["name"_L1].toString(), {}, u"only_me"_s, u"economy"_s, {}}).row;
    if (what == "text"_L1)
        return createText(engine, command);
    if (what == "wait"_L1)
        waitUntilIndexed(engine);
    else if (what == "edit"_L1)
        return engine.updateChunk(firstChunk(engine, command), {.content = command["text"_L1].toString()}).row;
    else if (what == "child"_L1)
        return engine.createChild(firstChunk(engine, command), command["text"_L1].toString()).row;
    else if (what == "regenerate"_L1)
        return engine
            .updateChunk(firstChunk(engine, command),
                         {.content = command["text"_L1].toString(), .regenerateChildren = true})
            .row;
    else if (what == "disable"_L1)
        engine.changeDocuments({number(command, "document"_L1)}, DocumentAction::Disable);
    else if (what == "delete"_L1)
        engine.deleteDocument(number(command, "document"_L1));
    else
        throw StoreError(StoreError::Kind::NotFound, u"There is no command %1."_s.arg(what));
    return 0;
}

void answer(const QJsonObject &object)
{
    std::cout << QJsonDocument(object).toJson(QJsonDocument::Compact).constData() << std::endl;
}

} // namespace

//! `enginedriver FOLDER [--reindex]`: one command per line in, one answer per line out, once it is stored.
//! `enginedriver --extract`: reads files for an ExtractorPool.
int main(int argc, char *argv[])
{
    if (argc > 1 && std::strcmp(argv[1], "--extract") == 0)
        return runExtractorWorker();
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    try {
        Engine engine({arguments.at(1), application.applicationFilePath(), arguments.contains(u"--reindex"_s)});
        answer({{u"ready"_s, true}});
        for (std::string line; std::getline(std::cin, line);) {
            const auto command = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
            answer({{u"row"_s, run(engine, command)}});
        }
    } catch (const StoreError &error) {
        answer({{u"error"_s, error.message()}});
        return 1;
    }
    return 0;
}
