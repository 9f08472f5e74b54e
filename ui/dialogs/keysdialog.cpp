// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/keysdialog.h"

#include "ui/viewutil.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStyle>

using namespace Qt::Literals::StringLiterals;

namespace {

QString nameOf(const QAction &action)
{
    QString text = action.text().remove(u'&');
    if (text.endsWith(u'…'))
        text.chop(1);
    return text;
}

} // namespace

KeysDialog::KeysDialog(const QList<Group> &groups, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"keysDialog"_s);
    setWindowTitle(tr("Keys"));
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(4);
    grid->setContentsMargins(16, 8, 16, 16);
    int row = 0;
    for (const auto &[title, actions] : groups) {
        grid->addWidget(viewutil::heading(title), row++, 1);
        for (const QAction *action : actions) {
            if (action->shortcut().isEmpty())
                continue;
            auto *key = viewutil::plainLabel(action->shortcut().toString(QKeySequence::NativeText));
            key->setForegroundRole(QPalette::PlaceholderText);
            grid->addWidget(key, row, 0, Qt::AlignRight);
            grid->addWidget(viewutil::plainLabel(nameOf(*action)), row++, 1);
        }
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
    const int scrollBar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    resize(std::max(380, content->sizeHint().width() + scrollBar), 520);
}
