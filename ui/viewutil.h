// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/model.h"

class QAction;
class QBoxLayout;
class QComboBox;
class QFontMetrics;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSettings;
class QToolButton;
class QWidget;
class Server;
enum class Ability;
enum class Obstacle;
struct ApiError;

//! What the pages and dialogs have in common.
namespace viewutil {

//! Pixels of a row: 28, more where the font needs it.
int rowHeight(const QFontMetrics &metrics);

//! \a text for a button, tab or menu that shows exactly these characters: a single & would underline the next one.
QString withoutMnemonic(QString text);

//! A label that shows \a text as it is, never as HTML.
QLabel *plainLabel(const QString &text, const QString &objectName = {});

//! The same in bold, with room above it: what follows in a form.
QLabel *heading(const QString &text);

//! A box to type a filter into, with the magnifier in front and a button to clear it.
QLineEdit *filterBox(const QString &objectName, const QString &accessibleName);

//! Gives \a box its button to clear it, with a name for screen readers.
void makeClearable(QLineEdit *box);

//! A flat button with an icon for \a action; its tooltip says the shortcut.
QToolButton *toolButton(QAction *action);

//! Gives \a widget its names for tests and screen readers, and a tooltip.
void name(QWidget *widget, const QString &objectName, const QString &accessibleName, const QString &toolTip = {});

//! The tooltip of an action: what it does and its shortcut.
QString toolTipOf(const QAction &action);

//! Sets \a key, unless it has that value: writing the file anew would hold up the first paint.
void keep(QSettings &settings, const QString &key, const QVariant &value);

//! No margins and a 4 px rhythm, as pages have it.
void setTight(QBoxLayout *layout, int margin = 0, int spacing = 4);

//! Lets the fields of forms that stand below each other begin at the same place.
void alignLabels(const QList<const QFormLayout *> &forms);

//! Makes an entry of \a box one that can be chosen or not; \a reason says why not, in its tooltip.
void setItemEnabled(QComboBox *box, int index, bool enabled, const QString &reason);

//! Adds an entry for \a model under the name that \a known has for people, if it is among them.
void addModel(QComboBox *box, const ModelRef &model, const QList<Model> &known);
ModelRef chosenModel(const QComboBox &box); //!< Not set when none is chosen.

//! Gives \a action its \a text and enables it where that is \a wanted. What \a server (none: any) cannot do is not
//! enabled and says why: behind the text, where menus and screen readers have it, and whole in the tooltip.
void offer(QAction *action, const QString &text, bool wanted, const Server *server, Ability ability);

//! Why a call gave nothing and what can be done about it, as a person is told.
QString sentence(const ApiError &error);
//! Why \a server cannot do something; empty for Obstacle::None.
QString sentence(Obstacle obstacle, const Server &server);

} // namespace viewutil
