// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewutil.h"

#include "app/api/erroradvice.h"
#include "app/models/format.h"
#include "app/services/server.h"
#include "ui/icons.h"

#include <QAbstractItemView>
#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QStandardItemModel>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {

//! A few words, for what is shown behind the name of an action.
QString shortReason(Obstacle obstacle, const QString &version)
{
    if (obstacle == Obstacle::BoundKey)
        return QCoreApplication::translate("viewutil", "not with this key");
    if (version.isEmpty())
        return QCoreApplication::translate("viewutil", "not on this server");
    return obstacle == Obstacle::Broken ? QCoreApplication::translate("viewutil", "broken in version %1").arg(version)
                                        : QCoreApplication::translate("viewutil", "not in version %1").arg(version);
}

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

QLabel *viewutil::heading(const QString &text)
{
    QLabel *label = plainLabel(text);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    label->setContentsMargins(0, 8, 0, 0);
    return label;
}

void viewutil::keep(QSettings &settings, const QString &key, const QVariant &value)
{
    if (settings.value(key) != value)
        settings.setValue(key, value);
}

QLineEdit *viewutil::filterBox(const QString &objectName, const QString &accessibleName)
{
    auto *box = new QLineEdit;
    name(box, objectName, accessibleName, accessibleName);
    box->setPlaceholderText(QCoreApplication::translate("viewutil", "Filter")); // short: it is above what it filters
    makeClearable(box);
    box->addAction(icons::icon(u"search"_s, u"edit-find"_s), QLineEdit::LeadingPosition)->setText(accessibleName);
    nameButtons(box);
    return box;
}

void viewutil::makeClearable(QLineEdit *box)
{
    const auto show = [box] {
        box->setClearButtonEnabled(true);
        if (auto *clear = box->findChild<QAction *>(u"_q_qlineeditclearaction"_s))
            clear->setText(QCoreApplication::translate("viewutil", "Clear"));
        nameButtons(box);
    };
    // Not before there is something to clear: finding the icon of each takes a millisecond of the start.
    if (box->text().isEmpty())
        QObject::connect(box, &QLineEdit::textChanged, box, show, Qt::SingleShotConnection);
    else
        show();
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
    if (auto *box = qobject_cast<QComboBox *>(widget))
        box->view()->setAccessibleName(accessibleName); // its list is a widget by itself
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

void viewutil::alignLabels(const QList<const QFormLayout *> &forms)
{
    QWidgetList labels;
    int width = 0;
    for (const QFormLayout *form : forms) {
        for (int row = 0; row < form->rowCount(); ++row) {
            if (const QLayoutItem *item = form->itemAt(row, QFormLayout::LabelRole)) {
                labels.append(item->widget());
                width = std::max(width, item->sizeHint().width());
            }
        }
    }
    for (QWidget *label : std::as_const(labels))
        label->setMinimumWidth(width);
}

void viewutil::setItemEnabled(QComboBox *box, int index, bool enabled, const QString &reason)
{
    QStandardItem *item = qobject_cast<QStandardItemModel *>(box->model())->item(index); // what every combo box has
    item->setEnabled(enabled);
    item->setToolTip(enabled ? QString() : format::toolTip(reason));
}

void viewutil::addModel(QComboBox *box, const ModelRef &model, const QList<Model> &known)
{
    const auto found = std::find_if(known.begin(), known.end(), [&](const Model &one) { return one.ref == model; });
    QString text = model.name;
    if (found != known.end())
        text = found->providerLabel.isEmpty() ? found->label : found->label + u" · "_s + found->providerLabel;
    box->addItem(text, QStringList{model.provider, model.name});
    if (found != known.end() && !found->isActive)
        setItemEnabled(box, box->count() - 1, false,
                       QCoreApplication::translate("viewutil", "It is not set up on the server."));
}

ModelRef viewutil::chosenModel(const QComboBox &box)
{
    const QStringList ref = box.currentData().toStringList();
    return ref.size() == 2 ? ModelRef{.provider = ref[0], .name = ref[1]} : ModelRef();
}

void viewutil::offer(QAction *action, const QString &text, bool wanted, const Server *server, Ability ability)
{
    const Obstacle obstacle = server ? server->abilities().obstacle(ability) : Obstacle::None;
    const bool can = obstacle == Obstacle::None;
    action->setText(can ? text : text + u" ("_s + shortReason(obstacle, server->abilities().version()) + u')');
    action->setToolTip(can ? toolTipOf(*action) : format::toolTip(sentence(obstacle, *server)));
    action->setEnabled(can && wanted);
}

QString viewutil::sentence(const ApiError &error)
{
    return sentenceFor(error);
}

QString viewutil::sentence(Obstacle obstacle, const Server &server)
{
    if (server.abilities().version().isEmpty() && obstacle != Obstacle::None && obstacle != Obstacle::BoundKey)
        return QCoreApplication::translate("viewutil", "%1 runs a version that cannot do this.").arg(server.name());
    switch (obstacle) {
    case Obstacle::None:
        return {};
    case Obstacle::TooOld:
        return QCoreApplication::translate("viewutil", "%1 runs version %2, which cannot do this.")
            .arg(server.name(), server.abilities().version());
    case Obstacle::Broken:
        return QCoreApplication::translate("viewutil", "This does not work in version %2, which %1 runs.")
            .arg(server.name(), server.abilities().version());
    case Obstacle::BoundKey:
        return QCoreApplication::translate("viewutil", "The key for %1 is good for single knowledge bases only.")
            .arg(server.name());
    }
    Q_UNREACHABLE();
}
