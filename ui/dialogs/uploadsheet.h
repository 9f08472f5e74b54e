// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dataset.h"
#include "app/services/pipelinelookup.h"
#include "ui/dialogs/uploadrequests.h"

#include <QDialog>

class DatasetsModel;
class PlanModel;
class PipelineForm;
class ProcessRuleForm;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;
class QTabWidget;
class Server;
class Servers;
class TransferQueue;

//! What will be sent where, what will not and why, how it is cut, and what happens to equal names. Enter starts.
class UploadSheet : public QDialog
{
    Q_OBJECT

public:
    UploadSheet(Servers &servers, DatasetsModel &datasets, TransferQueue &queue, QSettings &settings,
                QWidget *parent = nullptr);

    //! Files and folders to send; more can come while the sheet is open.
    void addPaths(const QStringList &paths);
    //! Preselects a dataset; with an empty \a datasetId a new one on that server.
    void setTarget(const QString &serverId, const QString &datasetId);

signals:
    void datasetCreated(const QString &serverId, const Dataset &dataset);
    void started(const QString &serverId, const QString &datasetId);

private:
    struct Target
    {
        QString serverId;
        QString datasetId; //!< Empty: a new one.

        bool operator==(const Target &) const = default;
    };

    void makeLayout();
    void fillTargets();
    void onTargetChanged();
    void showPlan();
    void showSummary();
    void showOutside();
    void growIfNeeded();
    void start();
    void send(const QString &datasetId, const Dataset &dataset);
    SameNameChoice choice() const;
    Target target() const;
    const Server *server() const;
    Dataset dataset() const; //!< The target; without an id when it is still to be made.
    void showPipeline();
    void lookForPipeline(const Dataset &dataset);
    void onPipelineFound();
    QString pipelineProblem(const Dataset &dataset) const;
    QString problem() const; //!< Why nothing can be sent: a sentence; empty when it can.

    Servers &m_servers;
    DatasetsModel &m_datasets;
    TransferQueue &m_queue;
    QSettings &m_settings;
    UploadPlanner m_planner;
    PipelineLookup m_pipeline;
    Target m_pipelineOf; //!< What m_pipeline was opened for.
    QStringList m_paths;
    Target m_wanted;
    QComboBox *m_target;
    QLineEdit *m_newName;
    QLabel *m_summary;
    QTabWidget *m_lists;
    PlanModel *m_files;
    PlanModel *m_leftOut;
    QWidget *m_outside; //!< While files are outside the limits of the server.
    QLabel *m_outsideLabel;
    QCheckBox *m_sendAnyway;
    QWidget *m_sameNames;
    QLabel *m_sameNamesLabel;
    QComboBox *m_onSameName;
    QFormLayout *m_form = nullptr;
    ProcessRuleForm *m_rule;
    PipelineForm *m_inputs; //!< In its place where there is a pipeline.
    QLabel *m_words;
    QPushButton *m_start;
};
