// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/document.h"
#include "app/models/pagedlist.h"

#include <memory>

class DocumentsApi;

//! Finds the documents of a dataset that carry certain names: asks for one name after the other, or reads the whole
//! list where that takes fewer requests.
class NameLookup : public QObject
{
    Q_OBJECT

public:
    explicit NameLookup(QObject *parent = nullptr);
    ~NameLookup() override;

    //! Forgets what was found. Without a dataset no name is there. \a api must live until the next open().
    void open(const DocumentsApi &api, const QString &datasetId);
    //! Looks for \a names (NFC) as well.
    void lookFor(const QSet<QString> &names);
    //! After LoadState::Failed.
    void retry();

    //! Complete when all names asked for have been looked for.
    LoadState state() const { return m_state; }
    const ApiError &error() const { return m_error; }
    QStringList idsOf(const QString &name) const { return m_ids.value(name); }

signals:
    void changed();

private:
    void goOn();
    void askEach();
    void ask(const QString &name, int page);
    void found(const QString &name, int page, const Result<Page<Document>> &result);
    void take(const Document &document);
    void setState(LoadState state);

    const DocumentsApi *m_api = nullptr;
    QString m_datasetId;
    PagedList<Document> m_all; //!< Its first page tells how long the list is.
    QSet<QString> m_wanted; //!< Not yet looked for.
    QSet<QString> m_asked; //!< Of m_wanted: on their way.
    QHash<QString, QStringList> m_ids; //!< By name in NFC.
    std::unique_ptr<QObject> m_calls; //!< The requests for single names end with it.
    ApiError m_error;
    LoadState m_state = LoadState::Complete;
};
