// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/retrievalpage.h"

#include "app/models/format.h"
#include "app/models/hitsmodel.h"
#include "app/services/server.h"
#include "ui/viewutil.h"
#include "ui/widgets/metadatafilterform.h"
#include "ui/widgets/placeholder.h"
#include "ui/widgets/retrievalform.h"
#include "ui/widgets/treeview.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

RetrievalPage::RetrievalPage(HitsModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_query(new QLineEdit)
    , m_search(new QPushButton(tr("Search")))
    , m_useFilter(new QToolButton)
    , m_settings(new RetrievalForm(u"retrieval"_s))
    , m_filter(new MetadataFilterForm)
    , m_view(new TreeView(u"hitsView"_s, tr("Hits")))
{
    setObjectName(u"retrievalPage"_s);
    viewutil::name(m_query, u"retrievalQuery"_s, tr("Question"), tr("A question or a few words; Enter searches"));
    m_query->setPlaceholderText(tr("Ask a question or type a few words"));
    m_query->setMaxLength(RetrievalApi::maxQueryLength);
    viewutil::makeClearable(m_query);
    viewutil::name(m_search, u"retrievalSearch"_s, tr("Search"), tr("Search (Enter)"));
    m_useFilter->setCheckable(true);
    m_useFilter->setAutoRaise(true);
    m_useFilter->setFocusPolicy(Qt::TabFocus);
    viewutil::name(m_useFilter, u"retrievalUseFilter"_s, tr("Filter"),
                   tr("Search only documents with certain metadata"));
    m_settings->layout()->setContentsMargins(4, 0, 4, 4);
    m_filter->hide();
    nameFilter();
    m_view->setModel(&model);
    m_view->setRootIsDecorated(false);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setAcceptDrops(false);
    m_view->header()->resizeSection(HitsModel::ScoreColumn, 72);
    m_view->header()->resizeSection(HitsModel::DocumentColumn, 160);
    m_view->header()->setStretchLastSection(true);

    auto *query = new QHBoxLayout;
    viewutil::setTight(query, 4);
    query->addWidget(m_query);
    query->addWidget(m_search);
    query->addWidget(m_useFilter);
    auto *layout = new QVBoxLayout(this);
    viewutil::setTight(layout, 0, 0);
    layout->addLayout(query);
    layout->addWidget(m_settings);
    layout->addWidget(m_filter);
    layout->addWidget(m_view);

    connect(m_query, &QLineEdit::returnPressed, this, &RetrievalPage::search);
    connect(m_search, &QPushButton::clicked, this, &RetrievalPage::search);
    connect(m_useFilter, &QToolButton::toggled, this, &RetrievalPage::showFilter);
    connect(m_filter, &MetadataFilterForm::changed, this, &RetrievalPage::nameFilter);
    connect(&model, &HitsModel::stateChanged, this, &RetrievalPage::showState);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        if (row.isValid())
            emit hitChosen(m_model.hit(row));
    });
    connect(m_view, &QTreeView::clicked, this, [this](const QModelIndex &row) { emit hitChosen(m_model.hit(row)); });
    connect(m_view, &TreeView::opened, this, &RetrievalPage::hitOpened);
    connect(&m_view->placeholder(), &Placeholder::buttonClicked, this, &RetrievalPage::search);
    close();
}

void RetrievalPage::open(const Server &server, const Dataset &dataset)
{
    m_server = &server;
    m_datasetId = dataset.id;
    m_settings->setDataset(dataset);
    m_settings->setRerankModels({});
    m_useFilter->setChecked(false);
    m_filter->clear();
    const Obstacle noFilter = server.abilities().obstacle(Ability::Metadata);
    m_useFilter->setEnabled(noFilter == Obstacle::None);
    m_useFilter->setToolTip(format::toolTip(noFilter == Obstacle::None
                                                ? tr("Search only documents with certain metadata")
                                                : viewutil::sentence(noFilter, server)));
    m_hasAskedForModels = false;
    if (isVisible())
        readRerankModels();
    m_model.clear();
    setEnabled(true);
    showState();
}

void RetrievalPage::close()
{
    m_server = nullptr;
    m_datasetId.clear();
    m_model.clear();
    setEnabled(false);
    showState();
}

void RetrievalPage::focusQuery()
{
    m_query->setFocus(Qt::ShortcutFocusReason);
    m_query->selectAll();
}

void RetrievalPage::search()
{
    const QString query = m_query->text().trimmed();
    if (!m_server || query.isEmpty())
        return;
    RetrievalSettings settings = m_settings->settings();
    if (m_useFilter->isChecked())
        settings.filter = m_filter->filter();
    m_model.search(m_server->retrieval(), m_datasetId, query, settings);
}

void RetrievalPage::update(const Dataset &dataset)
{
    m_settings->setDataset(dataset);
}

void RetrievalPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_server && !m_hasAskedForModels)
        readRerankModels();
}

void RetrievalPage::readRerankModels()
{
    m_hasAskedForModels = true;
    if (!m_server->abilities().can(Ability::Models))
        return;
    m_server->models()
        .list(Model::Type::Rerank)
        ->then(this, [this, id = m_datasetId](const Result<QList<Model>> &result) {
            if (result && id == m_datasetId)
                m_settings->setRerankModels(result.value());
        });
}

void RetrievalPage::showFilter(bool shown)
{
    m_filter->setVisible(shown);
    nameFilter();
    if (shown && m_server && !m_filter->hasFields())
        readFields();
}

void RetrievalPage::readFields()
{
    m_filter->clear(tr("Reading the metadata fields…"));
    m_server->metadata().fields(m_datasetId)->then(this, [this, id = m_datasetId](const auto &result) {
        if (id != m_datasetId)
            return;
        if (result)
            m_filter->setFields(result->fields);
        else
            m_filter->clear(viewutil::sentence(result.error()));
    });
}

//! The button says how many conditions are in force.
void RetrievalPage::nameFilter()
{
    const auto conditions = m_useFilter->isChecked() ? m_filter->filter().conditions.size() : 0;
    m_useFilter->setText(conditions > 0 ? tr("Filter (%1)").arg(conditions) : tr("Filter"));
    m_useFilter->setAccessibleName(m_useFilter->text());
}

void RetrievalPage::showState()
{
    Placeholder &placeholder = m_view->placeholder();
    switch (m_model.state()) {
    case LoadState::Idle:
        return placeholder.say(m_server ? tr("The best chunks for your question are shown here.")
                                        : tr("Choose a knowledge base on the left."));
    case LoadState::Loading:
        return placeholder.say(m_model.rowCount() > 0 ? QString() : tr("Searching…"));
    case LoadState::Failed:
        return placeholder.say(viewutil::sentence(m_model.error()), tr("Retry"));
    case LoadState::Complete:
        return placeholder.say(m_model.rowCount() > 0 ? QString() : tr("Nothing was found."));
    }
}
