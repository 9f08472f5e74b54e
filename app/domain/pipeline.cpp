// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/pipeline.h"

#include "app/domain/json.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

PipelineInput PipelineInput::fromJson(const QJsonObject &object)
{
    static const QHash<QString, Type> types{{u"text-input"_s, Type::Text},
                                            {u"paragraph"_s, Type::Paragraph},
                                            {u"number"_s, Type::Number},
                                            {u"select"_s, Type::Select},
                                            {u"checkbox"_s, Type::Checkbox}};
    PipelineInput input;
    input.name = object["variable"_L1].toString();
    input.label = object["label"_L1].toString();
    if (input.label.isEmpty())
        input.label = input.name;
    input.type = types.value(object["type"_L1].toString(), Type::Other);
    input.required = object["required"_L1].toBool();
    input.maxLength = static_cast<int>(json::toInt(object["max_length"_L1]));
    input.options = json::toStrings(object["options"_L1]);
    input.preset = object["default_value"_L1];
    input.unit = object["unit"_L1].toString();
    input.hint = object["tooltips"_L1].toString();
    return input;
}

PipelineSource PipelineSource::fromJson(const QJsonObject &object)
{
    PipelineSource source;
    source.nodeId = object["node_id"_L1].toString();
    source.type = object["datasource_type"_L1].toString();
    source.title = object["title"_L1].toString();
    source.pluginId = object["plugin_id"_L1].toString();
    source.provider = object["provider_name"_L1].toString();
    const QJsonArray inputs = object["user_input_variables"_L1].toArray();
    for (const auto input : inputs)
        source.inputs.append(PipelineInput::fromJson(input.toObject()));
    const QJsonArray credentials = object["credentials"_L1].toArray();
    for (const auto credential : credentials)
        source.credentialIds.append(credential["id"_L1].toString());
    return source;
}

PipelineFile PipelineFile::fromJson(const QJsonObject &object)
{
    return {.id = object["id"_L1].toString(),
            .name = object["name"_L1].toString(),
            .extension = object["extension"_L1].toString(),
            .mimeType = object["mime_type"_L1].toString(),
            .size = json::toInt(object["size"_L1])};
}

QJsonObject PipelineFile::toJson() const
{
    return {{u"reference"_s, id},        {u"related_id"_s, id},
            {u"name"_s, name},           {u"size"_s, size},
            {u"extension"_s, extension}, {u"mime_type"_s, mimeType},
            {u"type"_s, u"document"_s},  {u"transfer_method"_s, u"local_file"_s}};
}

QJsonObject PipelineWish::toJson() const
{
    return {{u"inputs"_s, inputs},
            {u"datasource_type"_s, sourceType},
            {u"datasource_info_list"_s, items},
            {u"start_node_id"_s, sourceNodeId},
            {u"is_published"_s, isPublished},
            {u"response_mode"_s, isPublished ? u"blocking"_s : u"streaming"_s}};
}

PipelineRun PipelineRun::fromJson(const QJsonObject &object)
{
    PipelineRun run;
    run.batch = object["batch"_L1].toString();
    const QJsonArray documents = object["documents"_L1].toArray();
    for (const auto document : documents)
        run.documents.append(Document::fromJson(document.toObject()));
    const QJsonObject outcome = object["data"_L1].toObject();
    if (outcome["status"_L1] == "failed"_L1)
        run.problem = outcome["error"_L1].toString();
    return run;
}
