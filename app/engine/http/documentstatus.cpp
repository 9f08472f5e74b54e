// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/answers.h"
#include "app/engine/http/body.h"
#include "app/engine/http/documentwrites.h"
#include "app/engine/http/lookup.h"
#include "app/engine/http/payload.h"

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

DocumentAction actionOf(const QString &name)
{
    static const QHash<QString, DocumentAction> actions{{u"enable"_s, DocumentAction::Enable},
                                                        {u"disable"_s, DocumentAction::Disable},
                                                        {u"archive"_s, DocumentAction::Archive},
                                                        {u"un_archive"_s, DocumentAction::Unarchive}};
    const auto found = actions.constFind(name);
    if (found == actions.cend())
        throw Refusal{400, "invalid_action",
                      u"Invalid action: %1. Must be one of ['enable', 'disable', 'archive', 'un_archive']"_s.arg(name)};
    return *found;
}

//! Those that are gone are passed over; one that cannot be disabled refuses all.
QList<qint64> rowsOf(const Engine &engine, const DatasetRow &dataset, const QStringList &ids, DocumentAction action)
{
    QList<qint64> rows;
    const auto reading = engine.read();
    for (const QString &id : ids) {
        const auto document = DocumentStore(reading.db()).find(dataset.row, id);
        if (!document)
            continue;
        if (action == DocumentAction::Disable && document->stage != IndexingStatus::Stage::Completed)
            throw Refusal{400, "invalid_action", u"Document: %1 is not completed."_s.arg(document->name)};
        rows.append(document->row);
    }
    return rows;
}

} // namespace

Response changeStatus(Engine &engine, const Request &request)
{
    const DatasetRow dataset = requireDataset(engine, request);
    Payload body(u"DocumentStatusPayload"_s, jsonBody(request));
    const QStringList ids = body.texts("document_ids"_L1, Need::NotNull).value_or(QStringList());
    body.check();
    if (ids.isEmpty())
        return success(); // whatever the action
    const DocumentAction action = actionOf(request.arguments[1]);

    engine.changeDocuments(rowsOf(engine, dataset, ids, action), action);
    return success();
}

} // namespace http
