// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/documentsapi.h"
#include "app/api/metadataapi.h"
#include "tests/app/api/recordedrequest.h"

using namespace Qt::Literals::StringLiterals;

namespace recordedcalls {

namespace {

CreateOptions createOptions(const QJsonObject &body)
{
    const auto form = chunkFormFromString(body["doc_form"_L1].toString()).value_or(ChunkStructure::Form::General);
    return {.technique = techniqueFromString(body["indexing_technique"_L1].toString()),
            .structure = ChunkStructure(form, ProcessRule::fromJson(body["process_rule"_L1].toObject())),
            .docLanguage = body["doc_language"_L1].toString(),
            .embeddingModel = embeddingOf(body),
            .retrieval = retrievalOf(body),
            .replaceSameName = body["duplicate"_L1].toBool()};
}

UpdateOptions updateOptions(const Asked &asked)
{
    UpdateOptions options{.name = asked.text("name").isEmpty() ? asked.fileName : asked.text("name")};
    options.form = chunkFormFromString(asked.text("doc_form")).value_or(ChunkStructure::Form::General);
    if (asked.body["process_rule"_L1].isObject())
        options.rule = ProcessRule::fromJson(asked.body["process_rule"_L1].toObject());
    return options;
}

Outcome changeOfDocument(const Asked &asked, const DocumentsApi &api)
{
    const QString datasetId = asked.path.at(1);
    const QString documentId = asked.path.value(3);
    const bool isByText = asked.is("POST", 5, "update-by-text");
    if (asked.is("POST", 4, "create-by-text"))
        return made(api.createByText(datasetId, asked.text("name"), asked.text("text"), createOptions(asked.body)));
    if (asked.is("POST", 4, "create-by-file"))
        return made(api.createByFile(datasetId, asked.file, asked.fileName, createOptions(asked.body)));
    if (isByText && asked.body.contains("text"_L1))
        return made(api.updateByText(datasetId, documentId, asked.text("text"), updateOptions(asked)));
    if (isByText)
        return made(api.updateRule(datasetId, documentId, updateOptions(asked)));
    if (asked.is("POST", 5, "update-by-file") || asked.is("PATCH", 4))
        return made(api.updateByFile(datasetId, documentId, asked.file, updateOptions(asked)));
    return {};
}

} // namespace

Outcome document(const Asked &asked)
{
    using Action = DocumentsApi::Action;
    static const QHash<QString, Action> actions{{u"enable"_s, Action::Enable},
                                                {u"disable"_s, Action::Disable},
                                                {u"archive"_s, Action::Archive},
                                                {u"un_archive"_s, Action::Unarchive}};
    const DocumentsApi api(asked.client);
    const QString datasetId = asked.path.at(1);
    const QString documentId = asked.path.value(3);
    const QStringList ids = json::toStrings(asked.body["document_ids"_L1]);
    if (asked.is("GET", 3))
        return made(
            api.list(datasetId, asked.page(), asked.limit(),
                     {.keyword = asked.query["keyword"_L1].toString(), .status = asked.query["status"_L1].toString()}));
    if (asked.is("GET", 5, "indexing-status"))
        return made(api.indexingStatus(datasetId, documentId));
    if (asked.is("GET", 5, "download") || asked.is("GET", 5, "upload-file"))
        return made(api.originalUrl(datasetId, documentId));
    if (asked.is("POST", 4, "download-zip"))
        return made(api.downloadZip(datasetId, ids, asked.saveAs));
    if (asked.is("POST", 4, "metadata")) {
        QList<MetadataChange> changes;
        const QJsonArray operations = asked.body["operation_data"_L1].toArray();
        for (const auto operation : operations)
            changes.append({.documentId = operation["document_id"_L1].toString(),
                            .values = MetadataValue::listFromJson(operation["metadata_list"_L1]),
                            .keepsOthers = operation["partial_update"_L1].toBool()});
        return made(MetadataApi(asked.client).setValues(datasetId, changes));
    }
    if (asked.method == "PATCH"_L1 && documentId == "status"_L1)
        return actions.contains(asked.path.value(4)) ? made(api.setStatus(datasetId, ids, actions[asked.path.value(4)]))
                                                     : Outcome();
    if (asked.is("GET", 4))
        return made(api.get(datasetId, documentId));
    if (asked.is("DELETE", 4))
        return made(api.remove(datasetId, documentId));
    return changeOfDocument(asked, api);
}

} // namespace recordedcalls
