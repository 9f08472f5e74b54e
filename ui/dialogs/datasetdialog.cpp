// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/datasetdialog.h"

#include "app/models/format.h"
#include "app/services/server.h"
#include "ui/viewutil.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int maxNameLength = 40; // servers refuse more
constexpr int maxDescriptionLength = 400; // the same

} // namespace

DatasetDialog::DatasetDialog(const Server &server, const std::optional<Dataset> &existing, QWidget *parent)
    : QDialog(parent)
    , m_server(&server)
    , m_existing(existing)
    , m_name(new QLineEdit)
    , m_description(new QLineEdit)
    , m_words(viewutil::plainLabel({}, u"datasetWords"_s))
    , m_store(new QPushButton(existing ? tr("Rename") : tr("Create")))
{
    setObjectName(u"datasetDialog"_s);
    setWindowTitle(existing ? tr("Rename knowledge base") : tr("New knowledge base"));
    viewutil::name(m_name, u"datasetName"_s, tr("Name"), tr("Up to 40 characters, unlike every other on the server"));
    m_name->setMaxLength(maxNameLength);
    viewutil::name(m_description, u"datasetDescription"_s, tr("Description"), tr("What is in it, for people"));
    m_description->setMaxLength(maxDescriptionLength);
    viewutil::name(m_store, u"datasetStore"_s, m_store->text());
    m_words->setWordWrap(true);
    if (existing) {
        m_name->setText(existing->name);
        m_name->selectAll();
        m_description->setText(existing->description);
    }

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_store, QDialogButtonBox::ActionRole);
    auto *form = new QFormLayout(this);
    form->setSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *where = viewutil::plainLabel(server.name(), u"datasetServer"_s);
    form->addRow(tr("On"), where);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Description"), m_description);
    form->addRow(m_words);
    form->addRow(buttons);
    m_store->setDefault(true); // only now does the dialog hear of it
    resize(std::max(400, sizeHint().width()), sizeHint().height());
    m_name->setFocus();

    const auto enable = [this] { m_store->setEnabled(!m_name->text().trimmed().isEmpty()); };
    connect(m_name, &QLineEdit::textChanged, this, enable);
    connect(m_store, &QPushButton::clicked, this, &DatasetDialog::store);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    enable();
}

void DatasetDialog::store()
{
    if (!m_server)
        return reject();
    m_store->setEnabled(false);
    m_words->clear();
    const QString name = m_name->text().trimmed();
    const QString description = m_description->text().trimmed();
    Call<Dataset> *call = m_existing
                              ? m_server->datasets().update(m_existing->id, {.name = name, .description = description})
                              : m_server->datasets().create({.name = name, .description = description});
    call->then(this, [this](const Result<Dataset> &result) {
        m_store->setEnabled(true);
        if (!result)
            return m_words->setText(viewutil::sentence(result.error()));
        if (m_server)
            emit stored(m_server->id(), result.value());
        accept();
    });
}
