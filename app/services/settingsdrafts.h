// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/datasetsapi.h"

#include <QMap>
#include <QObject>
#include <QPointer>

#include <functional>

class Servers;

//! Settings of datasets that were changed and not saved yet. They are kept while other datasets are looked at, until
//! they are saved or given up, or their server is removed.
class SettingsDrafts : public QObject
{
    Q_OBJECT

public:
    struct Draft
    {
        QString serverId;
        Dataset dataset; //!< As the server has it.
        DatasetChanges changes;

        //! Saving it makes the server index every document again.
        bool indexesAgain() const { return changes.technique && dataset.documentCount > 0; }
    };

    explicit SettingsDrafts(Servers &servers, QObject *parent = nullptr);

    //! Without any change in it nothing is kept.
    void keep(const Draft &draft);
    DatasetChanges changes(const QString &serverId, const QString &datasetId) const;
    void forget(const QString &serverId, const QString &datasetId);
    void forgetAll();
    //! All there are, or those of one server.
    QList<Draft> all(const QString &serverId = {}) const;

    //! Sends one, which is not to be changed meanwhile; it is kept until the server has it. Ends with saved() or
    //! failed().
    void save(const QString &serverId, const QString &datasetId);
    bool isSaving(const QString &serverId, const QString &datasetId) const;
    //! Sends all there are. \a then is called when the servers have them, and never when one refuses.
    void saveAll(const std::function<void()> &then);

signals:
    void forgotten(const QString &serverId, const QString &datasetId);
    void saved(const QString &serverId, const Dataset &dataset); //!< As the server answered.
    void failed(const SettingsDrafts::Draft &draft, const ApiError &error);

private:
    using Key = std::pair<QString, QString>; //!< Server and dataset.

    struct Entry
    {
        Draft draft;
        QPointer<CallBase> call;
    };

    void answered(const Key &key, const Result<Dataset> &result);
    void forgetServer(const QString &serverId);
    void tellWhenDone();

    Servers &m_servers;
    QMap<Key, Entry> m_entries;
    std::function<void()> m_then; //!< What saveAll() is to be followed by.
};
