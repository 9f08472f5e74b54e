// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

//! How near the keywords of each text are to those of the query, 0 to 1: the cosine of their TF-IDF vectors over these
//! texts alone, each keyword counted once, as the real server weighs the hits of a hybrid search (reference/wire.md
//! §5.3).
QList<double> keywordScores(const QString &query, const QStringList &texts);
