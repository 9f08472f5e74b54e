// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/processrule.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QRadioButton;
class QSpinBox;

//! How documents are cut into chunks: by themselves, or by separator, length and overlap.
class ProcessRuleForm : public QWidget
{
    Q_OBJECT

public:
    explicit ProcessRuleForm(QWidget *parent = nullptr);

    ProcessRule rule() const;
    void setRule(const ProcessRule &rule);

private:
    QRadioButton *m_automatic;
    QRadioButton *m_custom;
    QWidget *m_fields;
    QLineEdit *m_separator;
    QSpinBox *m_length;
    QSpinBox *m_overlap;
    QCheckBox *m_spaces;
    QCheckBox *m_urls;
};

//! A separator as a person types it: \n for a line break, \t for a tab, \\ for a backslash.
QString escaped(QString separator);
QString unescaped(const QString &typed);
