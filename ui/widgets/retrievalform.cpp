// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/retrievalform.h"

#include "ui/viewutil.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

using Method = RetrievalSettings::Method;
using Reranking = RetrievalSettings::Reranking;

namespace {

QLabel *labelFor(QWidget *field, const QString &text)
{
    QLabel *label = viewutil::plainLabel(text);
    label->setTextFormat(Qt::AutoText); // our own words, with a mnemonic
    label->setBuddy(field);
    return label;
}

void choose(QComboBox *box, const QVariant &data)
{
    box->setCurrentIndex(std::max(0, box->findData(data)));
}

} // namespace

RetrievalForm::RetrievalForm(const QString &prefix, QWidget *parent)
    : QWidget(parent)
    , m_method(new QComboBox)
    , m_topK(new QSpinBox)
    , m_useThreshold(new QCheckBox(tr("Score ≥")))
    , m_threshold(new QDoubleSpinBox)
    , m_rankingRow(new QWidget)
    , m_ranking(new QComboBox)
    , m_model(new QComboBox)
    , m_weights(new QWidget)
    , m_weight(new QSlider(Qt::Horizontal))
    , m_weightLabel(viewutil::plainLabel({}))
{
    makeFields(prefix);
    auto *first = new QHBoxLayout;
    first->setSpacing(4);
    first->addWidget(m_method);
    first->addWidget(labelFor(m_topK, tr("Top K")));
    first->addWidget(m_topK);
    first->addWidget(m_useThreshold);
    first->addWidget(m_threshold);
    first->addStretch();
    auto *weights = new QHBoxLayout(m_weights);
    viewutil::setTight(weights);
    weights->addWidget(labelFor(m_weight, tr("Meaning")));
    weights->addWidget(m_weight);
    weights->addWidget(m_weightLabel);
    auto *second = new QHBoxLayout(m_rankingRow);
    viewutil::setTight(second);
    second->addWidget(labelFor(m_ranking, tr("Rank by")));
    second->addWidget(m_ranking);
    second->addWidget(m_model);
    second->addWidget(m_weights);
    second->addStretch();
    auto *layout = new QVBoxLayout(this);
    viewutil::setTight(layout);
    layout->addLayout(first);
    layout->addWidget(m_rankingRow);

    connect(m_method, &QComboBox::activated, this, &RetrievalForm::methodChosen);
    connect(m_useThreshold, &QCheckBox::toggled, m_threshold, &QWidget::setEnabled);
    connect(m_ranking, &QComboBox::currentIndexChanged, this, &RetrievalForm::showFields);
    connect(m_weight, &QSlider::valueChanged, this, &RetrievalForm::showFields);
    for (const QComboBox *box : {m_method, m_ranking, m_model})
        connect(box, &QComboBox::currentIndexChanged, this, &RetrievalForm::changed);
    connect(m_topK, &QSpinBox::valueChanged, this, &RetrievalForm::changed);
    connect(m_useThreshold, &QCheckBox::toggled, this, &RetrievalForm::changed);
    connect(m_threshold, &QDoubleSpinBox::valueChanged, this, &RetrievalForm::changed);
    connect(m_weight, &QSlider::valueChanged, this, &RetrievalForm::changed);
    setDataset({});
}

void RetrievalForm::makeFields(const QString &prefix)
{
    for (const auto &[text, method] : {std::pair{tr("Keyword"), Method::Keyword},
                                       {tr("Full text"), Method::FullText},
                                       {tr("Semantic"), Method::Semantic},
                                       {tr("Hybrid"), Method::Hybrid}})
        m_method->addItem(text, static_cast<int>(method));
    viewutil::name(m_method, prefix + u"Method"_s, tr("Method"), tr("How the question and the chunks are compared"));
    m_topK->setRange(1, 100);
    viewutil::name(m_topK, prefix + u"TopK"_s, tr("Top K"), tr("The greatest number of hits"));
    viewutil::name(m_useThreshold, prefix + u"UseThreshold"_s, tr("Use a score threshold"),
                   tr("Leave out hits with a lower score"));
    m_threshold->setRange(0, 1);
    m_threshold->setSingleStep(0.05);
    viewutil::name(m_threshold, prefix + u"Threshold"_s, tr("Score threshold"),
                   tr("Leave out hits with a lower score"));
    viewutil::name(m_ranking, prefix + u"Ranking"_s, tr("Rank by"), tr("What decides the order of the hits"));
    viewutil::name(m_model, prefix + u"RerankModel"_s, tr("Rerank model"), tr("The model that ranks the hits"));
    m_weight->setRange(0, 100);
    m_weight->setPageStep(10);
    m_weight->setMinimumWidth(72);
    viewutil::name(m_weight, prefix + u"Weight"_s, tr("Weight of meaning against words, in percent"),
                   tr("How much the meaning counts; the words count the rest"));
    m_weightLabel->setMinimumWidth(fontMetrics().horizontalAdvance(u"100 %"_s));
    m_weightLabel->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

void RetrievalForm::setDataset(const Dataset &dataset)
{
    const QSignalBlocker blocker(this);
    RetrievalSettings settings = dataset.retrieval;
    const bool hasMeaning = dataset.technique == Dataset::Technique::HighQuality;
    // Servers name semantic search where nothing was chosen; an economy dataset has words only.
    if (!hasMeaning && (settings.method == Method::Semantic || settings.method == Method::Hybrid))
        settings.method = Method::Keyword;
    if (!settings.weights.embedding.isSet())
        settings.weights.embedding = dataset.embeddingModel;
    for (const Method method : {Method::Semantic, Method::Hybrid}) {
        viewutil::setItemEnabled(m_method, m_method->findData(static_cast<int>(method)), hasMeaning,
                                 tr("The knowledge base is indexed economically: it holds words, not meanings."));
    }
    fill(settings);
    m_before = this->settings();
}

void RetrievalForm::edit(const RetrievalSettings &settings)
{
    const QSignalBlocker blocker(this);
    fill(settings);
}

void RetrievalForm::fill(const RetrievalSettings &settings)
{
    m_shown = settings;
    choose(m_method, static_cast<int>(m_shown.method));
    m_topK->setValue(m_shown.topK);
    m_useThreshold->setChecked(m_shown.scoreThreshold.has_value());
    m_threshold->setEnabled(m_shown.scoreThreshold.has_value());
    m_threshold->setValue(m_shown.scoreThreshold.value_or(0));
    m_weight->setValue(qRound(m_shown.weights.vector * 100));
    fillRankings();
    choose(m_ranking, static_cast<int>(m_shown.reranking));
    m_model->clear();
    fillModels();
    showFields();
}

void RetrievalForm::setRerankModels(const QList<Model> &models)
{
    const QSignalBlocker blocker(this);
    m_models = models;
    const auto before = reranking();
    fillRankings();
    choose(m_ranking, static_cast<int>(before));
    fillModels();
    showFields();
}

void RetrievalForm::fillRankings()
{
    m_ranking->clear();
    if (method() == Method::Hybrid)
        m_ranking->addItem(tr("Weights"), static_cast<int>(Reranking::Weights));
    else
        m_ranking->addItem(tr("Score"), static_cast<int>(Reranking::None));
    m_ranking->addItem(tr("Rerank model"), static_cast<int>(Reranking::Model));
    viewutil::setItemEnabled(m_ranking, 1, !m_models.isEmpty() || m_shown.rerankModel.isSet(),
                             tr("No rerank model is set up on the server."));
    if (method() == Method::Hybrid)
        m_ranking->addItem(tr("Nothing"), static_cast<int>(Reranking::None));
}

void RetrievalForm::fillModels()
{
    const QVariant before = m_model->currentData();
    m_model->clear();
    if (m_shown.rerankModel.isSet())
        viewutil::addModel(m_model, m_shown.rerankModel, m_models);
    for (const Model &model : std::as_const(m_models)) {
        if (model.ref != m_shown.rerankModel)
            viewutil::addModel(m_model, model.ref, m_models);
    }
    choose(m_model, before);
}

void RetrievalForm::methodChosen()
{
    const auto before = reranking();
    fillRankings();
    choose(m_ranking, static_cast<int>(before == Reranking::Model ? before : Reranking::Weights)); // or the first
    showFields();
}

void RetrievalForm::showFields()
{
    m_rankingRow->setVisible(method() != Method::Keyword);
    m_model->setVisible(reranking() == Reranking::Model);
    m_weights->setVisible(reranking() == Reranking::Weights);
    m_weightLabel->setText(tr("%1 %").arg(m_weight->value()));
}

RetrievalSettings RetrievalForm::settings() const
{
    RetrievalSettings settings = m_shown;
    settings.method = method();
    settings.topK = m_topK->value();
    settings.scoreThreshold.reset();
    if (m_useThreshold->isChecked())
        settings.scoreThreshold = m_threshold->value();
    settings.reranking = method() == Method::Keyword ? Reranking::None : reranking();
    if (settings.reranking == Reranking::Model)
        settings.rerankModel = viewutil::chosenModel(*m_model);
    if (settings.reranking == Reranking::Weights && m_weight->value() != qRound(m_shown.weights.vector * 100)) {
        settings.weights.vector = m_weight->value() / 100.;
        settings.weights.keyword = (100 - m_weight->value()) / 100.;
    }
    return settings;
}

Method RetrievalForm::method() const
{
    return static_cast<Method>(m_method->currentData().toInt());
}

Reranking RetrievalForm::reranking() const
{
    return static_cast<Reranking>(m_ranking->currentData().toInt());
}
