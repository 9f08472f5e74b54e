// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/handbookwindow.h"

#include "ui/viewutil.h"
#include "ui/widgets/rowdelegate.h"

#include <QDir>
#include <QFile>
#include <QListWidget>
#include <QLocale>
#include <QSplitter>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString titleOf(const QString &markdown)
{
    return markdown.section(u'\n', 0, 0).remove(0, 2); // "# Title"
}

//! The first language of the person that there is a handbook in.
QString language()
{
    for (const QString &tag : QLocale().uiLanguages()) {
        const QString code = tag.section(u'-', 0, 0);
        if (code == "en"_L1 || QDir(u":/handbook/"_s + code).exists())
            return code;
    }
    return u"en"_s;
}

} // namespace

HandbookWindow::HandbookWindow(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"handbookWindow"_s);
    setWindowTitle(tr("Handbook"));
    auto *list = new QListWidget;
    viewutil::name(list, u"handbookChapters"_s, tr("Chapters"));
    list->setFrameShape(QFrame::NoFrame);
    list->setItemDelegate(new RowDelegate(list));
    auto *text = new QTextBrowser;
    viewutil::name(text, u"handbookText"_s, tr("Text of the chapter"));
    text->setFrameShape(QFrame::NoFrame);
    text->document()->setDocumentMargin(16);
    for (const QString &path : chapters())
        list->addItem(titleOf(read(path)));
    connect(list, &QListWidget::currentRowChanged, text,
            [text](int row) { text->setMarkdown(read(chapters().value(row))); });

    auto *splitter = new QSplitter;
    splitter->addWidget(list);
    splitter->addWidget(text);
    const int chapters = std::max(180, list->sizeHintForColumn(0) + 4);
    splitter->setSizes({chapters, 600});
    auto *layout = new QVBoxLayout(this);
    viewutil::setTight(layout);
    layout->addWidget(splitter);
    resize(chapters + 600, 560);
    list->setCurrentRow(0);
}

QStringList HandbookWindow::chapters()
{
    const QDir english(u":/handbook"_s);
    const QDir translated(english.filePath(language()));
    QStringList paths;
    for (const QString &name : english.entryList({u"*.md"_s}, QDir::Files, QDir::Name)) {
        const QString number = name.section(u'-', 0, 0);
        const QStringList own = translated.entryList({number + u"-*.md"_s}, QDir::Files);
        paths.append(own.isEmpty() ? english.filePath(name) : translated.filePath(own.first()));
    }
    return paths;
}
