// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/transfer.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Transfer)
};

} // namespace

QString stateText(Transfer::State state)
{
    switch (state) {
    case Transfer::State::Waiting:
        return Texts::tr("Waiting");
    case Transfer::State::Sending:
        return Texts::tr("Sending");
    case Transfer::State::Indexing:
        return Texts::tr("Indexing");
    case Transfer::State::Finished:
        return Texts::tr("Done");
    case Transfer::State::Failed:
        return Texts::tr("Failed");
    case Transfer::State::Cancelled:
        return Texts::tr("Cancelled");
    }
    return {};
}

void takeFileAsItIs(TransferRequest &request)
{
    const QFileInfo info(request.path);
    if (!info.exists())
        return;
    request.size = info.size();
    request.modified = info.lastModified().toMSecsSinceEpoch();
}
