// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/modelsdialog.h"

#include "app/api/systemproxies.h"
#include "ui/dialogs/ask.h"
#include "ui/viewutil.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace {

bool isAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
}

//! Everybody on the way could read the key.
bool isInTheClear(const ModelEndpoint &endpoint)
{
    const QUrl url(endpoint.url);
    return !endpoint.key.isEmpty() && url.scheme() == "http"_L1 && !isLoopback(url.host());
}

//! As the server completes it.
ModelEndpoint completed(ModelEndpoint rerank, const ModelEndpoint &embeddings)
{
    if (!rerank.url.isEmpty())
        return rerank;
    rerank.url = embeddings.url;
    rerank.key = rerank.key.isEmpty() ? embeddings.key : rerank.key;
    return rerank;
}

} // namespace

ModelsDialog::ModelsDialog(LocalModels &models, QNetworkAccessManager &network, QWidget *parent)
    : QDialog(parent)
    , m_models(models)
    , m_check(network)
    , m_words(viewutil::plainLabel({}, u"modelsWords"_s))
    , m_checkButton(new QPushButton(tr("Check")))
    , m_store(new QPushButton(tr("Use")))
{
    setObjectName(u"modelsDialog"_s);
    setWindowTitle(tr("Models on this computer"));
    makeLayout();
    const auto &now = models.endpoints();
    const auto fill = [](const Fields &fields, const ModelEndpoint &endpoint) {
        fields.url->setText(endpoint.url);
        fields.model->setText(endpoint.model);
        fields.key->setText(QString::fromUtf8(endpoint.key));
    };
    fill(m_embeddings, now.embeddings);
    fill(m_rerank, now.rerank);
    for (const Fields &fields : {m_embeddings, m_rerank}) {
        for (const QLineEdit *field : {fields.url, fields.model, fields.key}) {
            connect(field, &QLineEdit::textEdited, this, [this] {
                m_check.cancel();
                showWords({});
            });
        }
    }
    connect(m_checkButton, &QPushButton::clicked, this, [this] { whenKeysMayBeSent([this] { check(); }); });
    connect(m_store, &QPushButton::clicked, this, [this] { whenKeysMayBeSent([this] { store(); }); });
    connect(&m_check, &ModelCheck::succeeded, this, [this](int dimensions) {
        m_found.append(m_isRanking ? tr("The rerank model works.")
                                   : tr("The embedding model works: vectors of %n number(s).", nullptr, dimensions));
        showWords(m_found.join(u'\n'));
        if (std::exchange(m_isRanking, true) || m_rerank.model->text().trimmed().isEmpty())
            return;
        m_check.askForRanking(completed(endpoints().rerank, endpoints().embeddings));
    });
    connect(&m_check, &ModelCheck::failed, this, [this](const QString &sentence) {
        m_found.append((m_isRanking ? tr("Rerank: %1") : tr("Embeddings: %1")).arg(sentence));
        showWords(m_found.join(u'\n'));
    });
    showWords({});
}

ModelsDialog::Fields ModelsDialog::addFields(QFormLayout *form, const QString &part)
{
    const bool isRerank = part == "rerank"_L1;
    const Fields fields{new QLineEdit, new QLineEdit, new QLineEdit};
    viewutil::name(fields.url, part + u"Url"_s,
                   isRerank ? tr("Address of the rerank model") : tr("Address of the embedding model"),
                   tr("The part before /embeddings or /rerank, mostly ending in /v1"));
    fields.url->setPlaceholderText(isRerank ? tr("As above") : u"http://127.0.0.1:11434/v1"_s);
    viewutil::name(fields.model, part + u"Model"_s,
                   isRerank ? tr("Name of the rerank model") : tr("Name of the embedding model"),
                   tr("As the endpoint calls it; several are separated by commas"));
    fields.model->setPlaceholderText(isRerank ? u"bge-reranker-v2-m3"_s : u"bge-m3"_s);
    viewutil::name(fields.key, part + u"Key"_s,
                   isRerank ? tr("Key for the rerank model") : tr("Key for the embedding model"),
                   tr("It is kept in the keychain"));
    fields.key->setEchoMode(QLineEdit::Password);
    fields.key->setPlaceholderText(tr("None"));
    form->addRow(isRerank ? tr("A&ddress") : tr("&Address"), fields.url);
    form->addRow(isRerank ? tr("M&odel") : tr("&Model"), fields.model);
    form->addRow(isRerank ? tr("K&ey") : tr("&Key"), fields.key);
    return fields;
}

void ModelsDialog::makeLayout()
{
    auto *about = viewutil::plainLabel(tr(
        "Searching by meaning needs a model that speaks as OpenAI does: Ollama, llama.cpp or vLLM on this computer, or "
        "a service. Texts are sent there."));
    about->setWordWrap(true);
    m_words->setWordWrap(true);
    m_words->setMinimumHeight(2 * fontMetrics().lineSpacing() + 4);
    m_words->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    viewutil::name(m_checkButton, u"modelsCheck"_s, tr("Check"), tr("Ask the models one small question"));
    viewutil::name(m_store, u"modelsUse"_s, tr("Use"), tr("Start the server on this computer again with these models"));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_checkButton, QDialogButtonBox::ActionRole);
    buttons->addButton(m_store, QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout(this);
    form->setSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(about);
    form->addRow(viewutil::heading(tr("Embeddings")));
    m_embeddings = addFields(form, u"embeddings"_s);
    form->addRow(viewutil::heading(tr("Rerank (not required)")));
    m_rerank = addFields(form, u"rerank"_s);
    form->addRow(m_words);
    form->addRow(buttons);
    m_store->setDefault(true); // only now does the dialog hear of it
    const int width = std::max(480, sizeHint().width());
    resize(width, form->totalHeightForWidth(width));
    m_embeddings.url->setFocus();
}

void ModelsDialog::check()
{
    m_found.clear();
    m_isRanking = false;
    showWords(tr("Asking the model…"));
    m_checkButton->setEnabled(false);
    m_check.askForEmbedding(endpoints().embeddings);
}

void ModelsDialog::store()
{
    m_models.set(endpoints());
    accept();
}

void ModelsDialog::whenKeysMayBeSent(const std::function<void()> &then)
{
    const auto chosen = endpoints();
    for (const ModelEndpoint &endpoint : {chosen.embeddings, completed(chosen.rerank, chosen.embeddings)}) {
        if (isInTheClear(endpoint)) {
            dialogs::ask(
                this, tr("Send the key without encryption?"),
                tr("%1 is not encrypted: everybody on the way could read the key.").arg(QUrl(endpoint.url).host()),
                tr("Send the key anyway"), then);
            return;
        }
    }
    then();
}

void ModelsDialog::showWords(const QString &words)
{
    m_words->setText(words);
    updateButtons();
}

void ModelsDialog::updateButtons()
{
    const auto chosen = endpoints();
    const auto isComplete
        = [](const ModelEndpoint &endpoint) { return isAddress(endpoint.url) && !endpoint.model.isEmpty(); };
    const bool hasNone = chosen.embeddings.url.isEmpty() && chosen.embeddings.model.isEmpty();
    const bool rerankIsFine = chosen.rerank.model.isEmpty() ? chosen.rerank.url.isEmpty()
                                                            : isComplete(completed(chosen.rerank, chosen.embeddings));
    m_checkButton->setEnabled(isComplete(chosen.embeddings) && rerankIsFine);
    m_store->setEnabled((hasNone || isComplete(chosen.embeddings)) && rerankIsFine);
}

LocalModels::Endpoints ModelsDialog::endpoints() const
{
    const auto read = [](const Fields &fields) {
        return ModelEndpoint{.url = fields.url->text().trimmed(),
                             .model = fields.model->text().trimmed(),
                             .key = fields.key->text().trimmed().toUtf8()};
    };
    return {.embeddings = read(m_embeddings), .rerank = read(m_rerank)};
}
