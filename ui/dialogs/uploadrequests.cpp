// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/uploadrequests.h"

#include "app/services/server.h"
#include "ui/dialogs/uploadsheet.h"
#include "ui/viewutil.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QVersionNumber>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString structureKey = u"upload/chunks"_s;
const QString sameNameKey = u"upload/sameName"_s;

QString inputsKey(const Dataset &dataset)
{
    return u"upload/pipelines/"_s + dataset.id;
}

//! What Dify's own pipeline for general chunks requires and does not tell (recordings 1.15.0, r011 and r019).
QJsonObject usualInputs(const Dataset &dataset)
{
    const auto form = chunkFormFromString(dataset.docForm);
    if (form && *form != ChunkStructure::Form::General)
        return {};
    const Segmentation cut;
    return {{u"delimiter"_s, u"\n\n"_s},
            {u"max_chunk_length"_s, cut.maxTokens},
            {u"chunk_overlap_length"_s, cut.chunkOverlap},
            {u"replace_extra_spaces"_s, true},
            {u"delete_urls_emails"_s, false}};
}

QJsonObject objectOf(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

QString textOf(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

bool isSkipped(const UploadCandidate &file, SameNameChoice choice)
{
    return choice == SameNameChoice::Skip && file.sameName != UploadCandidate::SameName::None;
}

} // namespace

UploadAmount amountToSend(const UploadPlan &plan, SameNameChoice choice)
{
    UploadAmount amount;
    for (const UploadCandidate &file : plan.files) {
        if (isSkipped(file, choice))
            continue;
        ++amount.files;
        amount.bytes += file.size;
    }
    return amount;
}

QList<TransferRequest> uploadRequests(const UploadPlanner &planner, const UploadTarget &target, SameNameChoice choice,
                                      const CreateOptions &options)
{
    QList<TransferRequest> requests;
    for (const UploadCandidate &file : planner.plan().files) {
        if (isSkipped(file, choice))
            continue;
        // Two files of one upload never replace each other.
        const bool replaces
            = file.sameName == UploadCandidate::SameName::InDataset && choice == SameNameChoice::Replace;
        requests.append({.serverId = target.serverId,
                         .datasetId = target.datasetId,
                         .path = file.path,
                         .name = file.name,
                         .relativePath = file.relativePath,
                         .size = file.size,
                         .modified = file.modified,
                         .onSameName = replaces ? OnSameName::Replace : OnSameName::KeepBoth,
                         .existingIds = planner.existingIds(file.name),
                         .options = options,
                         .pipeline = target.pipeline});
    }
    return requests;
}

StructureChoice structureChoice(const Server &server, const Dataset &dataset)
{
    using Form = ChunkStructure::Form;
    const ServerAbilities &abilities = server.abilities();
    StructureChoice choice;
    const auto version = QVersionNumber::fromString(abilities.version());
    choice.countsTokens = !version.isNull() && version < QVersionNumber(1, 0);
    if (choice.countsTokens && version < QVersionNumber(0, 15))
        choice.longest = 1000;
    if (const auto form = chunkFormFromString(dataset.docForm)) {
        choice.forms = {*form};
        choice.whyNot = UploadSheet::tr("The knowledge base has documents of this kind, and takes no others.");
        return choice;
    }
    choice.forms = {Form::General, Form::QuestionAnswer};
    const bool isEconomy = dataset.technique == Dataset::Technique::Economy;
    if (!abilities.can(Ability::ParentChild))
        choice.whyNot = UploadSheet::tr("Parent and child: %1")
                            .arg(viewutil::sentence(abilities.obstacle(Ability::ParentChild), server));
    else if (isEconomy && !abilities.can(Ability::ParentChildEconomy))
        choice.whyNot
            = UploadSheet::tr("Parent and child needs an embedding model, which this knowledge base does without.");
    else
        choice.forms.insert(1, Form::ParentChild);
    return choice;
}

CreateOptions createOptions(const ChunkStructure &structure, const ServerAbilities &abilities, const Dataset &dataset)
{
    CreateOptions options;
    options.structure = structure;
    if (dataset.technique != Dataset::Technique::NotSet)
        options.technique = dataset.technique;
    else if (structure.form() == ChunkStructure::Form::ParentChild && !abilities.can(Ability::ParentChildEconomy))
        options.technique = Dataset::Technique::HighQuality; // else no child chunk would ever be found
    return options;
}

ChunkStructure keptStructure(const QSettings &settings)
{
    const QJsonObject kept = objectOf(settings.value(structureKey).toString());
    const auto form = chunkFormFromString(kept["doc_form"_L1].toString());
    return form ? ChunkStructure(*form, ProcessRule::fromJson(kept["process_rule"_L1].toObject())) : ChunkStructure();
}

void keep(const ChunkStructure &structure, QSettings &settings)
{
    const QJsonObject object{{u"doc_form"_s, toString(structure.form())},
                             {u"process_rule"_s, structure.rule().toJson()}};
    settings.setValue(structureKey, textOf(object));
}

QJsonObject keptInputs(const Dataset &dataset, const QSettings &settings)
{
    const QVariant kept = settings.value(inputsKey(dataset));
    return kept.isValid() ? objectOf(kept.toString()) : usualInputs(dataset);
}

void keep(const Dataset &dataset, const QJsonObject &inputs, QSettings &settings)
{
    settings.setValue(inputsKey(dataset), textOf(inputs));
}

SameNameChoice keptSameNameChoice(const QSettings &settings)
{
    const int kept = settings.value(sameNameKey, 0).toInt();
    return static_cast<SameNameChoice>(std::clamp(kept, 0, static_cast<int>(SameNameChoice::KeepBoth)));
}

void keep(SameNameChoice choice, QSettings &settings)
{
    settings.setValue(sameNameKey, static_cast<int>(choice));
}
