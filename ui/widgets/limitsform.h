// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/uploadplan.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

//! The size and the types of the files that a server takes.
class LimitsForm : public QWidget
{
    Q_OBJECT

public:
    explicit LimitsForm(QWidget *parent = nullptr);

    void setLimits(const UploadLimits &limits, const UploadLimits &defaults);
    UploadLimits limits() const;
    bool isDefault() const;
    QString problem() const; //!< Why the limits make no sense: a sentence; empty when they do.

signals:
    void changed();

private:
    void show(const UploadLimits &limits);
    void onEdited();

    UploadLimits m_defaults;
    QSpinBox *m_size; //!< MiB.
    QLineEdit *m_types;
    QPushButton *m_reset;
    QLabel *m_note;
};
