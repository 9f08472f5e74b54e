// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/uploadplanner.h"

#include <QHash>
#include <QObject>

struct Backend;
class MainWindow;

//! The main job without a person (--upload-and-exit): uploads files to a dataset on this computer, prints a line when
//! something moved, saves a picture of the window and reports an exit code.
class UnattendedUpload : public QObject
{
    Q_OBJECT

public:
    UnattendedUpload(const Backend &backend, MainWindow &window, const QStringList &files, const QString &picture,
                     QObject *parent = nullptr);

signals:
    void finished(int exitCode); //!< 0: every file is indexed; 1: something failed.

private:
    void createWhenReady();
    void planWhenCreated(const QString &datasetId);
    void send();
    void report(const QList<int> &rows);
    void end();
    void fail(const QString &why);

    const Backend &m_backend;
    MainWindow &m_window;
    QStringList m_files;
    QString m_picture;
    QString m_datasetId;
    UploadPlanner m_planner;
    QHash<int, QString> m_lastLines; //!< By row of the queue.
    bool m_isCreating = false;
    bool m_isSent = false;
};
