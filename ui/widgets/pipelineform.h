// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/pipeline.h"

#include <QWidget>

#include <functional>

class QPlainTextEdit;
class QScrollArea;

//! The values that a pipeline asks for: those the server tells by their types, and those of its later steps, which the
//! server does not tell, as lines of text.
class PipelineForm : public QWidget
{
    Q_OBJECT

public:
    explicit PipelineForm(QWidget *parent = nullptr);

    //! \a values are shown where they fit; the others become lines of text.
    void setInputs(const QList<PipelineInput> &inputs, const QJsonObject &values);
    QJsonObject values() const; //!< Only when there is no problem().
    QString problem() const; //!< What is missing or wrong: a sentence; empty when all is right.

signals:
    void changed();

private:
    struct Field
    {
        PipelineInput input;
        std::function<QJsonValue()> value; //!< Undefined where there is none.
    };

    QWidget *makeEditor(const PipelineInput &input, const QJsonValue &value);
    QWidget *makeLine(const PipelineInput &input, const QJsonValue &value);
    QWidget *makeParagraph(const PipelineInput &input, const QJsonValue &value);
    QWidget *makeSelect(const PipelineInput &input, const QJsonValue &value);
    QWidget *makeCheckbox(const PipelineInput &input, const QJsonValue &value);

    QList<Field> m_fields;
    QScrollArea *m_asked; //!< What is in it is made anew for each pipeline.
    QPlainTextEdit *m_more;
};

//! "name = value" in each line: true and false, numbers, and texts, with \n for a line break.
QString inputsToText(const QJsonObject &inputs);
//! Nothing where a line is not of that form, which \a wrong then is.
std::optional<QJsonObject> inputsFromText(const QString &text, QString *wrong = nullptr);
