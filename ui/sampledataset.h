// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

struct Backend;

//! On the first start puts the handbook into a dataset on this computer, so that there is something to look at.
class SampleDataset : public QObject
{
    Q_OBJECT

public:
    explicit SampleDataset(const Backend &backend, QObject *parent = nullptr);

signals:
    void created(const QString &serverId, const QString &datasetId);

private:
    void createOnce();
    void create();
    void fill(const QString &datasetId);

    const Backend &m_backend;
    bool m_asked = false;
};
