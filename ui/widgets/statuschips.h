// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/document.h"

#include <QWidget>

#include <map>

class QButtonGroup;
class QToolButton;

//! The statuses of documents with their counts; one is chosen, or all.
class StatusChips : public QWidget
{
    Q_OBJECT

public:
    explicit StatusChips(QWidget *parent = nullptr);

    //! How many there are; -1: nobody knows yet.
    void setTotal(qint64 total);
    void setCount(Document::Status status, int count);
    //! Chooses All.
    void reset();

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

signals:
    void chosen(std::optional<Document::Status> status); //!< Not set: all.

private:
    void fit();
    QToolButton *add(const QString &text, const QString &objectName);

    QButtonGroup *m_group;
    QToolButton *m_all;
    std::map<Document::Status, QToolButton *> m_chips;
    std::map<Document::Status, QString> m_words;
    std::map<Document::Status, int> m_counts;
};
