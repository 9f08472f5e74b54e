// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testmain.h"
#include "tests/ui/windowfixture.h"
#include "ui/widgets/treeview.h"

//! What the tests of the upload sheet share: a window that shows a dataset of one document, "old.md".
class UploadSheetTest : public QObject
{
    Q_OBJECT

protected:
    //! For each test function; reset the fixture after it.
    void renew()
    {
        m_fixture = std::make_unique<WindowFixture>();
        m_dataset = m_fixture->server.addDataset(QStringLiteral("Handbook"));
        m_fixture->server.addDocument(m_dataset, QStringLiteral("old.md"));
        m_fixture->openWith(m_dataset);
        QTRY_COMPARE(m_fixture->child<TreeView>(QStringLiteral("documentsView"))->model()->rowCount(), 1);
    }

    bool startable() const
    {
        auto *button = m_fixture->child<QPushButton>(QStringLiteral("uploadStart"));
        return button && button->isEnabled();
    }

    std::unique_ptr<WindowFixture> m_fixture;
    QString m_dataset;
};
