// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/metadata.h"
#include "app/domain/metadatafilter.h"

#include <QWidget>

class MetadataConditionRow;
class QComboBox;
class QLabel;
class QToolButton;
class QVBoxLayout;

//! Which documents are looked through, by conditions on their metadata.
class MetadataFilterForm : public QWidget
{
    Q_OBJECT

public:
    explicit MetadataFilterForm(QWidget *parent = nullptr);

    //! Drops all conditions, and shows \a words in their place.
    void clear(const QString &words = {});
    //! What conditions can be made of; a first one is offered.
    void setFields(const QList<MetadataField> &fields);
    bool hasFields() const { return !m_fields.isEmpty(); }
    MetadataFilter filter() const; //!< With the conditions that are complete.

signals:
    void changed();

private:
    void add();
    void remove(MetadataConditionRow *row);
    void showFields();

    QList<MetadataField> m_fields;
    QList<MetadataConditionRow *> m_rows;
    QComboBox *m_logic;
    QLabel *m_words;
    QToolButton *m_add;
    QVBoxLayout *m_conditions;
};
