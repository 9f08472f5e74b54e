// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/uploadsheet.h"

#include "app/models/datasetsmodel.h"
#include "app/models/format.h"
#include "app/services/servers.h"
#include "app/services/transferqueue.h"
#include "ui/dialogs/planmodel.h"
#include "ui/viewutil.h"
#include "ui/widgets/placeholder.h"
#include "ui/widgets/processruleform.h"
#include "ui/widgets/treeview.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTabWidget>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString sameNameKey = u"upload/sameName"_s;

TreeView *listOf(PlanModel *model, const QString &objectName, const QString &name, const QString &empty)
{
    auto *view = new TreeView(objectName, name);
    view->setModel(model);
    view->setRootIsDecorated(false);
    view->setAcceptDrops(false);
    view->header()->resizeSection(PlanModel::NameColumn, 300);
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
    , m_sameNames(new QWidget)
    , m_sameNamesLabel(viewutil::plainLabel({}, u"uploadSameNames"_s))
    , m_onSameName(new QComboBox)
    , m_rule(new ProcessRuleForm)
    , m_words(viewutil::plainLabel({}, u"uploadWords"_s))
    , m_start(new QPushButton(tr("Add")))
{
    setObjectName(u"uploadSheet"_s);
    setWindowTitle(tr("Add files"));
    makeLayout();
    m_rule->setStructure(keptStructure(settings));
    m_onSameName->setCurrentIndex(settings.value(sameNameKey, 0).toInt());

    connect(m_target, &QComboBox::currentIndexChanged, this, &UploadSheet::onTargetChanged);
    connect(m_target, &QComboBox::activated, this, [this] { m_wanted = target(); });
    connect(m_newName, &QLineEdit::textChanged, this, &UploadSheet::showSummary);
    connect(m_onSameName, &QComboBox::currentIndexChanged, this, &UploadSheet::showSummary);
    connect(m_rule, &ProcessRuleForm::changed, this, &UploadSheet::showSummary);
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
    m_words->setWordWrap(true);
    m_summary->setWordWrap(true);

    auto *same = new QHBoxLayout(m_sameNames);
    viewutil::setTight(same, 0, 8);
    same->addWidget(m_sameNamesLabel, 1);
    same->addWidget(m_onSameName);
    auto *where = new QHBoxLayout;
    where->setSpacing(8);
    where->addWidget(m_target, 1);
    where->addWidget(m_newName, 1);
    auto *form = new QFormLayout;
    form->setSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *to = new QLabel(tr("Add &to"));
    to->setBuddy(m_target);
    form->addRow(to, where);
    form->addRow(tr("Chunks"), m_rule);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_start, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addLayout(form);
    layout->addWidget(m_lists, 1);
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
        m_planner.setTarget(to->documents(), chosen.datasetId,
                            to->isLocal() ? UploadLimits::ofThisComputer()
                                          : UploadLimits::ofDify(to->abilities().version()));
        m_rule->setChoice(structureChoice(to->abilities(), dataset()));
    }
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
    m_start->setEnabled(problem().isEmpty() && will.files > 0 && named && namesKnown && !m_planner.isWalking());
}

QString UploadSheet::problem() const
{
    if (!server())
        return tr("No server is ready.");
    if (!target().datasetId.isEmpty() && m_planner.namesState() == LoadState::Failed)
        return viewutil::sentence(m_planner.namesError());
    const Dataset to = dataset();
    if (to.isPipeline) // an ordinary upload would be taken, and go past the pipeline (recordings 1.15.0, r024)
        return tr("This knowledge base gets its documents through a pipeline: add them on the server.");
    return m_rule->problem();
}

void UploadSheet::start()
{
    const Server *to = server();
    if (!to)
        return;
    keep(m_rule->structure(), m_settings);
    m_settings.setValue(sameNameKey, m_onSameName->currentIndex());
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
    m_queue.add(uploadRequests(m_planner, {target().serverId, datasetId}, choice(),
                               createOptions(m_rule->structure(), server()->abilities(), dataset)));
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
