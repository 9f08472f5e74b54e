// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/metadata.h"
#include "app/domain/metadatafilter.h"

#include <QWidget>

class QComboBox;
class QDateTimeEdit;
class QLineEdit;

//! One condition on the metadata of documents: a field, a comparison and a value.
class MetadataConditionRow : public QWidget
{
    Q_OBJECT

public:
    //! \a fields is not empty.
    explicit MetadataConditionRow(const QList<MetadataField> &fields, QWidget *parent = nullptr);

    //! Nothing while the value is missing or no number where one is needed.
    std::optional<MetadataCondition> condition() const;

signals:
    void changed();
    void removeClicked();

private:
    void fillComparisons();
    void showValue();
    MetadataType type() const;
    MetadataCondition::Operator comparison() const;

    const QList<MetadataField> m_fields;
    QComboBox *m_field;
    QComboBox *m_comparison;
    QLineEdit *m_text;
    QDateTimeEdit *m_time;
};
