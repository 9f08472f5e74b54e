// SPDX-License-Identifier: GPL-3.0-or-later
// Where the files of the sheet go, and how they are sent.
#include "app/models/datasetsmodel.h"
#include "app/services/servers.h"
#include "app/services/transferqueue.h"
#include "ui/dialogs/uploadsheet.h"
#include "ui/viewutil.h"
#include "ui/widgets/pipelineform.h"
#include "ui/widgets/processruleform.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>

using namespace Qt::Literals::StringLiterals;

void UploadSheet::setTarget(const QString &serverId, const QString &datasetId)
{
    m_wanted = {serverId, datasetId};
    fillTargets();
}

void UploadSheet::fillTargets()
{
    {
        const QSignalBlocker blocker(m_target);
        m_target->clear();
        int chosen = -1;
        for (int row = 0; row < m_datasets.rowCount(); ++row) {
            const QModelIndex at = m_datasets.index(row, 0);
            const QString serverId = at.data(DatasetsModel::IdRole).toString();
            const QString serverName = at.data().toString();
            if (at.data(DatasetsModel::StateRole).toInt() != static_cast<int>(ServerRow::State::Ready))
                continue;
            const auto add = [&](const QString &text, const QString &datasetId) {
                m_target->addItem(text, QStringList{serverId, datasetId});
                if (m_wanted.serverId == serverId && m_wanted.datasetId == datasetId)
                    chosen = m_target->count() - 1;
            };
            for (int child = 0; child < m_datasets.rowCount(at); ++child) {
                const QModelIndex dataset = m_datasets.index(child, 0, at);
                add(tr("%1 (%2)").arg(dataset.data().toString(), serverName),
                    dataset.data(DatasetsModel::IdRole).toString());
            }
            add(tr("New knowledge base on %1…").arg(serverName), {});
        }
        m_target->setCurrentIndex(std::max(0, chosen));
    }
    onTargetChanged();
}

void UploadSheet::onTargetChanged()
{
    const Target chosen = target();
    m_newName->setVisible(chosen.datasetId.isEmpty() && !chosen.serverId.isEmpty());
    if (const Server *to = server()) {
        m_planner.setTarget(to->documents(), chosen.datasetId, to->uploadLimits());
        m_rule->setChoice(structureChoice(*to, dataset()));
    }
    showPipeline();
    showPlan();
}

QString UploadSheet::problem() const
{
    if (!server())
        return tr("No server is ready.");
    if (const Obstacle obstacle = server()->abilities().obstacle(Ability::UploadFiles); obstacle != Obstacle::None)
        return viewutil::sentence(obstacle, *server());
    if (!target().datasetId.isEmpty() && m_planner.namesState() == LoadState::Failed)
        return viewutil::sentence(m_planner.namesError());
    const Dataset to = dataset();
    return to.isPipeline ? pipelineProblem(to) : m_rule->problem();
}

void UploadSheet::start()
{
    const Server *to = server();
    if (!to)
        return;
    if (dataset().isPipeline)
        keep(dataset(), m_inputs->values(), m_settings);
    else
        keep(m_rule->structure(), m_settings);
    keep(choice(), m_settings);
    const Target chosen = target();
    if (!chosen.datasetId.isEmpty()) {
        return send(chosen.datasetId, dataset());
    }
    m_start->setEnabled(false);
    to->datasets()
        .create({.name = m_newName->text().trimmed(), .description = {}})
        ->then(this, [this, serverId = to->id()](const Result<Dataset> &result) {
            if (!result) {
                m_start->setEnabled(true);
                m_words->setText(viewutil::sentence(result.error()));
                return m_words->show();
            }
            emit datasetCreated(serverId, result.value());
            send(result->id, result.value());
        });
}

void UploadSheet::send(const QString &datasetId, const Dataset &dataset)
{
    UploadTarget to{target().serverId, datasetId};
    if (dataset.isPipeline) // an ordinary upload would be taken, and go past it (recordings 1.15.0, r024)
        to.pipeline = PipelineWish{.sourceNodeId = m_pipeline.source()->nodeId, .inputs = m_inputs->values()};
    m_queue.add(
        uploadRequests(m_planner, to, choice(), createOptions(m_rule->structure(), server()->abilities(), dataset)));
    emit started(target().serverId, datasetId);
    accept();
}

SameNameChoice UploadSheet::choice() const
{
    return static_cast<SameNameChoice>(m_onSameName->currentIndex());
}

UploadSheet::Target UploadSheet::target() const
{
    const QStringList ids = m_target->currentData().toStringList();
    return ids.size() == 2 ? Target{ids[0], ids[1]} : Target();
}

Dataset UploadSheet::dataset() const
{
    const Target chosen = target();
    const Dataset *dataset = m_datasets.dataset(m_datasets.datasetIndex(chosen.serverId, chosen.datasetId));
    return dataset ? *dataset : Dataset();
}

const Server *UploadSheet::server() const
{
    const QString id = target().serverId;
    return id.isEmpty() ? nullptr : m_servers.find(id);
}
