// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QJsonObject;

//! How a text is cut: the separator first, then by length.
struct Segmentation
{
    static constexpr int minTokens = 50; //!< Servers fail a document whose rule has less, and
    static constexpr int maxMaxTokens = 4000; //!< or more, once they index it. 0.11 takes 1000 at most.

    //! Why servers would refuse it or fail the document.
    enum class Problem { None, NoSeparator, TooShort, TooLong, OverlapTooLong };

    QString separator = QStringLiteral("\n\n");
    int maxTokens = 500; //!< Longest chunk: characters on servers since 1.0, GPT-2 tokens before.
    int chunkOverlap = 50; //!< In the same unit; only inside a part that is longer than maxTokens.

    Problem problem(int longest = maxMaxTokens) const;

    static Segmentation fromJson(const QJsonObject &object);
    QJsonObject toJson() const;

    bool operator==(const Segmentation &) const = default;
};

//! How a document becomes chunks: cleaning and cutting (reference: process_rule of the create and update endpoints).
struct ProcessRule
{
    enum class Mode { Automatic, Custom, Hierarchical };
    enum class ParentMode { Paragraph, FullDoc };

    Mode mode = Mode::Automatic;
    bool removeExtraSpaces = true;
    bool removeUrlsEmails = false;
    Segmentation segmentation;
    ParentMode parentMode = ParentMode::Paragraph; //!< Only for Hierarchical.
    Segmentation subchunkSegmentation{QStringLiteral("\n"), 200, 0}; //!< Only for Hierarchical.

    static ProcessRule fromJson(const QJsonObject &object);
    QJsonObject toJson() const;

    bool operator==(const ProcessRule &) const = default;
};
