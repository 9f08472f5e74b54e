// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/formats.h"

using namespace Qt::Literals::StringLiterals;

namespace {

//! Cuts a text into records of fields as RFC 4180 says, and takes what does not follow it as it is.
class CsvReader
{
public:
    CsvReader(const QString &text, QChar delimiter)
        : m_text(text)
        , m_delimiter(delimiter)
    { }

    bool atEnd() const { return m_at >= m_text.size(); }

    QStringList record()
    {
        QStringList fields;
        do {
            fields.append(field());
        } while (!atEnd() && m_text[m_at++] == m_delimiter);
        return fields;
    }

private:
    QString field()
    {
        if (m_hasQuotes && !atEnd() && m_text[m_at] == u'"') {
            const qsizetype start = m_at;
            if (const auto quoted = quotedField())
                return *quoted + plainField();
            // One stray quote must not swallow the rest of the file: from here on quotes are characters.
            m_hasQuotes = false;
            m_at = start;
        }
        return plainField();
    }

    std::optional<QString> quotedField()
    {
        QString value;
        for (++m_at; !atEnd(); ++m_at) {
            const bool isQuote = m_text[m_at] == u'"';
            if (isQuote && (m_at + 1 >= m_text.size() || m_text[m_at + 1] != u'"')) {
                ++m_at;
                return value;
            }
            value += m_text[isQuote ? ++m_at : m_at];
        }
        return {};
    }

    QString plainField()
    {
        const qsizetype start = m_at;
        while (!atEnd() && m_text[m_at] != m_delimiter && m_text[m_at] != u'\n')
            ++m_at;
        return m_text.sliced(start, m_at - start).toString();
    }

    QStringView m_text;
    QChar m_delimiter;
    qsizetype m_at = 0;
    bool m_hasQuotes = true;
};

//! How well the first records agree on a number of columns above one.
int agreement(const QString &text, QChar delimiter)
{
    CsvReader reader(text, delimiter);
    QHash<qsizetype, int> widths;
    for (int i = 0; i < 50 && !reader.atEnd(); ++i) {
        if (const auto width = reader.record().size(); width > 1)
            ++widths[width];
    }
    const auto best = std::max_element(widths.begin(), widths.end());
    return best == widths.end() ? 0 : *best;
}

QChar delimiterOf(const QString &text)
{
    const QString sample = text.first(qMin<qsizetype>(text.size(), 64 * 1024));
    QChar best = u',';
    int most = agreement(sample, best);
    for (const QChar other : {u';', u'\t', u'|'}) {
        if (const int agreeing = agreement(sample, other); agreeing > most) {
            most = agreeing;
            best = other;
        }
    }
    return best;
}

QString rowText(const QStringList &header, const QStringList &row)
{
    QStringList cells;
    for (qsizetype i = 0; i < row.size(); ++i) {
        const QString value = row[i].trimmed();
        const QString column = i < header.size() ? header[i].trimmed() : QString();
        if (!value.isEmpty())
            cells.append(column.isEmpty() ? value : column + u": " + value);
    }
    return cells.join(u';');
}

} // namespace

Extraction extractCsv(const QString &text)
{
    QString body = text;
    QChar delimiter;
    if (text.startsWith("sep="_L1) && text.size() > 5 && text[5] == u'\n') { // Excel's own mark
        delimiter = text[4];
        body.remove(0, 6);
    } else {
        delimiter = delimiterOf(text);
    }

    Extraction out;
    CsvReader reader(body, delimiter);
    QStringList header;
    while (!reader.atEnd()) {
        const QStringList record = reader.record();
        if (const QString row = rowText(header, record); row.isEmpty())
            continue;
        else if (header.isEmpty())
            header = record;
        else
            out.pieces.append(row);
    }
    return out;
}
