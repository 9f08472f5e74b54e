// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/metadatavalues.h"

#include <QWidget>

class QDateTimeEdit;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

//! The value of one metadata field, of one document or of several that need not agree.
class MetadataValueEdit : public QWidget
{
    Q_OBJECT

public:
    MetadataValueEdit(const MetadataField &field, const metadatavalues::Shared &shared, QWidget *parent = nullptr);

    const MetadataField &field() const { return m_field; }
    bool isChanged() const;
    //! Null where the value is taken away. Only when there is no problem().
    QJsonValue value() const;
    QString problem() const; //!< Why value() would be nonsense: a sentence; empty when it is right.

signals:
    void changed();

private:
    void makeTextField();
    void makeTimeField();
    void showTime(const QDateTime &time);
    void clear();
    QString whenEmpty() const;
    void onEdited();

    const MetadataField m_field;
    const metadatavalues::Shared m_before;
    bool m_isCleared = false; //!< The different values of several documents are to go.
    QLineEdit *m_text = nullptr; //!< Of texts and numbers.
    QStackedWidget *m_time = nullptr; //!< Of times: m_set where there is none, else m_when.
    QPushButton *m_set = nullptr;
    QDateTimeEdit *m_when = nullptr;
    QToolButton *m_clear;
};
