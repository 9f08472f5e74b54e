// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/chunkstructure.h"

#include <QList>
#include <QWidget>

class QCheckBox;
class QLabel;
class QRadioButton;
class SegmentationForm;

//! What a server or dataset leaves to choose.
struct StructureChoice
{
    QList<ChunkStructure::Form> forms{ChunkStructure::Form::General}; //!< Those that can be chosen, at least one.
    QString whyNot; //!< Why the others cannot: a sentence.
    int longest = Segmentation::maxMaxTokens;
    bool countsTokens = false; //!< 0.x servers measure chunks in tokens instead of characters.

    bool operator==(const StructureChoice &) const = default;
};

//! What a chunk of the documents will be, and how they are cut: by themselves, or by separator, length and overlap;
//! in parent-child documents twice.
class ProcessRuleForm : public QWidget
{
    Q_OBJECT

public:
    explicit ProcessRuleForm(QWidget *parent = nullptr);

    //! Of the forms that can be chosen.
    ChunkStructure structure() const;
    void setStructure(const ChunkStructure &structure);
    void setChoice(const StructureChoice &choice);
    //! Why the settings would be refused or give no chunks: a sentence; empty when they are right.
    QString problem() const;

signals:
    void changed();

private:
    void nameFields();
    ChunkStructure::Form form() const;
    bool isFullDoc() const;
    void showFields();

    StructureChoice m_choice;
    ChunkStructure::Form m_wanted = ChunkStructure::Form::General; //!< As the person chose last, where they could.
    QList<QRadioButton *> m_forms; //!< In the order of ChunkStructure::Form.
    QRadioButton *m_automatic;
    QRadioButton *m_custom;
    QRadioButton *m_paragraphs;
    QRadioButton *m_fullDoc;
    QWidget *m_modes;
    QWidget *m_parents;
    QWidget *m_fields;
    SegmentationForm *m_chunks;
    SegmentationForm *m_children;
    QCheckBox *m_spaces;
    QCheckBox *m_urls;
    QLabel *m_note;
};
