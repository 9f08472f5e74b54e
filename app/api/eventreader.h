// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>

//! Reads a stream of server-sent events whose data are JSON objects, in whatever pieces it comes. Anything else in it,
//! such as the pings that keep it alive, is left out.
class EventReader
{
public:
    //! The events that \a bytes complete.
    QList<QJsonObject> feed(const QByteArray &bytes);

private:
    void takeLine(const QByteArray &line, QList<QJsonObject> *events);

    QByteArray m_rest; //!< Of a line that is not complete.
    QByteArray m_data; //!< Of an event that is not complete.
};
