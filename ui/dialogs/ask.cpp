// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ask.h"

#include <QMessageBox>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace {

QMessageBox *makeBox(QWidget *parent, const QString &question, const QString &details,
                     QMessageBox::StandardButtons buttons)
{
    auto *box = new QMessageBox(QMessageBox::Question, QCoreApplication::translate("Dialogs", "Loredesk"), question,
                                buttons, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(details);
    return box;
}

} // namespace

QMessageBox *dialogs::ask(QWidget *parent, const QString &question, const QString &details, const QString &button,
                          const std::function<void()> &then)
{
    QMessageBox *box = makeBox(parent, question, details, QMessageBox::Cancel);
    box->setObjectName(u"question"_s);
    QPushButton *yes = box->addButton(button, QMessageBox::AcceptRole);
    yes->setObjectName(u"questionYes"_s);
    box->setDefaultButton(QMessageBox::Cancel); // what is asked cannot be undone
    QObject::connect(yes, &QPushButton::clicked, box, then);
    box->open();
    return box;
}

void dialogs::askToSave(QWidget *parent, const QString &question, const QString &details, const UnsavedAnswers &answers)
{
    QMessageBox *box
        = makeBox(parent, question, details, QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    box->setObjectName(u"unsavedQuestion"_s);
    box->button(QMessageBox::Cancel)->setText(QCoreApplication::translate("Dialogs", "Go on editing"));
    box->setDefaultButton(QMessageBox::Save);
    QObject::connect(box, &QMessageBox::finished, parent, [answers](int button) {
        const auto &next = button == QMessageBox::Save      ? answers.save
                           : button == QMessageBox::Discard ? answers.discard
                                                            : answers.stay;
        if (next)
            next();
    });
    box->open();
}
