// SPDX-License-Identifier: GPL-3.0-or-later
// What a person can do with documents.
#include "app/models/documentsmodel.h"
#include "app/services/background.h"
#include "app/services/indexingwatcher.h"
#include "app/services/server.h"
#include "app/services/transferqueue.h"
#include "ui/dialogs/ask.h"
#include "ui/icons.h"
#include "ui/pages/documentspage.h"
#include "ui/viewutil.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/treeview.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace {

using Action = DocumentsApi::Action;

//! The document as it is after \a action, which answers nothing but success.
Document after(Document document, Action action)
{
    document.enabled = action == Action::Enable || (action != Action::Disable && document.enabled);
    document.archived = action == Action::Archive || (action != Action::Unarchive && document.archived);
    using Status = Document::Status;
    if (document.archived)
        document.status = Status::Archived;
    else if (!document.enabled)
        document.status = Status::Disabled;
    else if (document.status == Status::Archived || document.status == Status::Disabled)
        document.status = Status::Available;
    return document;
}

QStringList idsOf(const QList<Document> &documents)
{
    QStringList ids;
    for (const Document &document : documents)
        ids.append(document.id);
    return ids;
}

} // namespace

QList<QAction *> DocumentsPage::documentActions() const
{
    return {m_open, m_metadata, m_saveOriginals, m_toggle, m_archive, m_update, m_sendAgain, m_delete};
}

void DocumentsPage::makeActions()
{
    m_open = addAction(u"documentOpen"_s, tr("Open"), u"chunks"_s, Qt::Key_Return, &DocumentsPage::documentOpened);
    m_metadata = addAction(u"documentMetadata"_s, tr("Metadata…"), u"metadata"_s, Qt::ALT | Qt::Key_Return,
                           &DocumentsPage::editMetadata);
    m_saveOriginals = addAction(u"documentSaveOriginals"_s, tr("Save originals…"), u"download"_s, Qt::CTRL | Qt::Key_D,
                                &DocumentsPage::chooseWhereToSave);
    m_toggle
        = addAction(u"documentToggle"_s, tr("Disable"), u"disable"_s, Qt::Key_Space, &DocumentsPage::toggleEnabled);
    m_archive = addAction(u"documentArchive"_s, tr("Archive"), u"archive"_s, {}, &DocumentsPage::toggleArchived);
    m_update = addAction(u"documentUpdate"_s, tr("Update from file…"), u"update"_s, {}, &DocumentsPage::chooseUpdate);
    m_sendAgain = addAction(u"documentSendAgain"_s, tr("Send again"), u"retry"_s, {}, &DocumentsPage::sendAgain);
    m_delete = addAction(u"documentDelete"_s, tr("Delete…"), u"delete"_s, Qt::Key_Delete, &DocumentsPage::askToDelete);
}

QAction *DocumentsPage::addAction(const QString &objectName, const QString &text, const QString &icon,
                                  const QKeySequence &key, void (DocumentsPage::*slot)())
{
    auto *action = new QAction(icons::icon(icon), text, this);
    action->setObjectName(objectName);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, slot);
    m_view->addAction(action);
    return action;
}

void DocumentsPage::updateActions()
{
    const QList<Document> documents = selected();
    const bool any = !documents.isEmpty();
    const auto all = [&](auto predicate) { return any && std::all_of(documents.begin(), documents.end(), predicate); };
    const bool disabled = all([](const Document &document) { return !document.enabled; });
    const bool archived = all([](const Document &document) { return document.archived; });
    m_open->setEnabled(m_view->currentIndex().isValid());
    viewutil::offer(m_toggle, disabled ? tr("Enable") : tr("Disable"), any && !archived, m_server,
                    Ability::DocumentStatus);
    m_toggle->setIcon(icons::icon(disabled ? u"enable"_s : u"disable"_s));
    viewutil::offer(m_archive, archived ? tr("Take out of the archive") : tr("Archive"), any, m_server,
                    Ability::DocumentStatus);
    m_update->setEnabled(documents.size() == 1 && !archived);
    m_sendAgain->setEnabled(any && std::any_of(documents.begin(), documents.end(), [this](const Document &document) {
                                return document.status == Document::Status::Failed
                                       && m_queue.rowOf(refOf(document.id)) >= 0;
                            }));
    m_delete->setEnabled(any);
    updateMoreActions(documents);
}

QList<Document> DocumentsPage::selected() const
{
    QList<Document> documents;
    const auto rows = m_view->selectionModel()->selectedRows();
    documents.reserve(rows.size());
    for (const QModelIndex &row : rows)
        documents.append(m_model.document(row));
    return documents;
}

void DocumentsPage::toggleEnabled()
{
    const QList<Document> documents = selected();
    const bool disabled = std::all_of(documents.begin(), documents.end(), [](const auto &d) { return !d.enabled; });
    setStatus(documents, disabled ? Action::Enable : Action::Disable);
}

void DocumentsPage::toggleArchived()
{
    const QList<Document> documents = selected();
    const bool archived = std::all_of(documents.begin(), documents.end(), [](const auto &d) { return d.archived; });
    setStatus(documents, archived ? Action::Unarchive : Action::Archive);
}

void DocumentsPage::setStatus(QList<Document> documents, Action action)
{
    if (documents.isEmpty())
        return;
    const QString datasetId = m_model.datasetId();
    m_server->documents()
        .setStatus(datasetId, idsOf(documents), action)
        ->then(this, [this, datasetId, documents, action](const Result<Done> &result) {
            if (datasetId != m_model.datasetId())
                return;
            if (!result)
                return m_message->say(viewutil::sentence(result.error()));
            m_message->say({});
            for (const Document &document : documents)
                m_model.put(after(document, action));
            updateActions();
        });
}

void DocumentsPage::askToDelete()
{
    const QList<Document> documents = selected();
    if (documents.isEmpty())
        return;
    const QString question = documents.size() == 1 ? tr("Delete “%1”?").arg(documents.first().name)
                                                   : tr("Delete %n document(s)?", nullptr, documents.size());
    dialogs::ask(this, question, tr("Their chunks are deleted as well. This cannot be undone."), tr("Delete"),
                 [this, ids = idsOf(documents)] { remove(ids); });
}

void DocumentsPage::remove(const QStringList &documentIds)
{
    if (!m_server)
        return;
    emit documentsGone(documentIds);
    for (const QString &id : documentIds) {
        const DocumentRef ref = refOf(id);
        m_server->documents().remove(ref.datasetId, id)->then(this, [this, ref](const Result<Done> &result) {
            if (result)
                m_watcher.setGone(ref);
            else if (ref.datasetId == m_model.datasetId())
                m_message->say(viewutil::sentence(result.error()));
        });
    }
}

void DocumentsPage::onDropped(const QModelIndex &index, const QList<QUrl> &urls)
{
    const QString path = urls.size() == 1 ? urls.first().toLocalFile() : QString();
    if (!index.isValid() || path.isEmpty() || m_model.document(index).archived)
        return emit filesDropped(urls);
    const auto isFile = [path](QPromise<bool> &promise) { promise.addResult(QFileInfo(path).isFile()); };
    background::run<bool>(isFile).then(this, [this, urls, path, document = m_model.document(index)](bool file) {
        if (file && m_model.indexOf(document.id).isValid()) // still the dataset that was dropped on
            askToUpdate(document, path);
        else
            emit filesDropped(urls);
    });
}

void DocumentsPage::chooseUpdate()
{
    const QList<Document> documents = selected();
    if (documents.isEmpty())
        return;
    auto *dialog = new QFileDialog(this, tr("Update “%1” from a file").arg(documents.first().name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, document = documents.first()](const QString &path) { askToUpdate(document, path); });
    dialog->open();
}

void DocumentsPage::askToUpdate(const Document &document, const QString &path)
{
    QMessageBox *box = dialogs::ask(this, tr("Update “%1” with “%2”?").arg(document.name, QFileInfo(path).fileName()),
                                    tr("All its chunks are made anew. Chunks that were edited by hand are lost."),
                                    tr("Update"), [this, document, path] { update(document, path); });
    QPushButton *add = box->addButton(tr("Add as a new document…"), QMessageBox::ActionRole);
    add->setObjectName(u"questionAdd"_s);
    connect(add, &QPushButton::clicked, this, [this, path] { emit filesDropped({QUrl::fromLocalFile(path)}); });
}

void DocumentsPage::update(const Document &document, const QString &path)
{
    if (!m_server)
        return;
    const DocumentRef ref = refOf(document.id);
    m_server->documents()
        .updateByFile(ref.datasetId, document.id, path,
                      {.name = QFileInfo(path).fileName().normalized(QString::NormalizationForm_C),
                       .form = chunkFormFromString(document.docForm).value_or(ChunkStructure::Form::General)})
        ->then(this, [this, ref](const Result<CreatedDocument> &result) {
            if (result)
                m_watcher.watch(ref, result->batch);
            if (ref.datasetId != m_model.datasetId())
                return;
            if (!result)
                return m_message->say(viewutil::sentence(result.error()));
            m_model.put(result->document);
            emit documentUpdated(result->document);
        });
}

void DocumentsPage::sendAgain()
{
    for (const Document &document : selected()) {
        const int row = m_queue.rowOf(refOf(document.id));
        if (document.status == Document::Status::Failed && row >= 0)
            m_queue.retry(row);
    }
}
