// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/search/datasetweight.h"

#include <algorithm>
#include <cmath>

namespace {

// As Lucene has it; measured on Cranfield and XQuAD in German and Chinese, and good for all three.
constexpr double k1 = 1.2;
constexpr double b = 0.75;

} // namespace

DatasetWeight::DatasetWeight(Xapian::doccount chunks, double averageLength)
    : m_chunks(chunks)
    , m_averageLength(averageLength)
{
    need_stat(TERMFREQ);
    need_stat(WDF);
    need_stat(WDF_MAX);
    need_stat(DOC_LENGTH);
    need_stat(DOC_LENGTH_MIN);
}

DatasetWeight *DatasetWeight::clone() const
{
    return new DatasetWeight(m_chunks, m_averageLength);
}

std::string DatasetWeight::name() const
{
    return "loredesk-dataset-bm25";
}

void DatasetWeight::init(double factor)
{
    const double found = std::min(get_termfreq(), m_chunks); // of synonyms it is an estimate
    m_rarity = factor * std::log(1 + (m_chunks - found + 0.5) / (found + 0.5));
}

double DatasetWeight::get_sumpart(Xapian::termcount count, Xapian::termcount length, Xapian::termcount) const
{
    return m_rarity * (k1 + 1) * count / (count + k1 * (1 - b + b * length / m_averageLength));
}

double DatasetWeight::get_maxpart() const
{
    return get_sumpart(get_wdf_upper_bound(), get_doclength_lower_bound(), 0);
}

double DatasetWeight::get_sumextra(Xapian::termcount, Xapian::termcount) const
{
    return 0;
}

double DatasetWeight::get_maxextra() const
{
    return 0;
}
