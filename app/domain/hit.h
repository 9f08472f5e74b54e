// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/chunk.h"

#include <QJsonObject>

#include <optional>

//! A chunk found by retrieval.
struct Hit
{
    Chunk chunk;
    QString documentName;
    QJsonObject documentMetadata; //!< Values by name; empty on servers that do not tell.
    std::optional<double> score; //!< Not set where the server gave none (keyword search of 1.0 to 1.9).

    static Hit fromJson(const QJsonObject &object);

    bool operator==(const Hit &) const = default;
};

//! The answer of a retrieval, best hit first, each chunk once.
struct Retrieval
{
    QString query;
    QList<Hit> hits;

    static Retrieval fromJson(const QJsonObject &object);

    bool operator==(const Retrieval &) const = default;
};
