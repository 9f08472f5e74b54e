// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

class DatasetsModel;

//! The datasets that each server had when it was read last, kept in the data folder: the next start shows them at once,
//! before any server has answered.
class KnownDatasets : public QObject
{
    Q_OBJECT

public:
    //! Restores every server that \a model gets from now on.
    KnownDatasets(DatasetsModel &model, const QString &dataFolder, QObject *parent = nullptr);
    //! Keeps what has changed since.
    ~KnownDatasets() override;

private:
    void restore(int first, int last);
    void forget(int first, int last);
    void keepSoon();
    void keep();

    DatasetsModel &m_model;
    QString m_file;
    QJsonObject m_servers; //!< By id, an array of datasets each.
    QByteArray m_kept; //!< What the file has.
    QTimer m_soon;
};
