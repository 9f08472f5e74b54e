// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/documentsapi.h"

#include "app/api/apiclient.h"
#include "app/api/readers.h"

#include <QVersionNumber>

using namespace Qt::Literals::StringLiterals;

namespace {

//! A server that does not say its version is taken for a new one.
bool isSince(const QString &serverVersion, const QVersionNumber &version)
{
    const auto known = QVersionNumber::fromString(serverVersion);
    return known.isNull() || known >= version;
}

QString blankRefused()
{
    return CallBase::tr("A blank text would become a document without chunks.");
}

QString parentChildRefused()
{
    return CallBase::tr("This server does not find the chunks of a parent-child document in an economy dataset. Choose "
                        "high quality, or another chunk structure.");
}

//! Servers since 1.10 decode a separator as Python's unicode_escape does, which destroys every character beyond ASCII
//! unless it comes escaped (recordings 1.15.0, A12); older ones take it as it is.
QString separatorFor(const QString &serverVersion, const QString &separator)
{
    if (!isSince(serverVersion, {1, 10}))
        return separator;
    QString escaped;
    for (const char32_t point : separator.toUcs4()) {
        if (point < 0x80)
            escaped += QChar(static_cast<char16_t>(point));
        else if (point < 0x10000)
            escaped += u"\\u%1"_s.arg(static_cast<uint>(point), 4, 16, QChar(u'0'));
        else
            escaped += u"\\U%1"_s.arg(static_cast<uint>(point), 8, 16, QChar(u'0'));
    }
    return escaped;
}

QJsonObject ruleFor(const QString &serverVersion, ProcessRule rule)
{
    rule.segmentation.separator = separatorFor(serverVersion, rule.segmentation.separator);
    rule.subchunkSegmentation.separator = separatorFor(serverVersion, rule.subchunkSegmentation.separator);
    return rule.toJson();
}

QJsonObject toJson(const CreateOptions &options, const QString &serverVersion)
{
    const auto technique
        = options.technique == Dataset::Technique::NotSet ? Dataset::Technique::Economy : options.technique;
    QJsonObject object{{u"indexing_technique"_s, toString(technique)},
                       {u"process_rule"_s, ruleFor(serverVersion, options.structure.rule())},
                       {u"doc_form"_s, toString(options.structure.form())}};
    if (!options.docLanguage.isEmpty())
        object[u"doc_language"_s] = options.docLanguage;
    if (options.embeddingModel.isSet()) {
        object[u"embedding_model"_s] = options.embeddingModel.name;
        object[u"embedding_model_provider"_s] = options.embeddingModel.provider;
    }
    if (options.retrieval)
        object[u"retrieval_model"_s] = options.retrieval->toJson();
    return object;
}

QJsonObject toJson(const UpdateOptions &options, const QString &serverVersion)
{
    QJsonObject object;
    if (!options.name.isEmpty())
        object[u"name"_s] = options.name;
    if (options.form != ChunkStructure::Form::General) // which is what servers take a missing one for
        object[u"doc_form"_s] = toString(options.form);
    if (options.rule)
        object[u"process_rule"_s] = ruleFor(serverVersion, ChunkStructure(options.form, *options.rule).rule());
    // These versions want a technique, and pass over which (recordings 0.15.3, update_by_file_ok_hyphen_no_data).
    if (isSince(serverVersion, {0, 15}) && !isSince(serverVersion, {1, 10}))
        object[u"indexing_technique"_s] = u"economy"_s;
    return object;
}

//! Real servers leave the chunks of such a document disabled for good (recordings 1.15.0, o105 to o107).
bool endsWithoutChunks(const ApiClient &client, const CreateOptions &options)
{
    return options.structure.form() == ChunkStructure::Form::ParentChild
           && options.technique != Dataset::Technique::HighQuality && !client.isLoredeskServer();
}

QString documentPath(const QString &datasetId, const QString &documentId)
{
    return u"/datasets/"_s + datasetId + u"/documents/"_s + documentId;
}

std::optional<CreatedDocument> readCreated(const QJsonObject &object)
{
    if (!readers::entity<Document>(object["document"_L1].toObject()))
        return {};
    return CreatedDocument::fromJson(object);
}

std::optional<DocumentDetail> readDetail(const QJsonObject &object)
{
    return object["id"_L1].toString().isEmpty() ? std::nullopt : std::optional(DocumentDetail::fromJson(object));
}

//! `url` of 1.x is a download; 0.15 has `download_url` for that, and `url` to look at it.
std::optional<QUrl> readOriginalUrl(const QJsonObject &object)
{
    const QUrl url(object["download_url"_L1].toString(object["url"_L1].toString()));
    const bool isOfTheWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    return url.isValid() && isOfTheWeb ? std::optional(url) : std::nullopt;
}

QString wireName(DocumentsApi::Action action)
{
    switch (action) {
    case DocumentsApi::Action::Enable:
        return u"enable"_s;
    case DocumentsApi::Action::Disable:
        return u"disable"_s;
    case DocumentsApi::Action::Archive:
        return u"archive"_s;
    case DocumentsApi::Action::Unarchive:
        return u"un_archive"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

Call<Page<Document>> *DocumentsApi::list(const QString &datasetId, int page, int limit,
                                         const DocumentsFilter &filter) const
{
    auto query = readers::pageQuery(page, limit, filter.keyword);
    if (!filter.status.isEmpty())
        query.append({u"status"_s, filter.status});
    return m_client.get(u"/datasets/"_s + datasetId + u"/documents"_s, query, &readers::page<Document>);
}

Call<Page<Document>> *DocumentsApi::poll(const QString &datasetId, int page, int limit) const
{
    return m_client.get(u"/datasets/"_s + datasetId + u"/documents"_s, readers::pageQuery(page, limit),
                        &readers::page<Document>, ApiClient::Priority::Poll);
}

Call<DocumentDetail> *DocumentsApi::get(const QString &datasetId, const QString &documentId) const
{
    return m_client.get(documentPath(datasetId, documentId), {}, &readDetail);
}

Call<CreatedDocument> *DocumentsApi::createByText(const QString &datasetId, const QString &name, const QString &text,
                                                  const CreateOptions &options) const
{
    if (text.trimmed().isEmpty())
        return m_client.refuse<CreatedDocument>(blankRefused());
    if (endsWithoutChunks(m_client, options))
        return m_client.refuse<CreatedDocument>(parentChildRefused());
    QJsonObject body = toJson(options, m_client.serverVersion());
    body[u"name"_s] = name;
    body[u"text"_s] = text;
    return m_client.post(u"/datasets/"_s + datasetId + u"/document/create-by-text"_s, body, &readCreated,
                         ApiClient::Priority::Transfer);
}

Call<CreatedDocument> *DocumentsApi::createByFile(const QString &datasetId, const QString &path,
                                                  const QString &fileName, const CreateOptions &options) const
{
    if (endsWithoutChunks(m_client, options))
        return m_client.refuse<CreatedDocument>(parentChildRefused());
    QJsonObject data = toJson(options, m_client.serverVersion());
    data[u"duplicate"_s] = options.replaceSameName;
    return m_client.upload("POST", u"/datasets/"_s + datasetId + u"/document/create-by-file"_s,
                           {path, fileName, ApiClient::toJson(data)}, &readCreated);
}

Call<CreatedDocument> *DocumentsApi::updateByText(const QString &datasetId, const QString &documentId,
                                                  const QString &text, const UpdateOptions &options) const
{
    if (text.trimmed().isEmpty())
        return m_client.refuse<CreatedDocument>(blankRefused());
    QJsonObject body = toJson(options, m_client.serverVersion());
    body[u"text"_s] = text;
    return m_client.post(documentPath(datasetId, documentId) + u"/update-by-text"_s, body, &readCreated,
                         ApiClient::Priority::Transfer);
}

Call<CreatedDocument> *DocumentsApi::updateByFile(const QString &datasetId, const QString &documentId,
                                                  const QString &path, const UpdateOptions &options) const
{
    const QByteArray data = ApiClient::toJson(toJson(options, m_client.serverVersion()));
    const ApiRequest::Upload upload{path, options.name, data};
    const QString document = documentPath(datasetId, documentId);
    // The newest servers call the other spelling, which all have, deprecated.
    if (!m_client.serverVersion().isEmpty() && isSince(m_client.serverVersion(), {1, 15}))
        return m_client.upload("PATCH", document, upload, &readCreated);
    return m_client.upload("POST", document + u"/update-by-file"_s, upload, &readCreated);
}

Call<CreatedDocument> *DocumentsApi::updateRule(const QString &datasetId, const QString &documentId,
                                                const UpdateOptions &options) const
{
    return m_client.post(documentPath(datasetId, documentId) + u"/update-by-text"_s,
                         toJson(options, m_client.serverVersion()), &readCreated, ApiClient::Priority::Transfer);
}

Call<Done> *DocumentsApi::remove(const QString &datasetId, const QString &documentId) const
{
    return m_client.remove(documentPath(datasetId, documentId));
}

Call<Done> *DocumentsApi::setStatus(const QString &datasetId, const QStringList &documentIds, Action action) const
{
    return m_client.tell("PATCH", documentPath(datasetId, u"status/"_s + wireName(action)),
                         {{u"document_ids"_s, QJsonArray::fromStringList(documentIds)}});
}

Call<QList<IndexingStatus>> *DocumentsApi::indexingStatus(const QString &datasetId, const QString &batch) const
{
    return m_client.get(documentPath(datasetId, batch) + u"/indexing-status"_s, {}, &readers::list<IndexingStatus>,
                        ApiClient::Priority::Poll);
}

Call<QUrl> *DocumentsApi::originalUrl(const QString &datasetId, const QString &documentId) const
{
    const bool isOld = !isSince(m_client.serverVersion(), {1, 10});
    return m_client.get(documentPath(datasetId, documentId) + (isOld ? u"/upload-file"_s : u"/download"_s), {},
                        &readOriginalUrl);
}

Call<Done> *DocumentsApi::download(const QUrl &original, const QString &saveAs) const
{
    return m_client.download(original, saveAs);
}

Call<Done> *DocumentsApi::downloadZip(const QString &datasetId, const QStringList &documentIds,
                                      const QString &saveAs) const
{
    return m_client.download(u"/datasets/"_s + datasetId + u"/documents/download-zip"_s,
                             {{u"document_ids"_s, QJsonArray::fromStringList(documentIds)}}, saveAs);
}
