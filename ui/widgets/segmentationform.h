// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/processrule.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QSpinBox;

//! Where a text is cut, and how long its pieces may become.
class SegmentationForm : public QWidget
{
    Q_OBJECT

public:
    //! The fields are called \a prefix with Separator, Length and Overlap behind it; \a lengthTitle says what is cut.
    SegmentationForm(const QString &prefix, const QString &lengthTitle, QWidget *parent = nullptr);

    Segmentation segmentation() const;
    void setSegmentation(const Segmentation &segmentation);
    //! The most that the server takes, and the word for what it counts.
    void setLimit(int longest, const QString &unit);

signals:
    void changed();

private:
    QLineEdit *m_separator;
    QSpinBox *m_length;
    QSpinBox *m_overlap;
    QLabel *m_unit;
};

//! A separator as a person types it: \n for a line break, \t for a tab, \\ for a backslash.
QString escaped(QString separator);
QString unescaped(const QString &typed);
