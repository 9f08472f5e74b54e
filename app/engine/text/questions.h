// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

struct QuestionPair
{
    QString question;
    QString answer;

    bool operator==(const QuestionPair &) const = default;
};

//! The pairs that are written in a text: "Q1: … A1: …", as Dify has a model write them; "Q: … A: …" or "Question: …
//! Answer: …" with each at the start of a line; and rows of a table with columns of these names. What is neither a
//! question nor an answer is left out.
QList<QuestionPair> questionPairs(const QString &text);
