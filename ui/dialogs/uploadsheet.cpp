// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/uploadsheet.h"

#include "app/models/datasetsmodel.h"
#include "app/models/format.h"
#include "app/services/servers.h"
#include "app/services/transferqueue.h"
#include "ui/dialogs/planmodel.h"
#include "ui/viewutil.h"
#include "ui/widgets/pipelineform.h"
#include "ui/widgets/placeholder.h"
#include "ui/widgets/processruleform.h"
#include "ui/widgets/treeview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>

using namespace Qt::Literals::StringLiterals;

namespace {

TreeView *listOf(PlanModel *model, const QString &objectName, const QString &name, const QString &empty)
{
    auto *view = new TreeView(objectName, name);
    view->setModel(model);
    view->setRootIsDecorated(false);
    view->setAcceptDrops(false);
    view->header()->setSectionResizeMode(PlanModel::NameColumn, QHeaderView::Stretch);
    view->header()->resizeSection(PlanModel::NoteColumn, 200);
    view->placeholder().say(empty);
    QObject::connect(model, &QAbstractItemModel::modelReset, view,
                     [view, model, empty] { view->placeholder().say(model->rowCount() > 0 ? QString() : empty); });
    return view;
}

} // namespace

UploadSheet::UploadSheet(Servers &servers, DatasetsModel &datasets, TransferQueue &queue, QSettings &settings,
                         QWidget *parent)
    : QDialog(parent)
    , m_servers(servers)
    , m_datasets(datasets)
    , m_queue(queue)
    , m_settings(settings)
    , m_target(new QComboBox)
    , m_newName(new QLineEdit)
    , m_summary(viewutil::plainLabel({}, u"uploadSummary"_s))
    , m_lists(new QTabWidget)
    , m_files(new PlanModel(PlanModel::Part::Files, this))
    , m_leftOut(new PlanModel(PlanModel::Part::LeftOut, this))
    , m_outside(new QWidget)
    , m_outsideLabel(viewutil::plainLabel({}, u"uploadOutside"_s))
    , m_sendAnyway(new QCheckBox(tr("Send &anyway")))
    , m_sameNames(new QWidget)
    , m_sameNamesLabel(viewutil::plainLabel({}, u"uploadSameNames"_s))
    , m_onSameName(new QComboBox)
    , m_rule(new ProcessRuleForm)
    , m_inputs(new PipelineForm)
    , m_words(viewutil::plainLabel({}, u"uploadWords"_s))
    , m_start(new QPushButton(tr("Add")))
{
    setObjectName(u"uploadSheet"_s);
    setWindowTitle(tr("Add files"));
    makeLayout();
    m_rule->setStructure(keptStructure(settings));
    m_onSameName->setCurrentIndex(static_cast<int>(keptSameNameChoice(settings)));

    connect(m_target, &QComboBox::currentIndexChanged, this, &UploadSheet::onTargetChanged);
    connect(m_target, &QComboBox::activated, this, [this] { m_wanted = target(); });
    connect(m_newName, &QLineEdit::textChanged, this, &UploadSheet::showSummary);
    connect(m_onSameName, &QComboBox::currentIndexChanged, this, &UploadSheet::showSummary);
    connect(m_sendAnyway, &QCheckBox::clicked, &m_planner, &UploadPlanner::setSendsAnyway);
    connect(m_rule, &ProcessRuleForm::changed, this, &UploadSheet::showSummary);
    connect(m_inputs, &PipelineForm::changed, this, &UploadSheet::showSummary);
    connect(&m_pipeline, &PipelineLookup::changed, this, &UploadSheet::onPipelineFound);
    connect(&m_planner, &UploadPlanner::changed, this, &UploadSheet::showPlan);
    connect(&m_planner, &UploadPlanner::progressed, this, &UploadSheet::showSummary);
    connect(m_start, &QPushButton::clicked, this, &UploadSheet::start);
    connect(&datasets, &QAbstractItemModel::rowsInserted, this, &UploadSheet::fillTargets);
    connect(&datasets, &QAbstractItemModel::rowsRemoved, this, &UploadSheet::fillTargets);
    connect(&datasets, &DatasetsModel::stateChanged, this, &UploadSheet::fillTargets);
    datasets.fetchAll();
}

void UploadSheet::makeLayout()
{
    viewutil::name(m_target, u"uploadTarget"_s, tr("Knowledge base"), tr("Where the files go"));
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_target->setMinimumContentsLength(24);
    viewutil::name(m_newName, u"uploadNewName"_s, tr("Name of the new knowledge base"),
                   tr("Up to 40 characters, unlike every other on the server"));
    m_newName->setPlaceholderText(tr("Name of the new knowledge base"));
    m_newName->setMaxLength(40);
    viewutil::name(m_onSameName, u"uploadOnSameName"_s, tr("What to do with equal names"),
                   tr("Skip leaves the document as it is; replace drops its edited chunks"));
    m_onSameName->addItems({tr("Skip"), tr("Replace"), tr("Keep both")});
    viewutil::name(m_start, u"uploadStart"_s, tr("Add"), tr("Start sending (Enter)"));
    viewutil::name(m_lists, u"uploadLists"_s, tr("Files"));
    m_lists->addTab(listOf(m_files, u"uploadFiles"_s, tr("Files to be sent"), tr("There is nothing to send.")), {});
    m_lists->addTab(listOf(m_leftOut, u"uploadLeftOut"_s, tr("Left out"), tr("Nothing is left out.")), {});
    m_lists->setMinimumHeight(160);
    viewutil::name(m_sendAnyway, u"uploadAnyway"_s, tr("Send the files outside the server's limits anyway"),
                   tr("For a server that has other settings than is known here (Alt+A)"));
    m_outsideLabel->setWordWrap(true);
    m_words->setWordWrap(true);
    m_summary->setWordWrap(true);

    const auto besideEachOther = [](QWidget *row, QWidget *label, QWidget *choice) {
        auto *line = new QHBoxLayout(row);
        viewutil::setTight(line, 0, 8);
        line->addWidget(label, 1);
        line->addWidget(choice);
    };
    besideEachOther(m_outside, m_outsideLabel, m_sendAnyway);
    besideEachOther(m_sameNames, m_sameNamesLabel, m_onSameName);
    auto *where = new QHBoxLayout;
    where->setSpacing(8);
    where->addWidget(m_target, 1);
    where->addWidget(m_newName, 1);
    m_form = new QFormLayout;
    m_form->setSpacing(8);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *to = new QLabel(tr("Add &to"));
    to->setBuddy(m_target);
    m_form->addRow(to, where);
    m_form->addRow(tr("Chunks"), m_rule);
    m_form->addRow(tr("Inputs"), m_inputs);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_start, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addLayout(m_form);
    layout->addWidget(m_lists, 1);
    layout->addWidget(m_outside);
    layout->addWidget(m_sameNames);
    layout->addWidget(m_summary);
    layout->addWidget(m_words);
    layout->addWidget(buttons);
    m_start->setDefault(true); // only now does the dialog hear of it
    resize(640, 520);
}

void UploadSheet::addPaths(const QStringList &paths)
{
    m_paths += paths;
    m_planner.setPaths(m_paths);
    showPlan();
}

void UploadSheet::showPlan()
{
    const UploadPlan &plan = m_planner.plan();
    m_files->setPlan(plan, m_planner.limits());
    m_leftOut->setPlan(plan, m_planner.limits());
    m_lists->setTabText(0, tr("Will be sent: %1").arg(format::count(plan.files.size())));
    m_lists->setTabText(1, tr("Left out: %1").arg(format::count(plan.leftOut.size())));
    showSummary();
}

void UploadSheet::showSummary()
{
    const UploadPlan &plan = m_planner.plan();
    const auto same = std::count_if(plan.files.begin(), plan.files.end(), [](const UploadCandidate &file) {
        return file.sameName != UploadCandidate::SameName::None;
    });
    showOutside();
    m_sameNames->setVisible(same > 0);
    m_sameNamesLabel->setText(tr("%n file(s) have a name that is there already.", nullptr, static_cast<int>(same)));
    const UploadAmount will = amountToSend(plan, choice());
    if (m_planner.isWalking())
        m_summary->setText(tr("Looking through the folders: %n file(s) so far…", nullptr, m_planner.found()));
    else
        m_summary->setText(
            tr("%n file(s) will be sent, %1 in all.", nullptr, will.files).arg(format::bytes(will.bytes)));
    m_words->setText(problem());
    m_words->setVisible(!m_words->text().isEmpty());
    const bool named = !m_newName->isVisibleTo(this) || !m_newName->text().trimmed().isEmpty();
    const bool namesKnown = target().datasetId.isEmpty() || m_planner.namesKnown();
    const bool isKnown = namesKnown && !m_planner.isWalking() && (!dataset().isPipeline || m_pipeline.source());
    m_start->setEnabled(problem().isEmpty() && will.files > 0 && named && isKnown);
    growIfNeeded();
}

//! What this computer takes is known for certain; of other servers only their defaults are.
void UploadSheet::showOutside()
{
    const int outside = m_planner.outsideLimits();
    m_outside->setVisible(outside > 0 && server() && !server()->isLocal());
    m_outsideLabel->setText(
        tr("%n file(s) are outside the limits that are known of the server. With other settings it takes them when "
           "they are sent anyway; else it refuses each by itself, an old server with an error 500.",
           nullptr, outside));
    m_sendAnyway->setChecked(m_planner.sendsAnyway());
}

//! What is wrapped has no part in the least height that Qt keeps to.
void UploadSheet::growIfNeeded()
{
    const int least = layout()->totalMinimumHeightForWidth(width());
    if (height() < least)
        resize(width(), least);
}
