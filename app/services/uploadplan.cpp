// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/uploadplan.h"

#include "app/domain/json.h"
#include "app/models/format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QVersionNumber>

#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(UploadPlan)
};

constexpr qint64 mebibyte = 1024 * 1024;

QString composed(const QString &name)
{
    return name.normalized(QString::NormalizationForm_C);
}

qint64 timeOf(const QFileInfo &info)
{
    return info.lastModified().toMSecsSinceEpoch();
}

class Walk
{
public:
    Walk(const UploadLimits &limits, const std::function<bool(int)> &keepGoing)
        : m_limits(limits)
        , m_keepGoing(keepGoing)
    { }

    //! What was chosen itself is taken even when it is hidden or a link.
    void chosen(const QString &path)
    {
        const QFileInfo info(QDir::cleanPath(path));
        const QString name = composed(info.fileName().isEmpty() ? info.absoluteFilePath() : info.fileName());
        if (!info.exists())
            leaveOut(info, name, info.isSymLink() ? LeftOut::Reason::Link : LeftOut::Reason::Missing);
        else
            take(info, name);
    }

    UploadPlan plan;

private:
    void take(const QFileInfo &info, const QString &relativePath)
    {
        if (plan.cancelled || !isNew(info, relativePath))
            return;
        if (info.isDir()) {
            folder(info, relativePath);
        } else if (const auto reason = refused(info)) {
            leaveOut(info, relativePath, *reason);
        } else {
            plan.files.append({.path = info.absoluteFilePath(),
                               .relativePath = relativePath,
                               .name = composed(info.fileName()),
                               .size = info.size(),
                               .modified = timeOf(info)});
        }
    }

    void folder(const QFileInfo &info, const QString &relativePath)
    {
        if (!info.isReadable() || !info.isExecutable())
            return leaveOut(info, relativePath, LeftOut::Reason::Unreadable);
        const auto entries = QDir(info.absoluteFilePath())
                                 .entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                                                QDir::Name | QDir::DirsLast);
        for (const QFileInfo &entry : entries) {
            const QString path = relativePath + u'/' + composed(entry.fileName());
            if (++m_met % 64 == 0 && m_keepGoing && !m_keepGoing(m_met))
                plan.cancelled = true;
            if (plan.cancelled)
                return;
            if (entry.isSymLink())
                leaveOut(entry, path, LeftOut::Reason::Link);
            else if (entry.isHidden())
                leaveOut(entry, path, LeftOut::Reason::Hidden);
            else
                take(entry, path);
        }
    }

    std::optional<LeftOut::Reason> refused(const QFileInfo &info) const
    {
        if (!info.isFile())
            return LeftOut::Reason::NotAFile;
        if (!info.isReadable())
            return LeftOut::Reason::Unreadable;
        if (info.size() == 0)
            return LeftOut::Reason::Empty;
        // The reasons that can be set aside come last.
        if (!m_limits.suffixes.contains(info.suffix().toLower()))
            return LeftOut::Reason::Unsupported;
        if (info.size() > m_limits.maxBytes)
            return LeftOut::Reason::TooLarge;
        return {};
    }

    //! A file chosen beside the folder it lies in would be sent twice; a folder reached by two links would be walked
    //! so.
    bool isNew(const QFileInfo &info, const QString &relativePath)
    {
        const QString canonical = info.canonicalFilePath();
        if (canonical.isEmpty() || !m_taken.contains(canonical)) {
            m_taken.insert(canonical);
            return true;
        }
        leaveOut(info, relativePath, LeftOut::Reason::Twice);
        return false;
    }

    void leaveOut(const QFileInfo &info, const QString &relativePath, LeftOut::Reason reason)
    {
        plan.leftOut.append({.relativePath = relativePath,
                             .reason = reason,
                             .size = info.isFile() ? info.size() : 0,
                             .path = info.absoluteFilePath(),
                             .modified = info.isFile() ? timeOf(info) : 0});
    }

    const UploadLimits &m_limits;
    const std::function<bool(int)> &m_keepGoing;
    QSet<QString> m_taken; //!< Canonical paths.
    int m_met = 0;
};

} // namespace

UploadLimits UploadLimits::ofDify(const QString &version)
{
    UploadLimits limits{
        15 * mebibyte,
        {u"txt"_s, u"markdown"_s, u"md"_s, u"pdf"_s, u"html"_s, u"htm"_s, u"xlsx"_s, u"xls"_s, u"docx"_s, u"csv"_s}};
    const auto number = QVersionNumber::fromString(version);
    if (number.isNull() || number >= QVersionNumber(0, 15))
        limits.suffixes += u"mdx"_s;
    if (number.isNull() || number >= QVersionNumber(1, 0))
        limits.suffixes += {u"vtt"_s, u"properties"_s};
    return limits;
}

UploadLimits UploadLimits::ofThisComputer()
{
    UploadLimits limits = ofDify();
    limits.maxBytes = 500 * mebibyte;
    limits.suffixes += {u"pptx"_s, u"odt"_s, u"rtf"_s, u"epub"_s, u"eml"_s, u"doc"_s, u"xml"_s, u"json"_s};
    return limits;
}

QJsonObject UploadLimits::toJson() const
{
    return {{u"maxBytes"_s, maxBytes}, {u"types"_s, QJsonArray::fromStringList(suffixes)}};
}

std::optional<UploadLimits> UploadLimits::fromJson(const QJsonObject &object)
{
    const UploadLimits limits{json::toInt(object["maxBytes"_L1]), json::toStrings(object["types"_L1])};
    if (limits.maxBytes <= 0 || limits.suffixes.isEmpty())
        return {};
    return limits;
}

qint64 UploadPlan::totalBytes() const
{
    return std::accumulate(files.cbegin(), files.cend(), qint64(0),
                           [](qint64 sum, const UploadCandidate &file) { return sum + file.size; });
}

UploadPlan planUpload(const QStringList &paths, const UploadLimits &limits, const std::function<bool(int)> &keepGoing)
{
    Walk walk(limits, keepGoing);
    for (const QString &path : paths)
        walk.chosen(path);
    return walk.plan;
}

void sendAnyway(UploadPlan &plan)
{
    for (const LeftOut &file : std::as_const(plan.leftOut)) {
        if (file.mayBeSentAnyway())
            plan.files.append({.path = file.path,
                               .relativePath = file.relativePath,
                               .name = file.relativePath.section(u'/', -1),
                               .size = file.size,
                               .modified = file.modified});
    }
    plan.leftOut.removeIf([](const LeftOut &file) { return file.mayBeSentAnyway(); });
}

void markSameNames(UploadPlan &plan, const QSet<QString> &existing)
{
    using SameName = UploadCandidate::SameName;
    QSet<QString> planned;
    for (UploadCandidate &file : plan.files) {
        if (existing.contains(file.name))
            file.sameName = SameName::InDataset;
        else
            file.sameName = planned.contains(file.name) ? SameName::InPlan : SameName::None;
        planned.insert(file.name);
    }
}

QString reasonText(const LeftOut &leftOut, const UploadLimits &limits)
{
    switch (leftOut.reason) {
    case LeftOut::Reason::Hidden:
        return Texts::tr("hidden");
    case LeftOut::Reason::Link:
        return Texts::tr("a link");
    case LeftOut::Reason::Unreadable:
        return Texts::tr("cannot be read");
    case LeftOut::Reason::NotAFile:
        return Texts::tr("not a file");
    case LeftOut::Reason::Empty:
        return Texts::tr("empty");
    case LeftOut::Reason::TooLarge:
        return Texts::tr("larger than %1").arg(format::bytes(limits.maxBytes));
    case LeftOut::Reason::Unsupported:
        return Texts::tr("not a type the server reads");
    case LeftOut::Reason::Missing:
        return Texts::tr("not there any more");
    case LeftOut::Reason::Twice:
        return Texts::tr("chosen twice");
    }
    return {};
}
