// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/windowdriver.h"

#include "app/models/datasetsmodel.h"
#include "app/models/documentsmodel.h"
#include "app/models/hitsmodel.h"
#include "app/services/localserver.h"
#include "ui/mainwindow.h"
#include "ui/workplace.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDialog>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 60'000; // milliseconds until something that must come counts as missing

QModelIndex rowWithText(const QAbstractItemModel &model, const QModelIndex &parent, const QString &text)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (index.data().toString() == text)
            return index;
        if (const QModelIndex below = rowWithText(model, index, text); below.isValid())
            return below;
    }
    return {};
}

} // namespace

WindowDriver::WindowDriver(const QString &folder, QNetworkAccessManager &network, bool startLocal)
    : m_workplace(std::make_unique<Workplace>(folder, folder + u"/loredesk.ini"_s, network))
    , m_window(std::make_unique<MainWindow>(m_workplace->backend()))
    , m_isLocal(startLocal)
{
    if (startLocal)
        m_workplace->backend().localServer.start();
    m_window->complete();
    m_window->resize(1280, 800);
    m_window->show();
    m_workplace->backend().servers.load();
}

WindowDriver::~WindowDriver()
{
    m_window.reset();
    if (m_isLocal) {
        LocalServer &server = m_workplace->backend().localServer;
        QSignalSpy stopped(&server, &LocalServer::stopped);
        server.stop();
        if (stopped.isEmpty())
            stopped.wait(patience);
    }
}

QWidget *WindowDriver::findWidget(const QString &objectName) const
{
    auto *widget = m_window->findChild<QWidget *>(objectName);
    if (!widget)
        qFatal("no widget %s", qPrintable(objectName));
    return widget;
}

QAbstractItemView *WindowDriver::view(const QString &objectName) const
{
    return find<QAbstractItemView>(objectName);
}

void WindowDriver::trigger(const QString &actionName) const
{
    auto *action = m_window->findChild<QAction *>(actionName);
    if (!action || !action->isEnabled())
        qFatal("no action %s, or it is disabled", qPrintable(actionName));
    action->trigger();
}

void WindowDriver::drop(const QStringList &paths) const
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls.append(QUrl::fromLocalFile(path));
    data.setUrls(urls);
    const QPoint position = m_window->rect().center();
    QDragEnterEvent enter(position, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(position, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &drop);
    QVERIFY(drop.isAccepted());
}

void WindowDriver::startUpload(const QString &newDataset)
{
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<QDialog *>(u"uploadSheet"_s), patience);
    auto *sheet = find<QDialog>(u"uploadSheet"_s);
    if (!newDataset.isEmpty()) {
        auto *target = find<QComboBox>(u"uploadTarget"_s);
        const auto findNew = [target] {
            for (int row = 0; row < target->count(); ++row) {
                target->setCurrentIndex(row);
                if (target->parentWidget()->findChild<QLineEdit *>(u"uploadNewName"_s)->isVisibleTo(target->window()))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(findNew(), patience);
        auto *name = find<QLineEdit>(u"uploadNewName"_s);
        name->clear();
        QTest::keyClicks(name, newDataset);
    }
    QTRY_VERIFY_WITH_TIMEOUT(find<QPushButton>(u"uploadStart"_s)->isEnabled(), patience);
    QTest::keyClick(sheet, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->findChild<QDialog *>(u"uploadSheet"_s), patience);
}

bool WindowDriver::chooseDataset(const QString &name) const
{
    QAbstractItemView *tree = view(u"datasetTree"_s);
    const QModelIndex index = rowWithText(*tree->model(), {}, name);
    if (!index.isValid())
        return false;
    tree->scrollTo(index);
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(index).center());
    return true;
}

int WindowDriver::documentCount() const
{
    return view(u"documentsView"_s)->model()->rowCount();
}

QModelIndex WindowDriver::documentRow(const QString &name) const
{
    return rowWithText(*view(u"documentsView"_s)->model(), {}, name);
}

Document::Status WindowDriver::status(const QString &name) const
{
    return static_cast<Document::Status>(documentRow(name).data(DocumentsModel::StatusRole).toInt());
}

void WindowDriver::openDocument(const QString &name) const
{
    QAbstractItemView *documents = view(u"documentsView"_s);
    const QModelIndex index = documentRow(name);
    QVERIFY(index.isValid());
    documents->scrollTo(index);
    QTest::mouseClick(documents->viewport(), Qt::LeftButton, {}, documents->visualRect(index).center());
    QTRY_VERIFY_WITH_TIMEOUT(view(u"chunksView"_s)->model()->rowCount() > 0, patience);
}

QStringList WindowDriver::retrieve(const QString &query) const
{
    trigger(u"goRetrieval"_s);
    auto *field = find<QLineEdit>(u"retrievalQuery"_s);
    field->clear();
    field->insert(query); // as from an input method: QTest::keyClicks() knows only Latin-1
    QTest::keyClick(field, Qt::Key_Return);

    const HitsModel &hits = m_workplace->backend().hits;
    if (!QTest::qWaitFor([&] { return hits.query() == query && hits.state() != LoadState::Loading; }, patience))
        return {u"no answer"_s};
    QStringList texts;
    for (int row = 0; row < hits.rowCount(); ++row)
        texts.append(hits.index(row, HitsModel::ContentColumn).data(HitsModel::ContentRole).toString());
    return texts;
}
