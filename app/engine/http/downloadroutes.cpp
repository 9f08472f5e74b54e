// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/answers.h"
#include "app/engine/http/body.h"
#include "app/engine/http/filelinks.h"
#include "app/engine/http/lookup.h"
#include "app/engine/http/payload.h"
#include "app/engine/http/routes.h"
#include "app/engine/http/wire.h"
#include "app/engine/http/zipfile.h"
#include "app/engine/store/uploadstore.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

// The originals of documents (recordings/1.15.0, e107 to e126; recordings/0.15.3, 515).
namespace http {

namespace {

constexpr qsizetype mostPacked = 100;

Response download(Engine &engine, const Request &request, const FileLinks &links)
{
    const DatasetRow dataset = requireDataset(engine, request);
    const DocumentRow document = requireDocument(engine, dataset, request, u"Document not found."_s);
    return json({{u"url"_s, links.link(request.host, document.upload.id, FileLinks::As::Attachment)}});
}

//! As servers before 1.0 have it.
Response uploadFile(Engine &engine, const Request &request, const FileLinks &links)
{
    const DatasetRow dataset = requireDataset(engine, request);
    const DocumentRow document = requireDocument(engine, dataset, request, u"Document not found."_s);
    QJsonObject file = wire::upload(document.upload);
    file[u"url"_s] = links.link(request.host, document.upload.id, FileLinks::As::Preview);
    file[u"download_url"_s] = links.link(request.host, document.upload.id, FileLinks::As::Attachment);
    return json(file);
}

//! Always as an attachment: a page that somebody uploaded must not be shown as if it were one of this server.
Response fileContent(Engine &engine, const Request &request, const FileLinks &links)
{
    links.requireSigned(request, request.arguments[0]);
    const auto upload = UploadStore(engine.read().db()).find(request.arguments[0]);
    const auto file
        = upload ? std::make_shared<FileBody>(engine.uploadFile(*upload), FileBody::Afterwards::Keep) : nullptr;
    if (!file || !file->isReadable())
        throw notFound(u"File not found or signature is invalid"_s);
    return {200,
            "application/octet-stream",
            {},
            {{"Content-Disposition", "attachment; filename*=UTF-8''" + QUrl::toPercentEncoding(upload->name)}},
            file};
}

Response downloadZip(Engine &engine, const Request &request)
{
    Payload body(u"DocumentBatchDownloadZipPayload"_s, jsonBody(request));
    const auto ids = body.ids("document_ids"_L1, 1, mostPacked);
    body.check();
    const QStringList meant{u"/v1/datasets/<uuid:dataset_id>/documents/download-zip"_s};
    const DatasetRow dataset = requireDataset(engine, request, meant);
    QList<ZipEntry> entries;
    {
        const auto reading = engine.read();
        for (const QString &id : *ids) {
            const auto document = DocumentStore(reading.db()).find(dataset.row, id);
            if (!document)
                throw notFound(u"Document not found."_s, request, meant);
            const UploadRow &upload = document->upload;
            entries.append({upload.name, engine.uploadFile(upload), upload.createdAt});
        }
    }
    const QString name = newId().remove(u'-') + ".zip"_L1;
    const QString path = engine.temporaryFolder() + u'/' + name;
    writeZip(path, entries);
    const auto file = std::make_shared<FileBody>(path, FileBody::Afterwards::Remove);
    return {200, "application/zip", {}, {{"Content-Disposition", "attachment; filename=" + name.toLatin1()}}, file};
}

} // namespace

void addDownloadRoutes(Router &router, Engine &engine)
{
    const auto links = std::make_shared<const FileLinks>();
    const auto linked = [&engine, &links](Response (*handler)(Engine &, const Request &, const FileLinks &)) {
        return over(engine,
                    [links, handler](Engine &to, const Request &request) { return handler(to, request, *links); });
    };
    router.add("GET", u"/v1/datasets/{id}/documents/{id}/download", linked(download));
    router.add("GET", u"/v1/datasets/{id}/documents/{id}/upload-file", linked(uploadFile));
    router.add("GET", u"/files/{id}/file-preview", linked(fileContent), Router::Key::NotAsked);
    router.add("POST", u"/v1/datasets/{id}/documents/download-zip", over(engine, downloadZip), Router::Key::Required,
               Router::Pace::MayWait);
}

} // namespace http
