// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/statuschips.h"

#include "app/models/documentsmodel.h"
#include "app/models/format.h"
#include "ui/viewutil.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

StatusChips::StatusChips(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setObjectName(u"statusChips"_s);
    auto *layout = new QHBoxLayout(this);
    viewutil::setTight(layout);
    m_all = add(tr("All"), u"statusChipAll"_s);
    m_all->setChecked(true);
    using Status = Document::Status;
    for (const auto status : {Status::Available, Status::Queuing, Status::Indexing, Status::Paused, Status::Failed,
                              Status::Disabled, Status::Archived}) {
        m_words[status] = statusText(status);
        QToolButton *chip = add(m_words[status], u"statusChip%1"_s.arg(static_cast<int>(status)));
        m_chips[status] = chip;
        m_counts[status] = 0;
        connect(chip, &QToolButton::clicked, this, [this, status] { emit chosen(status); });
    }
    layout->addStretch();
    connect(m_all, &QToolButton::clicked, this, [this] { emit chosen({}); });
}

QToolButton *StatusChips::add(const QString &text, const QString &objectName)
{
    auto *chip = new QToolButton;
    chip->setCheckable(true);
    chip->setAutoRaise(true);
    chip->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    chip->setText(text);
    viewutil::name(chip, objectName, text, tr("Show only: %1").arg(text));
    m_group->addButton(chip);
    layout()->addWidget(chip);
    return chip;
}

void StatusChips::setTotal(qint64 total)
{
    m_all->setText(total < 0 ? tr("All") : tr("All %1").arg(format::count(total)));
}

void StatusChips::setCount(Document::Status status, int count)
{
    QToolButton *chip = m_chips.at(status);
    chip->setText(m_words.at(status) + u' ' + format::count(count));
    chip->setAccessibleName(chip->text());
    m_counts[status] = count;
    fit();
}

void StatusChips::reset()
{
    m_all->setChecked(true);
}

void StatusChips::fit()
{
    // The three that matter every day keep their place; the others come when there is one. Where there is no room,
    // those that count nothing go first.
    using Status = Document::Status;
    int width = m_all->sizeHint().width();
    for (const auto &[status, chip] : m_chips) {
        const bool always = status == Status::Available || status == Status::Indexing || status == Status::Failed;
        chip->setVisible(always || m_counts[status] > 0 || chip->isChecked());
        if (chip->isVisibleTo(this))
            width += layout()->spacing() + chip->sizeHint().width();
    }
    constexpr Status leastFirst[] = {Status::Archived, Status::Disabled, Status::Available, Status::Queuing,
                                     Status::Paused,   Status::Indexing, Status::Failed};
    for (const bool counted : {false, true}) {
        for (const Status status : leastFirst) {
            QToolButton *chip = m_chips.at(status);
            if (width > this->width() && chip->isVisibleTo(this) && !chip->isChecked()
                && (m_counts[status] > 0) == counted) {
                chip->hide();
                width -= layout()->spacing() + chip->sizeHint().width();
            }
        }
    }
}

void StatusChips::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

QSize StatusChips::minimumSizeHint() const
{
    return {m_all->sizeHint().width(), QWidget::minimumSizeHint().height()};
}
