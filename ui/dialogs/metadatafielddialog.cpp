// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/metadatafielddialog.h"

#include "app/models/metadatafieldsmodel.h"
#include "app/services/server.h"
#include "ui/viewutil.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

MetadataFieldDialog::MetadataFieldDialog(const Server &server, MetadataFieldsModel &fields,
                                         const std::optional<MetadataField> &existing, QWidget *parent)
    : QDialog(parent)
    , m_server(&server)
    , m_fields(fields)
    , m_datasetId(fields.datasetId())
    , m_existing(existing)
    , m_name(new QLineEdit)
    , m_type(new QComboBox)
    , m_words(viewutil::plainLabel({}, u"fieldWords"_s))
    , m_store(new QPushButton(existing ? tr("Rename") : tr("Add")))
{
    setObjectName(u"metadataFieldDialog"_s);
    setWindowTitle(existing ? tr("Rename metadata field") : tr("Add metadata field"));
    viewutil::name(m_name, u"fieldName"_s, tr("Name"), tr("Unlike every other field of the knowledge base"));
    m_name->setMaxLength(MetadataField::maxNameLength);
    viewutil::name(m_type, u"fieldType"_s, tr("Type"), tr("It cannot be changed later"));
    for (const auto type : {MetadataType::Text, MetadataType::Number, MetadataType::Time})
        m_type->addItem(typeText(type), static_cast<int>(type));
    viewutil::name(m_store, u"fieldStore"_s, m_store->text());
    m_words->setWordWrap(true);
    if (existing) {
        m_name->setText(existing->name);
        m_name->selectAll();
        m_type->setCurrentIndex(m_type->findData(static_cast<int>(existing->type)));
        m_type->setEnabled(false);
    }

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_store, QDialogButtonBox::ActionRole);
    auto *form = new QFormLayout(this);
    form->setSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Type"), m_type);
    form->addRow(m_words);
    form->addRow(buttons);
    m_store->setDefault(true); // only now does the dialog hear of it
    resize(std::max(360, sizeHint().width()), sizeHint().height());
    m_name->setFocus();

    const auto enable = [this] {
        const QString name = m_name->text().trimmed();
        m_store->setEnabled(!name.isEmpty() && (!m_existing || name != m_existing->name));
    };
    connect(m_name, &QLineEdit::textChanged, this, enable);
    connect(m_store, &QPushButton::clicked, this, &MetadataFieldDialog::store);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    enable();
}

void MetadataFieldDialog::store()
{
    if (!m_server)
        return reject();
    m_store->setEnabled(false);
    m_words->clear();
    const MetadataApi &api = m_server->metadata();
    const QString name = m_name->text().trimmed();
    auto *call = m_existing ? api.rename(m_datasetId, m_existing->id, name)
                            : api.create(m_datasetId, name, static_cast<MetadataType>(m_type->currentData().toInt()));
    call->then(this, [this](const Result<MetadataField> &result) {
        m_store->setEnabled(true);
        if (!result)
            return m_words->setText(viewutil::sentence(result.error()));
        if (m_fields.datasetId() == m_datasetId)
            m_fields.put(result.value());
        accept();
    });
}
