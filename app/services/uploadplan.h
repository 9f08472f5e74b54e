// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

//! What a server takes.
struct UploadLimits
{
    qint64 maxBytes = 15 * 1024 * 1024; //!< Dify's default.
    QStringList suffixes; //!< Lower case, without the dot.

    static UploadLimits ofThisComputer(); //!< 500 MiB, what loredesk-server can read.
    //! By default settings; \a version as X-Version has it, empty: unknown, which is taken for new.
    static UploadLimits ofDify(const QString &version = {});

    //! For remembering them.
    QJsonObject toJson() const;
    static std::optional<UploadLimits> fromJson(const QJsonObject &object); //!< Nothing where they make no sense.

    bool operator==(const UploadLimits &) const = default;
};

//! A file that can be sent.
struct UploadCandidate
{
    enum class SameName {
        None,
        InPlan, //!< An earlier file of the plan has the same name.
        InDataset, //!< A document of the dataset has it.
    };

    QString path; //!< On disk.
    QString relativePath; //!< Below what was chosen, with the folder's own name, '/' between; NFC. For showing.
    QString name; //!< The file name in NFC, which becomes the document's.
    qint64 size = 0; //!< Bytes.
    qint64 modified = 0; //!< Milliseconds since 1970.
    SameName sameName = SameName::None;

    bool operator==(const UploadCandidate &) const = default;
};

//! A file or folder that will not be sent.
struct LeftOut
{
    enum class Reason { Hidden, Link, Unreadable, NotAFile, Empty, TooLarge, Unsupported, Missing, Twice };

    QString relativePath;
    Reason reason = Reason::Hidden;
    qint64 size = 0; //!< Bytes, of files.
    QString path{}; //!< On disk.
    qint64 modified = 0; //!< Milliseconds since 1970, of files.

    //! It is left out only by what is known of the server, which may have other settings.
    bool mayBeSentAnyway() const { return reason == Reason::TooLarge || reason == Reason::Unsupported; }

    bool operator==(const LeftOut &) const = default;
};

//! What came out of the files and folders a person chose.
struct UploadPlan
{
    QList<UploadCandidate> files; //!< By folder, then by name.
    QList<LeftOut> leftOut;
    bool cancelled = false;

    qint64 totalBytes() const;

    bool operator==(const UploadPlan &) const = default;
};

//! Walks \a paths, folders with all that is below them, without following links (other than those chosen themselves).
//! Slow on big folders, so call it in a worker; \a keepGoing is asked with the number of files so far and ends it.
UploadPlan planUpload(const QStringList &paths, const UploadLimits &limits,
                      const std::function<bool(int)> &keepGoing = {});

//! Moves those that may be sent anyway from what is left out to what is sent.
void sendAnyway(UploadPlan &plan);

//! Sets UploadCandidate::sameName; \a existing are the names in the dataset.
void markSameNames(UploadPlan &plan, const QSet<QString> &existing);

//! "hidden", "larger than 15 MiB", … for the list of what is left out.
QString reasonText(const LeftOut &leftOut, const UploadLimits &limits);
