// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/store/datasetstore.h"

class Connection;

//! Bytes that become a document: in memory, or in a file of temporaryFolder(), which is taken over.
struct UploadDraft
{
    QString name;
    QString extension; //!< Without the dot; decides how the bytes are read.
    QString mimeType;
    QByteArray bytes;
    QString temporaryFile; //!< Empty: the bytes are in memory.
};

//! What a document is made of, or made of anew.
struct DocumentDraft
{
    QString name; //!< Empty in an update: stays.
    std::optional<UploadDraft> upload = {}; //!< Only in an update may it be missing: the file stays.
    QJsonObject processRule; //!< {mode, rules}; empty: the document's own, else the dataset's latest, else automatic.
    QString docForm;
    QString docLanguage;
    QString indexingTechnique; //!< Becomes that of the dataset if it has none yet; so does the docForm.
    std::optional<EmbeddingModel> embedding = {}; //!< Goes with the technique high_quality.
    QJsonObject retrievalModel; //!< Becomes that of the dataset if it has none yet.
};

//! What happens to an enabled document of the same name in the dataset.
enum class SameName { Overwrite, KeepBoth };

enum class DocumentAction { Enable, Disable, Archive, Unarchive };

//! The rules of writing documents, within a transaction of the caller. Throws StoreError NotFound,
//! DocumentNotAvailable, DocumentArchived, DocumentIndexing, ModelMissing.
namespace documenteditor {

//! A document that is to be indexed, and the upload that it had before, whose file may go.
struct Begun
{
    DocumentRow document;
    QString oldUpload; //!< Empty: none.
};

//! Makes a document of the upload, or begins the enabled one of this name anew, in place and in a new batch. Completes
//! the dataset with what the draft says of it.
Begun create(Connection &db, qint64 dataset, const DocumentDraft &draft, const UploadRow &upload, SameName sameName);
//! Begins an available document anew, with its id and batch; without an upload from the file that it has.
Begun update(Connection &db, qint64 document, const DocumentDraft &draft, const std::optional<UploadRow> &upload);
//! Makes it unfindable.
void remove(Connection &db, qint64 document);
//! Returns how many chunks were switched on or off: none for a document that is gone, or in that state already.
int change(Connection &db, qint64 document, DocumentAction action);

} // namespace documenteditor
