// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/result.h"

#include <QJsonDocument>
#include <QObject>

//! A wish to a server, from the moment it is queued until it has reported once. It then deletes itself.
class CallBase : public QObject
{
    Q_OBJECT

public:
    //! Aborts the request or takes it out of the queue; nothing is reported afterwards.
    void cancel();

signals:
    void sent(qint64 bytes, qint64 total); //!< Bytes of the request body handed to the network so far.
    void finished();

protected:
    using QObject::QObject;
};

//! A wish for a T.
template <typename T>
class Call : public CallBase
{
public:
    //! Hands the result to \a handler in the thread of the call, unless \a context is gone by then; in that case the
    //! request is aborted.
    template <typename Handler>
    Call *then(const QObject *context, Handler handler);
};
