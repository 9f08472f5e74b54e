// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/http/embeddingmodel.h"
#include "app/engine/http/payload.h"

namespace http {

//! What the bodies of create and update, by text and by file, have in common.
struct DocumentWish
{
    std::optional<QString> name;
    std::optional<QString> text;
    std::optional<QString> originalDocument; //!< Id of the document that is to be updated instead of making one.
    std::optional<QString> technique;
    ModelWish model;
    QString docForm;
    QString docLanguage;
    QJsonObject processRule; //!< Empty: not given.
    QJsonObject retrievalModel; //!< Empty: not given.
    bool duplicate = true; //!< Overwrite a document of the same name; by text it is always so.
};

//! Reads the fields; what is wrong is left in \a body.
DocumentWish readDocumentWish(Payload &body, Need name, Need text);

//! What is asked of a process rule beyond its types. Throws 400 invalid_param in the words of the recordings.
void requireProcessRule(const QJsonObject &rule);
//! A dataset has one form, that of its first document. Throws 400.
void requireDocForm(const DatasetRow &dataset, const QString &docForm);

DocumentDraft draftOf(const DocumentWish &wish);

} // namespace http
