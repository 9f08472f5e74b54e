// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dataset.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSlider;
class QSpinBox;

//! How a dataset is searched: the method, how many hits, from which score on, and what ranks them.
class RetrievalForm : public QWidget
{
    Q_OBJECT

public:
    //! \a prefix begins the object names of the fields.
    explicit RetrievalForm(const QString &prefix, QWidget *parent = nullptr);

    //! Shows how \a dataset is searched. One that is indexed economically holds words only, and offers no meaning.
    void setDataset(const Dataset &dataset);
    //! Shows other \a settings in the place of the dataset's, as if the person had chosen them.
    void edit(const RetrievalSettings &settings);
    //! What can be chosen to rank hits.
    void setRerankModels(const QList<Model> &models);
    RetrievalSettings settings() const;
    bool isChanged() const { return settings() != m_before; } //!< Since setDataset().

signals:
    void changed(); //!< By the person.

private:
    void makeFields(const QString &prefix);
    void fill(const RetrievalSettings &settings);
    void fillRankings();
    void fillModels();
    void methodChosen();
    void showFields();
    RetrievalSettings::Method method() const;
    RetrievalSettings::Reranking reranking() const;

    QComboBox *m_method;
    QSpinBox *m_topK;
    QCheckBox *m_useThreshold;
    QDoubleSpinBox *m_threshold;
    QWidget *m_rankingRow;
    QComboBox *m_ranking;
    QComboBox *m_model;
    QWidget *m_weights;
    QSlider *m_weight;
    QLabel *m_weightLabel;
    QList<Model> m_models;
    RetrievalSettings m_shown; //!< As it was given to us, for what has no field.
    RetrievalSettings m_before; //!< settings() after setDataset().
};
