// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testmain.h"
#include "tests/ui/windowfixture.h"
#include "ui/widgets/treeview.h"

//! What the tests of the list of documents share: a window, and a dataset that open() shows in it.
class DocumentsPageTest : public QObject
{
    Q_OBJECT

protected:
    //! For each test function; reset the fixture after it.
    void renew()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_dataset = m_fixture->server.addDataset(QStringLiteral("Handbook"));
    }

    //! Shows the dataset, which has that many documents.
    void open(int rows)
    {
        m_fixture->openWith(m_dataset);
        m_view = m_fixture->child<TreeView>(QStringLiteral("documentsView"));
        QTRY_COMPARE(m_view->model()->rowCount(), rows);
    }

    //! Shows another.
    void show(const QString &datasetId, int rows)
    {
        m_fixture->window->choose(m_fixture->servers.local().id(), datasetId);
        QTRY_COMPARE(m_fixture->documents.datasetId(), datasetId);
        QTRY_COMPARE(m_view->model()->rowCount(), rows);
    }

    void choose(const QString &name)
    {
        const auto row = WindowFixture::rows(m_view).indexOf(name);
        m_view->setCurrentIndex(m_view->model()->index(static_cast<int>(row), 0));
    }

    std::unique_ptr<WindowFixture> m_fixture;
    QString m_dataset;
    TreeView *m_view = nullptr;
};
