// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/search/xapianheader.h"

//! BM25 with the figures of one dataset, where Xapian takes those of its whole database: else the words and lengths of
//! other datasets, perhaps in other languages, would decide what is rare and what is long.
class DatasetWeight final : public Xapian::Weight
{
public:
    //! \a averageLength is in terms.
    DatasetWeight(Xapian::doccount chunks, double averageLength);

    std::string name() const override;
    double get_sumpart(Xapian::termcount count, Xapian::termcount length, Xapian::termcount unique) const override;
    double get_maxpart() const override;
    double get_sumextra(Xapian::termcount length, Xapian::termcount unique) const override;
    double get_maxextra() const override;

private:
    DatasetWeight *clone() const override;
    void init(double factor) override;

    Xapian::doccount m_chunks;
    double m_averageLength;
    double m_rarity = 0;
};
