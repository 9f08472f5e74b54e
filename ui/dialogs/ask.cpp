// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ask.h"

#include <QMessageBox>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

QMessageBox *dialogs::ask(QWidget *parent, const QString &question, const QString &details, const QString &button,
                          const std::function<void()> &then)
{
    auto *box = new QMessageBox(QMessageBox::Question, QCoreApplication::translate("Dialogs", "Loredesk"), question,
                                QMessageBox::Cancel, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"question"_s);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(details);
    QPushButton *yes = box->addButton(button, QMessageBox::AcceptRole);
    yes->setObjectName(u"questionYes"_s);
    box->setDefaultButton(yes);
    QObject::connect(yes, &QPushButton::clicked, box, then);
    box->open();
    return box;
}
