// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/processrule.h"

#include <optional>

//! What a document is made into: what a chunk is and how the text is cut. On the wire these are two fields, doc_form
//! and process_rule, which servers do not check against each other: a parent-child document cut by an automatic or
//! custom rule ends completed and without a chunk (recordings 1.15.0, o013 to o017). Here they cannot disagree.
class ChunkStructure
{
public:
    enum class Form {
        General, //!< A chunk is searched and returned.
        ParentChild, //!< Small children are searched, and their whole parents returned.
        QuestionAnswer, //!< A model makes questions of the text; they are searched, and returned with their answers.
    };

    //! General chunks, cut automatically.
    ChunkStructure() = default;
    //! \a rule becomes one that fits \a form: Hierarchical for ParentChild, else Custom instead of Hierarchical.
    ChunkStructure(Form form, const ProcessRule &rule);

    Form form() const { return m_form; }
    const ProcessRule &rule() const { return m_rule; }

    bool operator==(const ChunkStructure &) const = default;

private:
    Form m_form = Form::General;
    ProcessRule m_rule;
};

//! The wire name, doc_form: text_model, hierarchical_model or qa_model.
QString toString(ChunkStructure::Form form);
std::optional<ChunkStructure::Form> chunkFormFromString(const QString &docForm);
