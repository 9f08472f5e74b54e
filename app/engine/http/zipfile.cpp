// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/zipfile.h"

#include "app/engine/http/answers.h"
#include "app/log.h"

#include <QFile>
#include <QSet>

#include <zip.h>

#include <cerrno>

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

constexpr zip_uint32_t quickly = 1; //!< A level of deflate: texts become half as long in a fifth of the time.

struct Discard
{
    void operator()(zip_t *archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

[[noreturn]] void fail(const zip_error_t *error)
{
    const int system = zip_error_system_type(error) == ZIP_ET_SYS ? zip_error_code_system(error) : 0;
    if (system == ENOSPC)
        throw Refusal{507, "insufficient_storage", u"There is no space left for the archive."_s};
    if (system == ENOENT)
        throw notFound(u"Uploaded file not found."_s);
    qCWarning(lcEngine, "A ZIP archive cannot be written: %s", zip_error_strerror(const_cast<zip_error_t *>(error)));
    throw Refusal{500, "internal_server_error", u"The archive cannot be written."_s};
}

//! What every system takes as the name of a file in the folder that the archive is unpacked to.
QString harmless(const QString &name)
{
    QString result = name;
    for (QChar &c : result) {
        if (c < u' ' || u"/\\:*?\"<>|\x7f"_s.contains(c))
            c = u'_';
    }
    return result.isEmpty() || result == "."_L1 || result == ".."_L1 ? u"_"_s : result;
}

//! A name that is not \a taken yet, in capitals or not, since not every system tells them apart.
QString freeName(const QString &name, QSet<QString> *taken)
{
    const auto dot = name.lastIndexOf(u'.');
    const QString stem = dot > 0 ? name.left(dot) : name;
    QString free = name;
    for (int number = 1; taken->contains(free.toCaseFolded()); ++number)
        free = u"%1 (%2)"_s.arg(stem).arg(number) + name.mid(stem.size());
    taken->insert(free.toCaseFolded());
    return free;
}

void add(zip_t *archive, const QString &name, const ZipEntry &entry)
{
    zip_source_t *source = zip_source_file(archive, QFile::encodeName(entry.path).constData(), 0, -1);
    if (!source)
        fail(zip_get_error(archive));
    const zip_int64_t index = zip_file_add(archive, name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        fail(zip_get_error(archive));
    }
    const auto place = static_cast<zip_uint64_t>(index);
    zip_set_file_compression(archive, place, ZIP_CM_DEFLATE, quickly);
    zip_file_set_mtime(archive, place, static_cast<time_t>(entry.changedAt / 1000), 0);
}

} // namespace

void writeZip(const QString &path, const QList<ZipEntry> &entries)
{
    int code = 0;
    Archive archive(zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_EXCL, &code));
    if (!archive) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        fail(&error);
    }
    QSet<QString> taken;
    for (const ZipEntry &entry : entries)
        add(archive.get(), freeName(harmless(entry.name), &taken), entry);
    if (zip_close(archive.get()) != 0)
        fail(zip_get_error(archive.get()));
    std::ignore = archive.release(); // closed
}

} // namespace http
