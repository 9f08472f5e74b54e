// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"

#include "app/engine/extract/mime.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int deepest = 30; // Parts in parts, messages in messages.

//! Reads messages into pieces; what belongs to one message is one piece.
class Mail
{
public:
    QStringList pieces;

    void readMessage(const MimePart &message, int depth)
    {
        struct Field
        {
            QByteArray name;
            QLatin1StringView shown;
        };
        static const Field fields[]
            = {{"subject", "Subject"_L1}, {"from", "From"_L1}, {"to", "To"_L1}, {"cc", "Cc"_L1}, {"date", "Date"_L1}};
        QStringList lines;
        for (const Field &field : fields) {
            if (const QString value = message.text(field.name); !value.isEmpty())
                lines.append(field.shown + u": " + value);
        }
        lines.append(QString());
        const qsizetype place = pieces.size();
        pieces.append(QString()); // Before the messages inside.
        readPart(message, lines, depth);
        pieces[place] = lines.join(u'\n').trimmed();
    }

private:
    void readPart(const MimePart &part, QStringList &lines, int depth)
    {
        if (depth > deepest)
            return;
        const QByteArray type = part.type();
        const QList<MimePart> inner = type.startsWith("multipart/") ? part.parts() : QList<MimePart>();
        if (type == "multipart/alternative" && !inner.isEmpty())
            readBest(inner, lines, depth + 1);
        else if (!inner.isEmpty())
            for (const MimePart &one : inner)
                readPart(one, lines, depth + 1);
        else
            readLeaf(part, lines, depth);
    }

    //! Of several forms of one text the plain one, unless it is empty.
    void readBest(const QList<MimePart> &forms, QStringList &lines, int depth)
    {
        const auto plain = std::find_if(forms.begin(), forms.end(), [](const MimePart &form) {
            return form.type() == "text/plain" && !form.contentText().trimmed().isEmpty();
        });
        readPart(plain != forms.end() ? *plain : forms.last(), lines, depth);
    }

    void readLeaf(const MimePart &part, QStringList &lines, int depth)
    {
        const QByteArray type = part.type();
        if (type == "message/rfc822") {
            const QByteArray bytes = part.content();
            readMessage(MimePart(bytes), depth + 1);
        } else if (part.isAttachment() || !(type.startsWith("text/") || type.startsWith("multipart/"))) {
            if (const QString name = part.fileName(); !name.isEmpty())
                lines.append(u"Attachment: "_s + name);
        } else if (type == "text/html") {
            lines.append(extractHtml(part.contentText()).pieces);
        } else {
            lines.append(part.contentText().trimmed());
        }
    }
};

} // namespace

Extraction extractEml(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {{}, u"The file cannot be opened: %1."_s.arg(file.errorString())};
    const QByteArray bytes = file.readAll();
    Mail mail;
    mail.readMessage(MimePart(bytes), 0);
    mail.pieces.removeAll(QString());
    return {mail.pieces, {}};
}
