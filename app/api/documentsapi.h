// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/call.h"
#include "app/domain/chunkstructure.h"
#include "app/domain/dataset.h"
#include "app/domain/document.h"
#include "app/domain/indexingstatus.h"
#include "app/domain/page.h"

#include <QUrl>

#include <optional>

class ApiClient;

//! How an uploaded file or text is to be indexed. Technique, form and rule are sent with every create: servers disagree
//! on the defaults.
struct CreateOptions
{
    Dataset::Technique technique = Dataset::Technique::Economy;
    ChunkStructure structure{};
    QString docLanguage{}; //!< Of the questions that a model makes; empty: English.
    ModelRef embeddingModel{}; //!< Of a dataset that has no document yet; not set: the server's default one.
    std::optional<RetrievalSettings> retrieval{}; //!< Of a dataset that has no document yet.
    bool replaceSameName
        = false; //!< Overwrite a document of that name. For files; real servers always do so for texts.
};

//! How a document is indexed again.
struct UpdateOptions
{
    QString name{}; //!< The document's new one.
    ChunkStructure::Form form = ChunkStructure::Form::General; //!< The document's: servers refuse another.
    std::optional<ProcessRule> rule{}; //!< Not set: it keeps its own.
};

//! Which documents are listed.
struct DocumentsFilter
{
    QString keyword{}; //!< A part of the name; case-sensitive on real servers, where % and _ stand for anything.
    QString status{}; //!< queuing, indexing, paused, error, available, disabled or archived. Only since 1.10.
};

//! The documents of a dataset: /datasets/{id}/documents.
class DocumentsApi
{
public:
    enum class Action { Enable, Disable, Archive, Unarchive };

    static constexpr int maxDownloadsAtOnce = 100; //!< Documents in one zip.

    explicit DocumentsApi(ApiClient &client)
        : m_client(client)
    { }

    //! \a page from 1, \a limit at most 100.
    Call<Page<Document>> *list(const QString &datasetId, int page, int limit, const DocumentsFilter &filter = {}) const;
    //! As list(), but queued behind what a person waits for.
    Call<Page<Document>> *poll(const QString &datasetId, int page, int limit) const;
    Call<DocumentDetail> *get(const QString &datasetId, const QString &documentId) const;

    //! Blank texts are refused: they would become documents without a chunk.
    Call<CreatedDocument> *createByText(const QString &datasetId, const QString &name, const QString &text,
                                        const CreateOptions &options) const;
    //! Streams the file \a path from disk under \a fileName. Fails with Network and a sentence when it cannot be read.
    Call<CreatedDocument> *createByFile(const QString &datasetId, const QString &path, const QString &fileName,
                                        const CreateOptions &options) const;

    //! Updates replace every chunk, edited ones too, and are taken only while a document is available. The batch that
    //! comes back is the document's old one.
    Call<CreatedDocument> *updateByText(const QString &datasetId, const QString &documentId, const QString &text,
                                        const UpdateOptions &options) const;
    Call<CreatedDocument> *updateByFile(const QString &datasetId, const QString &documentId, const QString &path,
                                        const UpdateOptions &options) const;
    //! Makes the chunks anew by another rule, or gives it another name with the rule it has: servers do not rename
    //! alone.
    Call<CreatedDocument> *updateRule(const QString &datasetId, const QString &documentId,
                                      const UpdateOptions &options) const;

    Call<Done> *remove(const QString &datasetId, const QString &documentId) const;
    //! All or none. Never archive what is not completed: servers lock it for ten minutes (recordings 1.15.0, d089).
    Call<Done> *setStatus(const QString &datasetId, const QStringList &documentIds, Action action) const;
    Call<QList<IndexingStatus>> *indexingStatus(const QString &datasetId, const QString &batch) const;

    //! The signed address of the original, good for a few minutes, for download().
    Call<QUrl> *originalUrl(const QString &datasetId, const QString &documentId) const;
    //! Streams what is at such an address into the file \a saveAs, which is there only once it is complete.
    Call<Done> *download(const QUrl &original, const QString &saveAs) const;
    //! The originals of up to maxDownloadsAtOnce documents as one zip, under their names.
    Call<Done> *downloadZip(const QString &datasetId, const QStringList &documentIds, const QString &saveAs) const;

private:
    ApiClient &m_client;
};
