// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/text/questions.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {

//! Lines keep apart, but not the space around them.
QString tidied(QStringView answer)
{
    QStringList lines;
    for (const QStringView line : answer.trimmed().split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines.append(line.trimmed().toString());
    }
    return lines.join(u'\n');
}

} // namespace

QList<QuestionPair> questionPairs(const QString &text)
{
    // The last alternatives are a row of a table: `question: …;answer: …`.
    static const QRegularExpression marker(
        uR"(\b(Q|A)\d+:|^(Q|A):|^(?i:(q)uestion|(a)nswer):|;(?i:(q)uestion|(a)nswer):)"_s,
        QRegularExpression::MultilineOption);

    QList<QuestionPair> pairs;
    QString question;
    qsizetype from = -1; // of what was begun
    bool isAnswer = false;
    const auto finish = [&](qsizetype end) {
        const QString answer = isAnswer && from >= 0 ? tidied(QStringView(text).mid(from, end - from)) : QString();
        if (!question.isEmpty() && !answer.isEmpty())
            pairs.append({question, answer});
    };
    for (auto it = marker.globalMatch(text); it.hasNext();) {
        const auto found = it.next();
        const bool beginsAnswer = found.captured(found.lastCapturedIndex()).compare(u"a", Qt::CaseInsensitive) == 0;
        if (beginsAnswer && (isAnswer || from < 0))
            continue; // of an answer that quotes one, or without a question
        if (beginsAnswer)
            question = QStringView(text).mid(from, found.capturedStart() - from).trimmed().toString();
        else
            finish(found.capturedStart());
        from = found.capturedEnd();
        isAnswer = beginsAnswer;
    }
    finish(text.size());
    return pairs;
}
