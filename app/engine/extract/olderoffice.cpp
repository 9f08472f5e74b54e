// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"

#include "app/engine/extract/encoding.h"
#include "app/engine/extract/processlimits.h"
#include "app/engine/extract/sniff.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

// Word and Excel before 2007 are read by programs made for that, where one is installed. What people call .doc or .xls
// is often something else: RTF, a web page, a newer Office file or plain text.

namespace {

constexpr qsizetype mostOutput = qsizetype(256) << 20;
constexpr auto mostWork = 3s; // Of the processor; a book takes a tenth of a second.
constexpr auto mostTime = 60s;

struct Program
{
    QString name;
    QStringList arguments; //!< The file is the last one.
};

struct Output
{
    QByteArray text;
    QByteArray errors;
    bool isGood = false;
};

Output run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    limitHelper(process, mostWork);
    process.start(program, arguments, QIODevice::ReadOnly);
    Output output;
    const QDeadlineTimer deadline(mostTime);
    while (output.text.size() <= mostOutput && process.waitForReadyRead(int(deadline.remainingTime())))
        output.text += process.readAllStandardOutput();
    if (output.text.size() > mostOutput || !process.waitForFinished(int(deadline.remainingTime()))) {
        process.kill();
        process.waitForFinished();
    }
    output.text += process.readAllStandardOutput();
    output.errors = process.readAllStandardError();
    output.isGood = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    return output;
}

//! The output of the first of \a programs that is installed and can read the file, or why there is none.
Output runFirst(const QList<Program> &programs, const QString &path, QString *error)
{
    QStringList tried;
    for (const Program &program : programs) {
        const QString executable = QStandardPaths::findExecutable(program.name);
        if (executable.isEmpty())
            continue;
        tried.append(program.name);
        if (Output output = run(executable, program.arguments + QStringList{path}); output.isGood)
            return output;
        else if (output.errors.toLower().contains("encrypted") || output.errors.toLower().contains("password"))
            *error = u"The file is password-protected."_s;
    }
    if (tried.isEmpty())
        *error = u"Files of this older kind are read by %1, which is not installed. Install it, or save the file in "
                 "today's form."_s.arg(programs.first().name);
    else if (error->isEmpty())
        *error = u"The file is damaged: %1 cannot read it."_s.arg(tried.join(" and "_L1));
    return {};
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! What a file of another kind under an older Office name is read as.
Extraction readOther(const QString &path, Extraction (*newer)(const QString &), Extraction (*plain)(const QString &))
{
    const QByteArray bytes = contents(path);
    if (bytes.startsWith("PK"))
        return newer(path);
    if (bytes.startsWith("{\\rtf"))
        return extractRtf(path);
    const QString kind = looksLike(QByteArrayView(bytes).first(qMin(bytes.size(), sniffedBytes)), {});
    const auto text = decodeText(bytes, declaredEncoding(bytes));
    if (!text || !(kind.isEmpty() || kind == "HTML"_L1 || kind == "XML"_L1))
        return {{}, u"This is not an Office file: it looks like %1."_s.arg(kind.isEmpty() ? u"binary data"_s : kind)};
    if (kind == "HTML"_L1)
        return extractHtml(*text);
    return kind == "XML"_L1 ? extractXml(*text) : plain(*text);
}

//! antiword draws a table in columns of a fixed width, wider than any page, and a picture as "[pic]".
QString withoutDrawing(const QString &text)
{
    QStringList lines;
    const QStringList drawn = text.split(u'\n');
    for (const QString &line : drawn) {
        if (line.size() < 2 || !line.startsWith(u'|') || !line.endsWith(u'|')) {
            lines.append(QString(line).remove("[pic]"_L1));
            continue;
        }
        QStringList cells = line.sliced(1, line.size() - 2).split(u'|');
        for (QString &cell : cells)
            cell = cell.trimmed();
        if (!cells.join(QString()).isEmpty())
            lines.append(u"| "_s + cells.join(" | "_L1) + u" |"_s);
    }
    return lines.join(u'\n');
}

bool isCompound(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(4) == "\xD0\xCF\x11\xE0";
}

} // namespace

Extraction extractDoc(const QString &path)
{
    if (!isCompound(path))
        return readOther(path, extractDocx, extractPlain);
    QString error;
    const Output output = runFirst({{u"antiword"_s, {u"-m"_s, u"UTF-8.txt"_s, u"-w"_s, u"0"_s}},
                                    {u"catdoc"_s, {u"-w"_s, u"-d"_s, u"utf-8"_s}},
                                    {u"textutil"_s, {u"-convert"_s, u"txt"_s, u"-stdout"_s}}}, // Part of macOS.
                                   path, &error);
    if (!error.isEmpty())
        return {{}, error};
    const QString text = withoutDrawing(decodeText(output.text).value_or(QString())).trimmed();
    return {text.isEmpty() ? QStringList() : QStringList(text), {}};
}

Extraction extractXls(const QString &path)
{
    if (!isCompound(path))
        return readOther(path, extractXlsx, extractCsv);
    QString error;
    const Output output = runFirst({{u"xls2csv"_s, {u"-x"_s, u"-d"_s, u"utf-8"_s, u"-b"_s, u"\f"_s}}}, path, &error);
    if (!error.isEmpty())
        return {{}, error};
    Extraction out;
    for (const QString &sheet : decodeText(output.text).value_or(QString()).split(u'\f', Qt::SkipEmptyParts))
        out.pieces.append(extractCsv(sheet.trimmed()).pieces);
    return out;
}
