// SPDX-License-Identifier: GPL-3.0-or-later
// What a person can do with the originals and the metadata of documents.
#include "app/models/documentsmodel.h"
#include "app/models/metadatafieldsmodel.h"
#include "app/services/download.h"
#include "app/services/server.h"
#include "ui/dialogs/metadatasheet.h"
#include "ui/pages/documentspage.h"
#include "ui/viewutil.h"
#include "ui/widgets/downloadbar.h"
#include "ui/widgets/keptcolumns.h"
#include "ui/widgets/treeview.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString folderKey = u"originals/folder"_s;

//! It was uploaded as a file, or a server made one of its text.
bool hasOriginal(const Document &document)
{
    return document.dataSourceType.isEmpty() || document.dataSourceType == "upload_file"_L1;
}

} // namespace

//! Actions that a server cannot do say so themselves: the menu is where people look.
void DocumentsPage::updateMoreActions(const QList<Document> &documents)
{
    const bool isOne = documents.size() == 1;
    const auto originals = std::count_if(documents.cbegin(), documents.cend(), hasOriginal);
    const auto ability = isOne ? Ability::Download : Ability::DownloadZip;
    viewutil::offer(m_saveOriginals, isOne ? tr("Save original…") : tr("Save originals…"),
                    originals > 0 && !m_download->isBusy(), m_server, ability);
    viewutil::offer(m_metadata, tr("Metadata…"), !documents.isEmpty(), m_server, Ability::Metadata);
}

void DocumentsPage::chooseWhereToSave()
{
    QList<Document> documents = selected();
    const qsizetype chosen = documents.size();
    documents.removeIf([](const Document &document) { return !hasOriginal(document); });
    if (documents.isEmpty() || !m_server)
        return;
    const QString folder
        = m_settings.value(folderKey, QStandardPaths::writableLocation(QStandardPaths::DownloadLocation)).toString();
    const bool isOne = chosen == 1;
    const QString name = isOne ? documents.first().name : tr("Originals") + u".zip"_s;
    auto *dialog = new QFileDialog(this, isOne ? tr("Save the original of “%1”").arg(name) : tr("Save originals"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"saveOriginalsDialog"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    if (!isOne)
        dialog->setDefaultSuffix(u"zip"_s);
    dialog->setDirectory(folder);
    dialog->selectFile(QString(name).replace(u'/', u'_').replace(u'\\', u'_'));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, documents, isOne](const QString &path) { saveOriginals(documents, isOne, path); });
    dialog->open();
}

void DocumentsPage::saveOriginals(const QList<Document> &documents, bool asItIs, const QString &path)
{
    if (!m_server)
        return;
    m_settings.setValue(folderKey, QFileInfo(path).absolutePath());
    auto *download = new Download(m_server->documents(), m_model.datasetId(), m_download);
    connect(m_server, &QObject::destroyed, download,
            [this] { m_download->stop(tr("Not saved: the server was removed.")); });
    m_download->follow(download, asItIs ? documents.first().name
                                        : tr("%n original(s)", nullptr, static_cast<int>(documents.size())));
    QStringList ids;
    for (const Document &document : documents)
        ids.append(document.id);
    if (asItIs)
        download->saveOne(ids.first(), path);
    else
        download->saveZips(ids, path);
}

void DocumentsPage::editMetadata()
{
    const QList<Document> documents = selected();
    if (documents.isEmpty() || !m_server || m_fields.datasetId() != m_model.datasetId())
        return;
    auto *sheet = new MetadataSheet(*m_server, m_fields, documents, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &MetadataSheet::changed, this, [this, datasetId = m_model.datasetId()](const Document &document) {
        if (datasetId == m_model.datasetId())
            m_model.put(document);
    });
    sheet->open();
}

//! A column for each metadata field. Those that a person chose are shown, by the ids of their fields.
void DocumentsPage::showMetadataColumns()
{
    const QList<MetadataField> fields = m_fields.fields();
    const QStringList shown = m_settings.value(fieldsKey()).toStringList();
    const auto hideOthers = [this, &fields, &shown] {
        for (qsizetype i = 0; i < fields.size(); ++i)
            m_view->header()->setSectionHidden(DocumentsModel::ColumnCount + static_cast<int>(i),
                                               !shown.contains(fields[i].id));
    };
    m_columns->change([this, &fields] { m_model.setMetadataFields(fields); }, hideOthers);
}

QString DocumentsPage::fieldsKey() const
{
    return placesKey(m_fields.serverId()) + u'/' + m_fields.datasetId() + u"/metadataColumns"_s;
}

void DocumentsPage::keepMetadataColumns()
{
    if (m_fields.datasetId().isEmpty())
        return;
    QStringList shown;
    const QList<MetadataField> fields = m_fields.fields();
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (!m_view->header()->isSectionHidden(DocumentsModel::ColumnCount + static_cast<int>(i)))
            shown.append(fields[i].id);
    }
    viewutil::keep(m_settings, fieldsKey(), shown);
}
