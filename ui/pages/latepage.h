// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVBoxLayout>
#include <QWidget>

#include <functional>

//! The place of a page that is made when it is looked at first: most starts never come to it.
template <typename Page>
class LatePage : public QWidget
{
public:
    explicit LatePage(std::function<Page *()> make)
        : m_make(std::move(make))
    {
        (new QVBoxLayout(this))->setContentsMargins({});
    }

    //! The page, made now if it was not yet.
    Page *page()
    {
        if (!m_page) {
            m_page = m_make();
            layout()->addWidget(m_page);
            m_page->setVisible(true); // now: the layout would do it after the place was painted empty
        }
        return m_page;
    }

    //! The page, or null when nobody has looked at it.
    Page *made() const { return m_page; }

protected:
    void showEvent(QShowEvent *event) override
    {
        page();
        QWidget::showEvent(event);
    }

private:
    std::function<Page *()> m_make;
    Page *m_page = nullptr;
};
