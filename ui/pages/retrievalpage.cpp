// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/retrievalpage.h"

#include "app/models/format.h"
#include "app/models/hitsmodel.h"
#include "app/services/server.h"
#include "ui/viewutil.h"
#include "ui/widgets/placeholder.h"
#include "ui/widgets/treeview.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

using Method = RetrievalSettings::Method;

RetrievalPage::RetrievalPage(HitsModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_query(new QLineEdit)
    , m_search(new QPushButton(tr("Search")))
    , m_view(new TreeView(u"hitsView"_s, tr("Hits")))
{
    setObjectName(u"retrievalPage"_s);
    viewutil::name(m_query, u"retrievalQuery"_s, tr("Question"), tr("A question or a few words; Enter searches"));
    m_query->setPlaceholderText(tr("Ask a question or type a few words"));
    m_query->setMaxLength(RetrievalApi::maxQueryLength);
    viewutil::makeClearable(m_query);
    viewutil::name(m_search, u"retrievalSearch"_s, tr("Search"), tr("Search (Enter)"));
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
    auto *layout = new QVBoxLayout(this);
    viewutil::setTight(layout, 0, 0);
    layout->addLayout(query);
    layout->addWidget(makeSettings());
    layout->addWidget(m_view);

    connect(m_query, &QLineEdit::returnPressed, this, &RetrievalPage::search);
    connect(m_search, &QPushButton::clicked, this, &RetrievalPage::search);
    connect(&model, &HitsModel::stateChanged, this, &RetrievalPage::showState);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        if (row.isValid())
            emit hitChosen(m_model.hit(row));
    });
    connect(m_view, &QTreeView::clicked, this, [this](const QModelIndex &row) { emit hitChosen(m_model.hit(row)); });
    connect(&m_view->placeholder(), &Placeholder::buttonClicked, this, &RetrievalPage::search);
    close();
}

QWidget *RetrievalPage::makeSettings()
{
    m_method = new QComboBox;
    m_method->addItem(tr("Keyword"), QVariant::fromValue(static_cast<int>(Method::Keyword)));
    m_method->addItem(tr("Full text"), QVariant::fromValue(static_cast<int>(Method::FullText)));
    m_method->addItem(tr("Semantic"), QVariant::fromValue(static_cast<int>(Method::Semantic)));
    m_method->addItem(tr("Hybrid"), QVariant::fromValue(static_cast<int>(Method::Hybrid)));
    viewutil::name(m_method, u"retrievalMethod"_s, tr("Method"), tr("How the question and the chunks are compared"));
    m_method->view()->setAccessibleName(tr("Method"));
    m_topK = new QSpinBox;
    m_topK->setRange(1, 100);
    viewutil::name(m_topK, u"retrievalTopK"_s, tr("Top K"), tr("The greatest number of hits"));
    m_useThreshold = new QCheckBox(tr("Score ≥"));
    viewutil::name(m_useThreshold, u"retrievalUseThreshold"_s, tr("Use a score threshold"),
                   tr("Leave out hits with a lower score"));
    m_threshold = new QDoubleSpinBox;
    m_threshold->setRange(0, 1);
    m_threshold->setSingleStep(0.05);
    m_threshold->setEnabled(false);
    viewutil::name(m_threshold, u"retrievalThreshold"_s, tr("Score threshold"),
                   tr("Leave out hits with a lower score"));
    connect(m_useThreshold, &QCheckBox::toggled, m_threshold, &QWidget::setEnabled);

    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(4, 0, 4, 4);
    layout->setSpacing(4);
    layout->addWidget(m_method);
    auto *topK = viewutil::plainLabel(tr("Top K"));
    topK->setBuddy(m_topK);
    layout->addWidget(topK);
    layout->addWidget(m_topK);
    layout->addWidget(m_useThreshold);
    layout->addWidget(m_threshold);
    layout->addStretch();
    return row;
}

void RetrievalPage::open(const Server &server, const Dataset &dataset)
{
    m_server = &server;
    m_datasetId = dataset.id;
    RetrievalSettings wanted = dataset.retrieval;
    // Servers name semantic search where nothing was chosen; an economy dataset has words only.
    if (dataset.technique != Dataset::Technique::HighQuality)
        wanted.method = Method::Keyword;
    setSettings(wanted);
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
    if (m_server && !query.isEmpty())
        m_model.search(m_server->retrieval(), m_datasetId, query, settings());
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

RetrievalSettings RetrievalPage::settings() const
{
    RetrievalSettings settings;
    settings.method = static_cast<Method>(m_method->currentData().toInt());
    settings.topK = m_topK->value();
    if (m_useThreshold->isChecked())
        settings.scoreThreshold = m_threshold->value();
    return settings;
}

void RetrievalPage::setSettings(const RetrievalSettings &settings)
{
    m_method->setCurrentIndex(m_method->findData(static_cast<int>(settings.method)));
    m_topK->setValue(settings.topK);
    m_useThreshold->setChecked(settings.scoreThreshold.has_value());
    m_threshold->setValue(settings.scoreThreshold.value_or(0));
}
