// SPDX-License-Identifier: GPL-3.0-or-later
// Files for a dataset whose documents come through a pipeline.
#include "app/services/servers.h"
#include "ui/dialogs/uploadsheet.h"
#include "ui/viewutil.h"
#include "ui/widgets/pipelineform.h"
#include "ui/widgets/processruleform.h"

#include <QComboBox>
#include <QFormLayout>

void UploadSheet::showPipeline()
{
    const Dataset to = dataset();
    lookForPipeline(to);
    m_form->setRowVisible(m_rule, !to.isPipeline);
    m_form->setRowVisible(m_inputs, to.isPipeline && m_pipeline.source());
    const int replace = static_cast<int>(SameNameChoice::Replace);
    viewutil::setItemEnabled(m_onSameName, replace, !to.isPipeline, tr("A pipeline only makes new documents."));
    if (to.isPipeline && m_onSameName->currentIndex() == replace)
        m_onSameName->setCurrentIndex(static_cast<int>(SameNameChoice::Skip));
}

void UploadSheet::lookForPipeline(const Dataset &dataset)
{
    const Server *to = server();
    const bool isWanted = to && dataset.isPipeline && dataset.isPublished && to->abilities().can(Ability::Pipelines);
    const Target wanted = isWanted ? target() : Target();
    if (wanted == m_pipelineOf)
        return;
    m_pipelineOf = wanted;
    m_pipeline.open(isWanted ? &to->pipelines() : nullptr, wanted.datasetId);
}

void UploadSheet::onPipelineFound()
{
    if (m_pipeline.source())
        m_inputs->setInputs(m_pipeline.source()->inputs, keptInputs(dataset(), m_settings));
    showPipeline();
    showSummary();
}

QString UploadSheet::pipelineProblem(const Dataset &dataset) const
{
    const Obstacle obstacle = server()->abilities().obstacle(Ability::Pipelines);
    if (obstacle != Obstacle::None)
        return viewutil::sentence(obstacle, *server());
    if (!dataset.isPublished)
        return tr("The pipeline of this knowledge base is not published yet: publish it on the server.");
    if (!m_pipeline.problem().isEmpty())
        return m_pipeline.problem();
    return m_pipeline.source() ? m_inputs->problem() : tr("Asking what the pipeline needs…");
}
