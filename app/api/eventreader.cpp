// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/eventreader.h"

#include <QJsonDocument>

QList<QJsonObject> EventReader::feed(const QByteArray &bytes)
{
    QList<QJsonObject> events;
    m_rest += bytes;
    qsizetype begin = 0;
    for (auto end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n', begin)) {
        takeLine(m_rest.mid(begin, end - begin), &events);
        begin = end + 1;
    }
    m_rest.remove(0, begin);
    return events;
}

void EventReader::takeLine(const QByteArray &line, QList<QJsonObject> *events)
{
    const QByteArray text = line.endsWith('\r') ? line.chopped(1) : line;
    if (text.startsWith("data:")) {
        m_data += text.mid(5) + '\n';
    } else if (text.isEmpty()) {
        const auto event = QJsonDocument::fromJson(m_data).object();
        m_data.clear();
        if (!event.isEmpty())
            events->append(event);
    }
}
