// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/chunkstructure.h"

using namespace Qt::Literals::StringLiterals;

ChunkStructure::ChunkStructure(Form form, const ProcessRule &rule)
    : m_form(form)
    , m_rule(rule)
{
    if (form == Form::ParentChild)
        m_rule.mode = ProcessRule::Mode::Hierarchical;
    else if (rule.mode == ProcessRule::Mode::Hierarchical)
        m_rule.mode = ProcessRule::Mode::Custom;
}

QString toString(ChunkStructure::Form form)
{
    switch (form) {
    case ChunkStructure::Form::General:
        return u"text_model"_s;
    case ChunkStructure::Form::ParentChild:
        return u"hierarchical_model"_s;
    case ChunkStructure::Form::QuestionAnswer:
        return u"qa_model"_s;
    }
    Q_UNREACHABLE();
}

std::optional<ChunkStructure::Form> chunkFormFromString(const QString &docForm)
{
    using Form = ChunkStructure::Form;
    for (const auto form : {Form::General, Form::ParentChild, Form::QuestionAnswer}) {
        if (toString(form) == docForm)
            return form;
    }
    return {};
}
