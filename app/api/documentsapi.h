// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/call.h"
#include "app/domain/dataset.h"
#include "app/domain/document.h"
#include "app/domain/indexingstatus.h"
#include "app/domain/page.h"
#include "app/domain/processrule.h"

#include <optional>

class ApiClient;

//! How an uploaded file or text is to be indexed. All of it is sent with every create: servers disagree on the
//! defaults.
struct CreateOptions
{
    Dataset::Technique technique = Dataset::Technique::Economy;
    ProcessRule processRule;
    QString docForm = QStringLiteral("text_model");
    QString docLanguage = QStringLiteral("English");
    bool replaceSameName
        = false; //!< Overwrite a document of that name; real servers do so unless `duplicate` is false.
};

//! The documents of a dataset: /datasets/{id}/documents.
class DocumentsApi
{
public:
    enum class Action { Enable, Disable, Archive, Unarchive };

    explicit DocumentsApi(ApiClient &client)
        : m_client(client)
    { }

    //! \a page from 1, \a limit at most 100; \a keyword is a part of the name (case-sensitive on real servers).
    Call<Page<Document>> *list(const QString &datasetId, int page, int limit, const QString &keyword = {}) const;
    //! As list(), but queued behind what a person waits for.
    Call<Page<Document>> *poll(const QString &datasetId, int page, int limit) const;
    Call<Document> *get(const QString &datasetId, const QString &documentId) const;
    Call<CreatedDocument> *createByText(const QString &datasetId, const QString &name, const QString &text,
                                        const CreateOptions &options) const;
    //! Streams the file \a path from disk under \a fileName. Fails with Network and a sentence when it cannot be read.
    Call<CreatedDocument> *createByFile(const QString &datasetId, const QString &path, const QString &fileName,
                                        const CreateOptions &options) const;
    //! Replaces the content; every chunk, edited ones too, is made anew by the document's own process rule.
    //! \a docForm is the document's: servers take a missing one for text_model and refuse.
    Call<CreatedDocument> *updateByFile(const QString &datasetId, const QString &documentId, const QString &path,
                                        const QString &fileName,
                                        const QString &docForm = QStringLiteral("text_model")) const;
    Call<Done> *remove(const QString &datasetId, const QString &documentId) const;
    Call<Done> *setStatus(const QString &datasetId, const QStringList &documentIds, Action action) const;
    Call<QList<IndexingStatus>> *indexingStatus(const QString &datasetId, const QString &batch) const;

private:
    ApiClient &m_client;
};
