// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/pipelinelookup.h"

#include "app/api/erroradvice.h"
#include "app/api/pipelineapi.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

void PipelineLookup::open(const PipelineApi *api, const QString &datasetId)
{
    if (m_call)
        m_call->cancel();
    m_datasetId = datasetId;
    m_source.reset();
    m_problem.clear();
    m_state = api ? LoadState::Loading : LoadState::Idle;
    if (!api)
        return;
    m_call = api->sources(datasetId)->then(this, [this](const Result<QList<PipelineSource>> &result) {
        m_state = result ? LoadState::Complete : LoadState::Failed;
        if (result)
            found(result.value());
        else
            m_problem = sentenceFor(result.error());
        emit changed();
    });
}

void PipelineLookup::found(const QList<PipelineSource> &sources)
{
    const auto files = std::find_if(sources.cbegin(), sources.cend(),
                                    [](const PipelineSource &source) { return source.type == "local_file"_L1; });
    if (files == sources.cend()) {
        m_problem = tr("The pipeline of this knowledge base takes no files: add its documents on the server.");
        return;
    }
    const auto strange = std::find_if(files->inputs.cbegin(), files->inputs.cend(), [](const PipelineInput &input) {
        return input.required && input.type == PipelineInput::Type::Other;
    });
    if (strange == files->inputs.cend())
        m_source = *files;
    else
        m_problem = tr("The pipeline asks for “%1”, which cannot be given here: add the files on the server.")
                        .arg(strange->label);
}
