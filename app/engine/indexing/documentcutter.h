// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

#include <functional>

struct TextChunk;

//! Take what a document is cut into; returning false stops the work at once. The children of a chunk follow it.
struct TakeParts
{
    std::function<bool(const TextChunk &, const QString &answer)> chunk;
    std::function<bool(const TextChunk &)> child;
};

//! Cuts the pieces of a document by its form and rule: into chunks, into parents with their children, or into the
//! questions that are written in it. Returns why it could not be done; empty otherwise.
QString cutDocument(QStringList pieces, const QString &docForm, const QJsonObject &rule, const TakeParts &take);

//! Why a text without questions does not become some.
QString questionsNeedModel();
