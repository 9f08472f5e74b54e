// SPDX-License-Identifier: GPL-3.0-or-later
// How files come into the window, and what is asked before it closes.
#include "app/models/datasetsmodel.h"
#include "app/services/settingsdrafts.h"
#include "app/services/transferqueue.h"
#include "ui/dialogs/ask.h"
#include "ui/dialogs/uploadsheet.h"
#include "ui/mainwindow.h"
#include "ui/pages/chunkpane.h"
#include "ui/pages/settingspage.h"
#include "ui/widgets/titledtabs.h"

#include <QCloseEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QSettings>

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList localPaths(const QList<QUrl> &urls)
{
    QStringList paths;
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

void MainWindow::addFiles(const QStringList &paths, const QString &serverId, const QString &datasetId)
{
    if (paths.isEmpty())
        return;
    complete();
    if (!m_sheet) {
        m_sheet = new UploadSheet(m_backend.servers, m_backend.datasets, m_backend.queue, m_backend.settings, this);
        m_sheet->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_sheet, &UploadSheet::datasetCreated, &m_backend.datasets, &DatasetsModel::put);
        connect(m_sheet, &UploadSheet::started, this, &MainWindow::choose);
        if (m_shown)
            m_sheet->setTarget(m_shown->serverId, m_shown->dataset.id);
    }
    if (!serverId.isEmpty())
        m_sheet->setTarget(serverId, datasetId);
    m_sheet->addPaths(paths);
    m_sheet->open();
}

void MainWindow::dropFiles(const QString &serverId, const QString &datasetId, const QList<QUrl> &urls)
{
    raiseWindow();
    addFiles(localPaths(urls), serverId, datasetId);
}

void MainWindow::chooseFiles(bool folder)
{
    auto *dialog = new QFileDialog(this, folder ? tr("Add a folder") : tr("Add files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFiles);
    dialog->setDirectory(m_backend.settings.value("upload/folder"_L1).toString());
    connect(dialog, &QFileDialog::filesSelected, this, [this, dialog](const QStringList &paths) {
        m_backend.settings.setValue("upload/folder"_L1, dialog->directory().absolutePath());
        addFiles(paths);
    });
    dialog->open();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    dropFiles({}, {}, event->mimeData()->urls());
}

int MainWindow::unsentFiles() const
{
    const TransferSummary &summary = m_backend.queue.summary();
    return summary.count(Transfer::State::Waiting) + summary.count(Transfer::State::Sending);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    complete();
    if (!m_mayClose && (m_chunks->hasUnsavedText() || !m_backend.drafts.all().isEmpty() || unsentFiles() > 0)) {
        event->ignore();
        return askToClose();
    }
    saveWindow();
    event->accept();
    emit closed();
}

void MainWindow::end()
{
    m_mayClose = true;
    close();
}

void MainWindow::askToClose()
{
    const auto closeNow = [this] { end(); };
    const auto askAboutFiles = [this, closeNow] {
        if (unsentFiles() == 0)
            return closeNow();
        dialogs::ask(this, tr("Quit while files are being sent?"),
                     tr("%n file(s) are not sent yet. They would have to be added again.", nullptr, unsentFiles()),
                     tr("Quit"), closeNow);
    };
    m_chunks->leave([this, askAboutFiles] { leaveSettings(askAboutFiles); });
}

//! Calls \a then when no changed settings are left that are not saved.
void MainWindow::leaveSettings(const std::function<void()> &then)
{
    const QList<SettingsDrafts::Draft> drafts = m_backend.drafts.all();
    if (drafts.isEmpty())
        return then();
    QStringList names;
    QStringList indexed;
    for (const auto &draft : drafts) {
        names.append(tr("“%1”").arg(draft.dataset.name));
        if (draft.indexesAgain())
            indexed.append(names.last());
    }
    QString details;
    if (!indexed.isEmpty())
        details = tr("Saving makes the server index every document of %1 again.").arg(indexed.join(u", "_s));
    dialogs::askToSave(this, tr("The changed settings of %1 are not saved.").arg(names.join(u", "_s)), details,
                       {.save = [this, then] { m_backend.drafts.saveAll(then); },
                        .discard =
                            [this, then] {
                                m_backend.drafts.forgetAll();
                                then();
                            },
                        .stay =
                            [this, first = drafts.first()] {
                                choose(first.serverId, first.dataset.id);
                                m_tabs->setCurrentWidget(m_settings);
                            }});
}
