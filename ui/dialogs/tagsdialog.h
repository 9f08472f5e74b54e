// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/call.h"
#include "app/domain/dataset.h"

#include <QDialog>
#include <QPointer>
#include <QSet>

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;
class Server;

//! The tags of a server: which of them a dataset carries, new ones, other names for them, and their end.
class TagsDialog : public QDialog
{
    Q_OBJECT

public:
    //! The dialog does nothing more when the server is removed meanwhile.
    TagsDialog(const Server &server, const Dataset &dataset, QWidget *parent = nullptr);

signals:
    //! What datasets carry is another now.
    void changed(const QString &serverId);

private:
    void makeLayout();
    void read();
    void show(const QList<Tag> &tags);
    void append(const Tag &tag, bool isCarried);
    void create();
    void onItemChanged(QListWidgetItem *item);
    bool isWanted(const QString &id) const;
    void want(const Tag &tag, bool carried);
    void bind(const Tag &tag, bool carried);
    void rename(QListWidgetItem *item, const Tag &tag, const QString &name);
    void askToRemove();
    void remove(const Tag &tag);
    void updateButtons();
    //! Says what went wrong, and shows the tags as the server has them; tells when nothing did.
    void onDone(const ApiError *error);

    QPointer<const Server> m_server;
    QString m_serverId;
    Dataset m_dataset;
    QSet<QString> m_carried; //!< Ids of the tags that the dataset has.
    QHash<QString, bool> m_wanted; //!< By id: what was ticked last, of those that are on their way.
    QListWidget *m_list;
    QLineEdit *m_name;
    QPushButton *m_add;
    QPushButton *m_rename;
    QPushButton *m_remove;
    QLabel *m_words;
    QString m_problem; //!< To be said when the tags have been read again.
    bool m_isFilling = false;
};
