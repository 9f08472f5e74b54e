// SPDX-License-Identifier: GPL-3.0-or-later
// Which document is chosen, and how that lasts.
#include "app/models/documentsmodel.h"
#include "ui/pages/documentspage.h"
#include "ui/viewutil.h"
#include "ui/widgets/treeview.h"

#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSettings>

using namespace Qt::Literals::StringLiterals;

void DocumentsPage::onCurrentChanged(const QModelIndex &current)
{
    if (!current.isValid() || !m_server || m_isFiltering)
        return;
    const Document &document = m_model.document(current);
    m_lastPlace.clear(); // reached, or the person was faster
    m_chosen = document.id;
    viewutil::keep(m_settings, placesKey(m_model.serverId()) + u"/"_s + m_model.datasetId() + u"/document"_s,
                   document.id);
    emit documentChosen(document);
}

//! What is filtered away stays chosen: its chunks are still shown, and it is back with the filter gone.
void DocumentsPage::filter(const std::function<void()> &change)
{
    {
        const QScopedValueRollback filtering(m_isFiltering, true);
        change();
        const QModelIndex chosen = m_model.indexOf(m_chosen);
        if (!chosen.isValid())
            m_view->selectionModel()->clear();
        else if (m_view->currentIndex().row() != chosen.row())
            m_view->setCurrentIndex(chosen);
    }
    showState();
}

void DocumentsPage::returnToLastPlace()
{
    if (m_view->verticalScrollBar()->value() > 0)
        m_lastPlace.clear(); // the person is elsewhere by now
    const QModelIndex index = m_lastPlace.isEmpty() ? QModelIndex() : m_model.indexOf(m_lastPlace);
    if (!index.isValid())
        return;
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index, QAbstractItemView::PositionAtCenter);
}
