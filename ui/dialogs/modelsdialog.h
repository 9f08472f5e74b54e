// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/localmodels.h"
#include "app/services/modelcheck.h"

#include <QDialog>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

//! Which models the server on this computer works with: an endpoint for embeddings and, if wanted, one for reranking.
class ModelsDialog : public QDialog
{
    Q_OBJECT

public:
    ModelsDialog(LocalModels &models, QNetworkAccessManager &network, QWidget *parent = nullptr);

private:
    struct Fields
    {
        QLineEdit *url;
        QLineEdit *model;
        QLineEdit *key;
    };

    Fields addFields(QFormLayout *form, const QString &part);
    void makeLayout();
    void check();
    void store();
    void whenKeysMayBeSent(const std::function<void()> &then);
    void showWords(const QString &words);
    void updateButtons();
    LocalModels::Endpoints endpoints() const;

    LocalModels &m_models;
    ModelCheck m_check;
    QStringList m_found; //!< What the check has told so far.
    bool m_isRanking = false; //!< The check has come to the second endpoint.
    Fields m_embeddings;
    Fields m_rerank;
    QLabel *m_words;
    QPushButton *m_checkButton;
    QPushButton *m_store;
};
