// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/documentsapi.h"

#include "app/api/apiclient.h"
#include "app/api/readers.h"

#include <QVersionNumber>

using namespace Qt::Literals::StringLiterals;

namespace {

//! Servers since 1.10 decode a separator as Python's unicode_escape does, which destroys every character beyond ASCII
//! unless it comes escaped (recordings 1.15.0, A12); older ones take it as it is.
QString separatorFor(const QString &serverVersion, const QString &separator)
{
    const auto version = QVersionNumber::fromString(serverVersion);
    if (!version.isNull() && version < QVersionNumber(1, 10))
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

QJsonObject toJson(const CreateOptions &options, const QString &serverVersion)
{
    ProcessRule rule = options.processRule;
    rule.segmentation.separator = separatorFor(serverVersion, rule.segmentation.separator);
    rule.subchunkSegmentation.separator = separatorFor(serverVersion, rule.subchunkSegmentation.separator);
    const auto technique
        = options.technique == Dataset::Technique::NotSet ? Dataset::Technique::Economy : options.technique;
    return {{u"indexing_technique"_s, toString(technique)},
            {u"process_rule"_s, rule.toJson()},
            {u"doc_form"_s, options.docForm},
            {u"doc_language"_s, options.docLanguage},
            {u"duplicate"_s, options.replaceSameName}};
}

QString documentPath(const QString &datasetId, const QString &documentId)
{
    return u"/datasets/"_s + datasetId + u"/documents/"_s + documentId;
}

std::optional<Document> readDocument(const QJsonObject &object)
{
    return readers::entity<Document>(object);
}

std::optional<CreatedDocument> readCreated(const QJsonObject &object)
{
    if (!readDocument(object["document"_L1].toObject()))
        return {};
    return CreatedDocument::fromJson(object);
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

Call<Page<Document>> *DocumentsApi::list(const QString &datasetId, int page, int limit, const QString &keyword) const
{
    ApiClient::Query query{{u"page"_s, QString::number(page)}, {u"limit"_s, QString::number(limit)}};
    if (!keyword.isEmpty())
        query.append({u"keyword"_s, keyword});
    return m_client.get(u"/datasets/"_s + datasetId + u"/documents"_s, query, &readers::page<Document>);
}

Call<Page<Document>> *DocumentsApi::poll(const QString &datasetId, int page, int limit) const
{
    const ApiClient::Query query{{u"page"_s, QString::number(page)}, {u"limit"_s, QString::number(limit)}};
    return m_client.get(u"/datasets/"_s + datasetId + u"/documents"_s, query, &readers::page<Document>,
                        ApiClient::Priority::Poll);
}

Call<Document> *DocumentsApi::get(const QString &datasetId, const QString &documentId) const
{
    return m_client.get(documentPath(datasetId, documentId), {}, &readDocument);
}

Call<CreatedDocument> *DocumentsApi::createByText(const QString &datasetId, const QString &name, const QString &text,
                                                  const CreateOptions &options) const
{
    QJsonObject body = toJson(options, m_client.serverVersion());
    body[u"name"_s] = name;
    body[u"text"_s] = text;
    return m_client.post(u"/datasets/"_s + datasetId + u"/document/create-by-text"_s, body, &readCreated,
                         ApiClient::Priority::Transfer);
}

Call<CreatedDocument> *DocumentsApi::createByFile(const QString &datasetId, const QString &path,
                                                  const QString &fileName, const CreateOptions &options) const
{
    return m_client.upload(u"/datasets/"_s + datasetId + u"/document/create-by-file"_s, path, fileName,
                           toJson(options, m_client.serverVersion()), &readCreated);
}

Call<CreatedDocument> *DocumentsApi::updateByFile(const QString &datasetId, const QString &documentId,
                                                  const QString &path, const QString &fileName,
                                                  const QString &docForm) const
{
    const QJsonObject data{{u"name"_s, fileName}, {u"doc_form"_s, docForm}};
    return m_client.upload(documentPath(datasetId, documentId) + u"/update-by-file"_s, path, fileName, data,
                           &readCreated);
}

Call<Done> *DocumentsApi::remove(const QString &datasetId, const QString &documentId) const
{
    return m_client.remove(documentPath(datasetId, documentId));
}

Call<Done> *DocumentsApi::setStatus(const QString &datasetId, const QStringList &documentIds, Action action) const
{
    return m_client.patch<Done>(documentPath(datasetId, u"status/"_s + wireName(action)),
                                {{u"document_ids"_s, QJsonArray::fromStringList(documentIds)}}, nullptr);
}

Call<QList<IndexingStatus>> *DocumentsApi::indexingStatus(const QString &datasetId, const QString &batch) const
{
    return m_client.get(documentPath(datasetId, batch) + u"/indexing-status"_s, {}, &readers::list<IndexingStatus>,
                        ApiClient::Priority::Poll);
}
