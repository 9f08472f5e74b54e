// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/tagsdialog.h"

#include "app/services/server.h"
#include "ui/dialogs/ask.h"
#include "ui/viewutil.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScopedValueRollback>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int idRole = Qt::UserRole;
constexpr int nameRole = Qt::UserRole + 1; // as the server has it, while the shown one is being edited
constexpr int countRole = Qt::UserRole + 2;

Tag tagOf(const QListWidgetItem &item)
{
    return {.id = item.data(idRole).toString(),
            .name = item.data(nameRole).toString(),
            .datasetCount = item.data(countRole).toLongLong()};
}

} // namespace

TagsDialog::TagsDialog(const Server &server, const Dataset &dataset, QWidget *parent)
    : QDialog(parent)
    , m_server(&server)
    , m_serverId(server.id())
    , m_dataset(dataset)
    , m_list(new QListWidget)
    , m_name(new QLineEdit)
    , m_add(new QPushButton(tr("Add")))
    , m_rename(new QPushButton(tr("Rename")))
    , m_remove(new QPushButton(tr("Delete…")))
    , m_words(viewutil::plainLabel({}, u"tagsWords"_s))
{
    setObjectName(u"tagsDialog"_s);
    setWindowTitle(tr("Tags of “%1”").arg(dataset.name));
    for (const Tag &tag : dataset.tags)
        m_carried.insert(tag.id);
    makeLayout();
    connect(m_list, &QListWidget::itemChanged, this, &TagsDialog::onItemChanged);
    connect(m_list, &QListWidget::currentItemChanged, this, &TagsDialog::updateButtons);
    connect(m_name, &QLineEdit::textChanged, this, &TagsDialog::updateButtons);
    connect(m_name, &QLineEdit::returnPressed, this, &TagsDialog::create);
    connect(m_add, &QPushButton::clicked, this, &TagsDialog::create);
    connect(m_rename, &QPushButton::clicked, this, [this] { m_list->editItem(m_list->currentItem()); });
    connect(m_remove, &QPushButton::clicked, this, &TagsDialog::askToRemove);
    updateButtons();
    m_words->setText(tr("Reading the tags…"));
    read();
}

void TagsDialog::makeLayout()
{
    viewutil::name(m_list, u"tagsList"_s, tr("Tags of the server"),
                   tr("Tick those that the knowledge base is to carry (Space); F2 renames"));
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    m_list->setTabKeyNavigation(false);
    viewutil::name(m_name, u"tagName"_s, tr("New tag"), tr("Up to 50 characters (Enter adds it)"));
    m_name->setPlaceholderText(tr("New tag"));
    m_name->setMaxLength(Tag::maxNameLength);
    viewutil::name(m_add, u"tagAdd"_s, tr("Add"), tr("Make the tag and give it to the knowledge base (Enter)"));
    viewutil::name(m_rename, u"tagRename"_s, tr("Rename"), tr("Give the chosen tag another name (F2)"));
    viewutil::name(m_remove, u"tagDelete"_s, tr("Delete"), tr("Take the chosen tag from the server"));
    m_words->setWordWrap(true);
    for (QPushButton *button : {m_add, m_rename, m_remove})
        button->setAutoDefault(false); // Enter adds or ends editing, and nothing else

    auto *fresh = new QHBoxLayout;
    fresh->setSpacing(8);
    fresh->addWidget(m_name, 1);
    fresh->addWidget(m_add);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_rename, QDialogButtonBox::ActionRole);
    buttons->addButton(m_remove, QDialogButtonBox::ActionRole);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->addLayout(fresh);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_words);
    layout->addWidget(buttons);
    resize(400, 360);
    m_name->setFocus();
}

void TagsDialog::read()
{
    if (!m_server)
        return reject();
    m_server->tags().list()->then(this, [this](const Result<QList<Tag>> &result) {
        if (!result)
            return m_words->setText(viewutil::sentence(result.error()));
        m_words->setText(result->isEmpty() ? tr("The server has no tags yet.") : std::exchange(m_problem, {}));
        show(result.value());
    });
}

void TagsDialog::show(const QList<Tag> &tags)
{
    const QScopedValueRollback filling(m_isFilling, true);
    const QString current = m_list->currentItem() ? m_list->currentItem()->data(idRole).toString() : QString();
    m_list->clear();
    for (const Tag &tag : tags) {
        append(tag, isWanted(tag.id));
        if (tag.id == current)
            m_list->setCurrentRow(m_list->count() - 1);
    }
    updateButtons();
}

void TagsDialog::append(const Tag &tag, bool isCarried)
{
    auto *item = new QListWidgetItem(tag.name, m_list);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsUserCheckable);
    item->setCheckState(isCarried ? Qt::Checked : Qt::Unchecked);
    item->setData(idRole, tag.id);
    item->setData(nameRole, tag.name);
    item->setData(countRole, tag.datasetCount);
}

void TagsDialog::create()
{
    const QString name = m_name->text().trimmed();
    if (!m_server || name.isEmpty())
        return;
    m_server->tags().create(name)->then(this, [this](const Result<Tag> &result) {
        if (!result)
            return onDone(&result.error());
        m_name->clear();
        want(result.value(), true);
    });
}

void TagsDialog::onItemChanged(QListWidgetItem *item)
{
    if (m_isFilling)
        return;
    const Tag tag = tagOf(*item);
    const bool carried = item->checkState() == Qt::Checked;
    if (item->text() != tag.name)
        rename(item, tag, item->text().trimmed());
    else if (carried != isWanted(tag.id))
        want(tag, carried);
}

bool TagsDialog::isWanted(const QString &id) const
{
    return m_wanted.value(id, m_carried.contains(id));
}

//! One change of a tag is on its way at a time: two could overtake each other.
void TagsDialog::want(const Tag &tag, bool carried)
{
    const bool isSending = m_wanted.contains(tag.id);
    m_wanted[tag.id] = carried;
    if (!isSending)
        bind(tag, carried);
}

void TagsDialog::bind(const Tag &tag, bool carried)
{
    if (!m_server)
        return reject();
    auto *call
        = carried ? m_server->tags().bind({tag.id}, m_dataset.id) : m_server->tags().unbind(tag.id, m_dataset.id);
    call->then(this, [this, tag, carried](const Result<Done> &result) {
        const bool wanted = m_wanted.take(tag.id);
        if (!result)
            return onDone(&result.error());
        if (carried)
            m_carried.insert(tag.id);
        else
            m_carried.remove(tag.id);
        if (wanted != carried)
            want(tag, wanted);
        else
            onDone(nullptr);
    });
}

void TagsDialog::rename(QListWidgetItem *item, const Tag &tag, const QString &name)
{
    if (!m_server)
        return reject();
    if (name.isEmpty() || name.size() > Tag::maxNameLength) {
        const QScopedValueRollback filling(m_isFilling, true);
        item->setText(tag.name);
        return m_words->setText(tr("A name has 1 to %1 characters.").arg(Tag::maxNameLength));
    }
    m_server->tags().rename(tag.id, name)->then(this, [this](const Result<Tag> &result) {
        onDone(result ? nullptr : &result.error());
    });
}

void TagsDialog::askToRemove()
{
    if (!m_list->currentItem())
        return;
    const Tag tag = tagOf(*m_list->currentItem());
    dialogs::ask(this, tr("Delete the tag “%1”?").arg(tag.name),
                 tr("%n knowledge base(s) carry it. They stay as they are otherwise.", nullptr,
                    static_cast<int>(tag.datasetCount)),
                 tr("Delete"), [this, tag] { remove(tag); });
}

void TagsDialog::remove(const Tag &tag)
{
    if (!m_server)
        return reject();
    m_server->tags().remove(tag.id)->then(this, [this, id = tag.id](const Result<Done> &result) {
        if (!result)
            return onDone(&result.error());
        m_carried.remove(id);
        onDone(nullptr);
    });
}

void TagsDialog::onDone(const ApiError *error)
{
    if (error)
        m_problem = viewutil::sentence(*error);
    else
        emit changed(m_serverId);
    read();
}

void TagsDialog::updateButtons()
{
    m_add->setEnabled(!m_name->text().trimmed().isEmpty());
    m_rename->setEnabled(m_list->currentItem());
    m_remove->setEnabled(m_list->currentItem());
}
