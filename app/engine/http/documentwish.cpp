// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/documentwish.h"

#include "app/engine/http/answers.h"
#include "app/engine/http/retrievalmodel.h"

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

QJsonValue readSegmentation(Payload &rules, QLatin1StringView name)
{
    Payload given = rules.object(name, u"Segmentation"_s);
    if (!given.isThere())
        return QJsonValue::Null;
    return QJsonObject{{u"separator"_s, given.text("separator"_L1, Need::NotNull).value_or(u"\n"_s)},
                       {u"max_tokens"_s, given.integer("max_tokens"_L1, Need::Required).value_or(0)},
                       {u"chunk_overlap"_s, given.integer("chunk_overlap"_L1, Need::NotNull).value_or(0)}};
}

QJsonValue readCleaning(Payload &rules)
{
    auto given = rules.objects("pre_processing_rules"_L1, u"PreProcessingRule"_s, Need::Optional, 0);
    if (!given)
        return QJsonValue::Null;
    QJsonArray list;
    for (Payload &rule : *given) {
        list.append(QJsonObject{{u"id"_s, rule.text("id"_L1, Need::Required).value_or(QString())},
                                {u"enabled"_s, rule.flag("enabled"_L1, Need::Required).value_or(false)}});
    }
    return list;
}

//! {mode, rules} with all keys that a rule has; empty if there is none.
QJsonObject readProcessRule(Payload &body)
{
    Payload rule = body.object("process_rule"_L1, u"ProcessRule"_s);
    if (!rule.isThere())
        return {};
    const auto mode
        = rule.choice("mode"_L1, {u"automatic"_s, u"custom"_s, u"hierarchical"_s}, "enum"_L1, Need::Required);
    Payload rules = rule.object("rules"_L1, u"Rule"_s);
    QJsonObject read{{u"mode"_s, mode.value_or(QString())}};
    if (!rules.isThere())
        return read;
    QJsonObject values{{u"pre_processing_rules"_s, readCleaning(rules)},
                       {u"segmentation"_s, readSegmentation(rules, "segmentation"_L1)}};
    const auto parents = rules.choice("parent_mode"_L1, {u"full-doc"_s, u"paragraph"_s}, "literal_error"_L1);
    values[u"parent_mode"_s] = parents ? QJsonValue(*parents) : QJsonValue::Null;
    values[u"subchunk_segmentation"_s] = readSegmentation(rules, "subchunk_segmentation"_L1);
    if (mode != u"automatic"_s)
        read[u"rules"_s] = values;
    return read;
}

} // namespace

DocumentWish readDocumentWish(Payload &body, Need name, Need text)
{
    DocumentWish wish;
    wish.name = body.text("name"_L1, name);
    wish.text = body.text("text"_L1, text);
    wish.processRule = readProcessRule(body);
    wish.originalDocument = body.text("original_document_id"_L1);
    wish.docForm = body.text("doc_form"_L1, Need::NotNull).value_or(u"text_model"_s);
    static const QStringList forms{u"text_model"_s, u"qa_model"_s, u"hierarchical_model"_s};
    if (!forms.contains(wish.docForm))
        body.fail("doc_form"_L1, "value_error"_L1, u"Value error, Invalid doc_form."_s);
    wish.docLanguage = body.text("doc_language"_L1, Need::NotNull).value_or(u"English"_s);
    wish.technique = body.text("indexing_technique"_L1);
    wish.retrievalModel = readRetrievalModel(body).value_or(QJsonObject());
    wish.model = {body.text("embedding_model_provider"_L1), body.text("embedding_model"_L1)};
    wish.duplicate = body.flag("duplicate"_L1).value_or(true);
    return wish;
}

void requireProcessRule(const QJsonObject &rule)
{
    if (rule.isEmpty() || rule["mode"_L1] == "automatic"_L1)
        return;
    if (!rule["rules"_L1].isObject())
        throw badParameter(u"Process rule rules is required"_s);
    const QJsonObject rules = rule["rules"_L1].toObject();
    if (rules["pre_processing_rules"_L1].isNull())
        throw badParameter(u"Process rule pre_processing_rules is required"_s);
    if (rules["segmentation"_L1].isNull())
        throw badParameter(u"Process rule segmentation is required"_s);
    if (rules["segmentation"_L1]["separator"_L1].toString().isEmpty())
        throw badParameter(u"Process rule segmentation separator is required"_s);
    if (rules["segmentation"_L1]["max_tokens"_L1].toInteger() == 0)
        throw badParameter(u"Process rule segmentation max_tokens is required"_s);
}

void requireDocForm(const DatasetRow &dataset, const QString &docForm)
{
    if (!dataset.docForm.isEmpty() && dataset.docForm != docForm)
        throw badParameter(u"doc_form is different from the dataset doc_form."_s);
}

DocumentDraft draftOf(const DocumentWish &wish)
{
    DocumentDraft draft;
    draft.name = wish.name.value_or(QString());
    draft.processRule = wish.processRule;
    draft.docForm = wish.docForm;
    draft.docLanguage = wish.docLanguage;
    draft.indexingTechnique = wish.technique.value_or(QString());
    draft.retrievalModel = wish.retrievalModel;
    return draft;
}

} // namespace http
