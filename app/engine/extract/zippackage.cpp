// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/zippackage.h"

#include "app/engine/extract/xmlparts.h"

#include <zip.h>

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 mostBytes = qint64(1) << 30;

QString openError(int code)
{
    return code == ZIP_ER_MEMORY ? u"Reading the file takes too much memory."_s
                                 : u"The file is damaged: its ZIP archive cannot be opened or is cut off."_s;
}

} // namespace

QString resolvedPart(const QString &part, const QString &target)
{
    if (target.startsWith(u'/'))
        return target.sliced(1);
    const QString folder = part.contains(u'/') ? part.left(part.lastIndexOf(u'/') + 1) : QString();
    return QDir::cleanPath(folder + target);
}

//! One decompressed part.
class ZipPart : public QIODevice
{
public:
    ZipPart(ZipPackage &package, zip_file *file)
        : m_package(package)
        , m_file(file)
    {
        QIODevice::open(QIODevice::ReadOnly);
    }

    ~ZipPart() override { zip_fclose(m_file); }

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 read = zip_fread(m_file, data, zip_uint64_t(qMin(maxSize, m_package.m_bytesLeft + 1)));
        m_package.m_bytesLeft -= qMax<qint64>(read, 0);
        if (m_package.m_bytesLeft < 0)
            m_package.m_error = u"The file unpacks to more than %1 MiB."_s.arg(mostBytes >> 20);
        else if (read < 0)
            m_package.m_error = u"The file is damaged: a part of it cannot be unpacked."_s;
        return m_package.m_error.isEmpty() ? read : -1;
    }

    qint64 writeData(const char *, qint64) override { return -1; }

private:
    ZipPackage &m_package;
    zip_file *m_file;
};

ZipPackage::ZipPackage(const QString &path)
    : m_bytesLeft(mostBytes)
{
    int code = 0;
    m_archive = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, &code);
    if (!m_archive)
        openMended(path);
    if (!m_archive)
        m_error = openError(code);
}

//! Without the last bytes of its closing record, which only tell the length of a comment, an archive is still whole.
void ZipPackage::openMended(const QString &path)
{
    constexpr qsizetype recordSize = 22;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    m_mended = file.readAll();
    const qsizetype record = m_mended.lastIndexOf("PK\x05\x06");
    const qsizetype missing = record + recordSize - m_mended.size();
    if (record < 0 || missing < 1 || missing > 2)
        return;
    m_mended.append(missing, '\0');
    zip_source_t *source = zip_source_buffer_create(m_mended.constData(), zip_uint64_t(m_mended.size()), 0, nullptr);
    m_archive = source ? zip_open_from_source(source, ZIP_RDONLY, nullptr) : nullptr;
    if (source && !m_archive)
        zip_source_free(source);
}

ZipPackage::~ZipPackage()
{
    if (m_archive)
        zip_discard(m_archive);
}

bool ZipPackage::contains(const QString &part) const
{
    return m_archive && zip_name_locate(m_archive, part.toUtf8().constData(), ZIP_FL_NOCASE) >= 0;
}

std::unique_ptr<QIODevice> ZipPackage::open(const QString &part)
{
    if (!m_archive)
        return nullptr;
    const zip_int64_t index = zip_name_locate(m_archive, part.toUtf8().constData(), ZIP_FL_NOCASE);
    if (index < 0)
        return nullptr;
    zip_stat_t about;
    const bool isKnown = zip_stat_index(m_archive, zip_uint64_t(index), 0, &about) == 0;
    if (isKnown && (about.valid & ZIP_STAT_ENCRYPTION_METHOD) && about.encryption_method != ZIP_EM_NONE) {
        m_error = u"The file is password-protected."_s;
        return nullptr;
    }
    zip_file *file = zip_fopen_index(m_archive, zip_uint64_t(index), 0);
    if (!file) {
        m_error = u"The file is damaged: a part of it cannot be unpacked."_s;
        return nullptr;
    }
    return std::make_unique<ZipPart>(*this, file);
}

QHash<QString, ZipPackage::Relationship> ZipPackage::relationships(const QString &part)
{
    const qsizetype slash = part.lastIndexOf(u'/') + 1;
    const auto device = open(part.left(slash) + u"_rels/" + part.sliced(slash) + u".rels");
    QHash<QString, Relationship> all;
    if (!device)
        return all;
    QXmlStreamReader xml(device.get());
    while (nextElement(xml)) {
        if (xml.name() != "Relationship"_L1)
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        const QString type = attributes.value("Type"_L1).toString();
        Relationship one{type.sliced(type.lastIndexOf(u'/') + 1), attributes.value("Target"_L1).toString(),
                         attributes.value("TargetMode"_L1).compare("External"_L1, Qt::CaseInsensitive) == 0};
        if (!one.isExternal)
            one.target = resolvedPart(part, one.target);
        all.insert(attributes.value("Id"_L1).toString(), one);
    }
    return all;
}

QString ZipPackage::related(const QString &part, QLatin1StringView type, const QString &fallback)
{
    const auto all = relationships(part);
    for (const Relationship &one : all) {
        if (one.type == type && !one.isExternal && contains(one.target))
            return one.target;
    }
    return fallback;
}
