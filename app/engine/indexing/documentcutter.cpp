// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/indexing/documentcutter.h"

#include "app/domain/processrule.h"
#include "app/engine/store/rows.h"
#include "app/engine/text/cleaner.h"
#include "app/engine/text/questions.h"
#include "app/engine/text/splitter.h"

using namespace Qt::Literals::StringLiterals;

namespace {

QString cutIntoChunks(QStringList pieces, const ProcessRule &rule, const TakeParts &take)
{
    QString error = validate(rule);
    bool goesOn = true;
    while (goesOn && error.isEmpty() && !pieces.isEmpty()) {
        error = splitIntoChunks(pieces.takeFirst(), rule, [&](const TextChunk &chunk) {
            goesOn = take.chunk(chunk, {});
            return goesOn;
        });
    }
    return error;
}

//! What only the rule as it was sent can tell: an automatic one has no parents, and without its children's part there
//! is nothing to be found.
QString validateForm(const QJsonObject &rule)
{
    const QJsonObject rules = rule["rules"_L1].toObject();
    if (rule["mode"_L1] != "hierarchical"_L1 && !rules["parent_mode"_L1].isString())
        return u"A document of parents and children needs a process_rule of the mode hierarchical."_s;
    if (!rules["subchunk_segmentation"_L1].isObject())
        return u"No subchunk segmentation found in rules."_s;
    return {};
}

QString cutIntoParents(QStringList pieces, const ProcessRule &rule, const TakeParts &take)
{
    QString error = validateParents(rule);
    if (rule.parentMode == ProcessRule::ParentMode::FullDoc)
        pieces = QStringList{pieces.join(u'\n')};
    bool goesOn = true;
    const auto takeChild = [&](const TextChunk &child) {
        goesOn = take.child(child);
        return goesOn;
    };
    QString childError;
    while (goesOn && error.isEmpty() && !pieces.isEmpty()) {
        error = splitIntoParents(pieces.takeFirst(), rule, [&](const TextChunk &parent) {
            goesOn = take.chunk(parent, {});
            if (goesOn)
                childError = splitIntoChildren(parent.text, rule, takeChild);
            return goesOn && childError.isEmpty();
        });
        if (error.isEmpty())
            error = childError;
    }
    return error;
}

QString cutIntoQuestions(const QStringList &pieces, const ProcessRule &rule, const TakeParts &take)
{
    bool isEmpty = true;
    for (const QString &piece : pieces) {
        for (const QuestionPair &pair : questionPairs(cleaned(piece, rule))) {
            isEmpty = false;
            if (!take.chunk({pair.question, hashOf(pair.question)}, pair.answer))
                return {};
        }
    }
    return isEmpty ? questionsNeedModel() : QString();
}

} // namespace

QString cutDocument(QStringList pieces, const QString &docForm, const QJsonObject &rule, const TakeParts &take)
{
    const ProcessRule read = ProcessRule::fromJson(rule);
    if (docForm == questionForm)
        return cutIntoQuestions(pieces, read, take);
    if (docForm != parentChildForm)
        return cutIntoChunks(std::move(pieces), read, take);
    const QString error = validateForm(rule);
    return error.isEmpty() ? cutIntoParents(std::move(pieces), read, take) : error;
}

QString questionsNeedModel()
{
    return u"Making questions of a text needs a language model, and this server has none: write them in the text, as "
           u"in "
           "Q1: … A1: …, or in a table with the columns question and answer."_s;
}
