// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/metadatasheet.h"

#include "app/models/metadatafieldsmodel.h"
#include "app/models/metadatavalues.h"
#include "app/services/metadataupdate.h"
#include "app/services/server.h"
#include "ui/dialogs/metadatafielddialog.h"
#include "ui/viewutil.h"
#include "ui/widgets/metadatavalueedit.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::Literals::StringLiterals;

MetadataSheet::MetadataSheet(const Server &server, MetadataFieldsModel &fields, const QList<Document> &documents,
                             QWidget *parent)
    : QDialog(parent)
    , m_server(&server)
    , m_fields(fields)
    , m_datasetId(fields.datasetId())
    , m_documents(documents)
    , m_none(viewutil::plainLabel(tr("This knowledge base has no metadata fields yet."), u"metadataNone"_s))
    , m_failures(new QListWidget)
    , m_progress(new QProgressBar)
    , m_words(viewutil::plainLabel({}, u"metadataWords"_s))
    , m_add(new QPushButton(tr("Add field…")))
    , m_save(new QPushButton(tr("Save")))
{
    setObjectName(u"metadataSheet"_s);
    setWindowTitle(documents.size() == 1 ? tr("Metadata of “%1”").arg(documents.first().name)
                                         : tr("Metadata of %n document(s)", nullptr, documents.size()));
    auto *form = new QWidget;
    m_form = new QFormLayout(form);
    m_form->setSpacing(8);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(m_none);
    if (documents.size() == 1)
        addBuiltIns();
    makeLayout(form);
    showFields();
    connect(&fields, &MetadataFieldsModel::fieldsChanged, this, &MetadataSheet::showFields);
    connect(m_add, &QPushButton::clicked, this, &MetadataSheet::makeField);
    connect(m_save, &QPushButton::clicked, this, &MetadataSheet::save);
    if (!m_edits.isEmpty())
        m_edits.first()->setFocus(Qt::OtherFocusReason);
}

void MetadataSheet::makeLayout(QWidget *form)
{
    viewutil::name(m_failures, u"metadataFailures"_s, tr("Documents that could not be changed"));
    viewutil::name(m_progress, u"metadataProgress"_s, tr("Documents changed so far"));
    viewutil::name(m_add, u"metadataAddField"_s, m_add->text(), tr("Add a field to the knowledge base"));
    viewutil::name(m_save, u"metadataSave"_s, m_save->text(), tr("Save what was changed (Enter)"));
    m_failures->setMaximumHeight(140);
    m_words->setWordWrap(true);
    for (QWidget *later : std::initializer_list<QWidget *>{m_failures, m_progress, m_words})
        later->hide();
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(form);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_save, QDialogButtonBox::ActionRole);
    buttons->addButton(m_add, QDialogButtonBox::ResetRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_failures);
    layout->addWidget(m_progress);
    layout->addWidget(m_words);
    layout->addWidget(buttons);
    m_save->setDefault(true); // only now does the dialog hear of it
    resize(480, 400);
}

//! Adds those that came; what is being edited stays.
void MetadataSheet::showFields()
{
    if (m_fields.datasetId() != m_datasetId)
        return;
    const QList<MetadataField> fields = m_fields.fields();
    for (const MetadataField &field : fields) {
        const bool isHere = std::any_of(m_edits.cbegin(), m_edits.cend(),
                                        [&](const MetadataValueEdit *edit) { return edit->field().id == field.id; });
        if (!isHere)
            addField(field);
    }
    m_none->setVisible(m_edits.isEmpty());
    updateButtons();
}

void MetadataSheet::addField(const MetadataField &field)
{
    auto *edit = new MetadataValueEdit(field, metadatavalues::sharedValue(m_documents, field));
    auto *label = viewutil::plainLabel(field.name);
    label->setBuddy(edit);
    m_form->insertRow(1 + static_cast<int>(m_edits.size()), label, edit); // behind m_none
    m_edits.append(edit);
    connect(edit, &MetadataValueEdit::changed, this, &MetadataSheet::updateButtons);
}

//! What the server fills in by itself can be read, not changed.
void MetadataSheet::addBuiltIns()
{
    const QHash<QString, QString> titles{{u"document_name"_s, tr("Name")},
                                         {u"uploader"_s, tr("Uploaded by")},
                                         {u"upload_date"_s, tr("Uploaded")},
                                         {u"last_update_date"_s, tr("Changed")},
                                         {u"source"_s, tr("Source")}};
    for (const MetadataValue &value : m_documents.first().metadata) {
        if (!value.isBuiltIn())
            continue;
        auto *text = viewutil::plainLabel(metadatavalues::text(value.value, value.type));
        text->setWordWrap(true);
        text->setForegroundRole(QPalette::PlaceholderText);
        m_form->addRow(viewutil::plainLabel(titles.value(value.name, value.name)), text);
    }
}

void MetadataSheet::makeField()
{
    if (!m_server)
        return;
    auto *dialog = new MetadataFieldDialog(*m_server, m_fields, std::nullopt, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this] {
        if (!m_edits.isEmpty())
            m_edits.last()->setFocus(Qt::OtherFocusReason);
    });
    dialog->open();
}

QString MetadataSheet::problem() const
{
    for (const MetadataValueEdit *edit : m_edits) {
        if (const QString problem = edit->problem(); !problem.isEmpty())
            return problem;
    }
    return {};
}

void MetadataSheet::updateButtons()
{
    const bool isSending = !m_update.isNull();
    const QString wrong = problem();
    const bool anyChanged
        = std::any_of(m_edits.cbegin(), m_edits.cend(), [](const auto *edit) { return edit->isChanged(); });
    m_add->setEnabled(!isSending);
    m_save->setEnabled(!isSending && anyChanged && wrong.isEmpty());
    for (MetadataValueEdit *edit : std::as_const(m_edits))
        edit->setEnabled(!isSending);
    if (!isSending && m_left.isEmpty()) {
        m_words->setText(wrong);
        m_words->setVisible(!wrong.isEmpty());
    }
}

QList<MetadataValue> MetadataSheet::changes() const
{
    QList<MetadataValue> values;
    for (const MetadataValueEdit *edit : m_edits) {
        if (edit->isChanged())
            values.append({edit->field().id, edit->field().name, edit->field().type, edit->value()});
    }
    return values;
}

void MetadataSheet::save()
{
    if (!m_server)
        return reject();
    if (m_left.isEmpty()) {
        for (const Document &document : std::as_const(m_documents))
            m_left.append(document.id);
    }
    const auto values = changes();
    m_update = new MetadataUpdate(m_server->metadata(), m_server->documents(), m_datasetId,
                                  m_server->abilities().can(Ability::PartialMetadata), this);
    connect(m_server, &QObject::destroyed, this, &QDialog::reject);
    connect(m_update, &MetadataUpdate::changed, this,
            [this, values](const QStringList &ids) { onChanged(ids, values); });
    connect(m_update, &MetadataUpdate::progressed, this, [this] { m_progress->setValue(m_update->done()); });
    connect(m_update, &MetadataUpdate::finished, this, &MetadataSheet::onFinished);
    m_progress->setRange(0, static_cast<int>(m_left.size()));
    m_progress->setValue(0);
    m_progress->setVisible(m_left.size() > 1);
    m_failures->hide();
    m_words->hide();
    updateButtons();
    m_update->start(m_left, values);
}

void MetadataSheet::onChanged(const QStringList &documentIds, const QList<MetadataValue> &values)
{
    for (const Document &document : std::as_const(m_documents)) {
        if (documentIds.contains(document.id))
            emit changed(metadatavalues::changed(document, values));
    }
}

void MetadataSheet::onFinished()
{
    const auto failures = m_update->failures();
    delete m_update;
    if (m_fields.datasetId() == m_datasetId)
        m_fields.reload(); // how many documents have a value
    if (failures.isEmpty())
        return accept();
    m_left.clear();
    m_failures->clear();
    for (const auto &failure : failures) {
        m_left.append(failure.documentId);
        m_failures->addItem(tr("%1: %2").arg(nameOf(failure.documentId), viewutil::sentence(failure.error)));
    }
    m_failures->show();
    m_progress->hide();
    m_words->setText(tr("%n document(s) could not be changed.", nullptr, static_cast<int>(failures.size())));
    m_words->show();
    m_save->setText(tr("Try again"));
    updateButtons();
}

QString MetadataSheet::nameOf(const QString &documentId) const
{
    for (const Document &document : m_documents) {
        if (document.id == documentId)
            return document.name;
    }
    return documentId;
}
