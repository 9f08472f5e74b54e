// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewutil.h"

#include "app/api/apierror.h"
#include "app/models/format.h"
#include "ui/icons.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {

//! The buttons inside a field are Qt's own and come without names.
void nameButtons(const QLineEdit *box)
{
    for (auto *button : box->findChildren<QToolButton *>()) {
        if (button->defaultAction())
            button->setAccessibleName(button->defaultAction()->text());
    }
}

} // namespace

int viewutil::rowHeight(const QFontMetrics &metrics)
{
    return std::max(28, metrics.height() + 10);
}

QString viewutil::withoutMnemonic(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

QLabel *viewutil::plainLabel(const QString &text, const QString &objectName)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setObjectName(objectName);
    return label;
}

QLineEdit *viewutil::filterBox(const QString &objectName, const QString &placeholder)
{
    auto *box = new QLineEdit;
    name(box, objectName, placeholder, placeholder);
    box->setPlaceholderText(placeholder);
    makeClearable(box);
    box->addAction(icons::icon(u"search"_s, u"edit-find"_s), QLineEdit::LeadingPosition)->setText(placeholder);
    nameButtons(box);
    return box;
}

void viewutil::makeClearable(QLineEdit *box)
{
    box->setClearButtonEnabled(true);
    if (auto *clear = box->findChild<QAction *>(u"_q_qlineeditclearaction"_s))
        clear->setText(QCoreApplication::translate("viewutil", "Clear"));
    nameButtons(box);
}

QToolButton *viewutil::toolButton(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setObjectName(action->objectName() + u"Button"_s);
    button->setAccessibleName(action->text().remove(u'&'));
    action->setToolTip(toolTipOf(*action));
    return button;
}

void viewutil::name(QWidget *widget, const QString &objectName, const QString &accessibleName, const QString &toolTip)
{
    widget->setObjectName(objectName);
    widget->setAccessibleName(accessibleName);
    if (!toolTip.isEmpty())
        widget->setToolTip(format::toolTip(toolTip));
}

QString viewutil::toolTipOf(const QAction &action)
{
    QString text = action.text().remove(u'&');
    if (text.endsWith(u'…'))
        text.chop(1);
    const QString shortcut = action.shortcut().toString(QKeySequence::NativeText);
    return format::toolTip(shortcut.isEmpty() ? text : text + u" ("_s + shortcut + u')');
}

void viewutil::setTight(QBoxLayout *layout, int margin, int spacing)
{
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(spacing);
}

QString viewutil::sentence(const ApiError &error)
{
    if (error.kind == ApiError::Kind::Unauthorized)
        return QCoreApplication::translate("viewutil", "The key was refused (401).");
    return error.message;
}
