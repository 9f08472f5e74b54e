// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/keysdialog.h"

#include "ui/viewutil.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>

using namespace Qt::Literals::StringLiterals;

KeysDialog::KeysDialog(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"keysDialog"_s);
    setWindowTitle(tr("Keys"));
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(8);
    grid->setContentsMargins(16, 16, 16, 16);
    int row = 0;
    for (const QAction *action : actions) {
        if (action->shortcut().isEmpty())
            continue;
        QString text = action->text().remove(u'&');
        if (text.endsWith(u'…'))
            text.chop(1);
        auto *key = viewutil::plainLabel(action->shortcut().toString(QKeySequence::NativeText));
        key->setForegroundRole(QPalette::PlaceholderText);
        grid->addWidget(key, row, 0, Qt::AlignRight);
        grid->addWidget(viewutil::plainLabel(text), row++, 1);
    }
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(row, 1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    viewutil::name(scroll, u"keysList"_s, tr("Keys"));
    auto *layout = new QVBoxLayout(this);
    viewutil::setTight(layout);
    layout->addWidget(scroll);
    resize(380, 520);
}
