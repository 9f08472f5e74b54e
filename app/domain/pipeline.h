// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/document.h"

#include <QJsonArray>
#include <QJsonObject>

//! A value that a pipeline asks a person for (an item of `user_input_variables`).
struct PipelineInput
{
    enum class Type { Text, Paragraph, Number, Select, Checkbox, Other };

    QString name{};
    QString label{}; //!< For people.
    Type type = Type::Other;
    bool required = false;
    int maxLength = 0; //!< Characters of a text; 0: any number.
    QStringList options{}; //!< Of a Select.
    QJsonValue preset{};
    QString unit{}; //!< Of a Number.
    QString hint{};

    static PipelineInput fromJson(const QJsonObject &object);

    bool operator==(const PipelineInput &) const = default;
};

//! A place that the pipeline of a dataset takes documents from (an item of GET …/pipeline/datasource-plugins).
struct PipelineSource
{
    QString nodeId{};
    QString type{}; //!< local_file, online_document, website_crawl or online_drive.
    QString title{}; //!< For people.
    QString pluginId{};
    QString provider{};
    QList<PipelineInput> inputs{}; //!< Those of its own; servers do not tell those of the later steps.
    QStringList credentialIds{};

    static PipelineSource fromJson(const QJsonObject &object);

    bool operator==(const PipelineSource &) const = default;
};

//! A file that was uploaded for a pipeline.
struct PipelineFile
{
    QString id{};
    QString name{};
    QString extension{}; //!< Without the dot.
    QString mimeType{};
    qint64 size = 0; //!< Bytes.

    static PipelineFile fromJson(const QJsonObject &object);
    QJsonObject toJson() const; //!< As an item of a run's datasource_info_list.

    bool operator==(const PipelineFile &) const = default;
};

//! What a pipeline is to do.
struct PipelineWish
{
    QString sourceNodeId{};
    QString sourceType = QStringLiteral("local_file");
    QJsonObject inputs{}; //!< The values of the pipeline's form; a missing one is an error.
    QJsonArray items{}; //!< PipelineFile::toJson() of each file, or what another source gave.
    bool isPublished = true; //!< Else the draft is tried out, which makes no documents.

    QJsonObject toJson() const;

    bool operator==(const PipelineWish &) const = default;
};

//! What became of it: of a published pipeline the documents it will make; of a draft whether it went through.
struct PipelineRun
{
    QString batch{}; //!< Under which the progress of the documents is asked; empty for a draft.
    QList<Document> documents{};
    QString problem{}; //!< Why a draft failed, in the server's words; empty when all is well.

    //! Reads the answer to a published pipeline's run, and the last event of a draft's.
    static PipelineRun fromJson(const QJsonObject &object);

    bool operator==(const PipelineRun &) const = default;
};
