// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/chunksapi.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

//! A chunk, or one of its child chunks.
struct ChunkRef
{
    QString chunkId; //!< Of a child chunk: the chunk it belongs to.
    QString childId; //!< Empty for a chunk.

    bool operator==(const ChunkRef &) const = default;
};

//! The text, answer and keywords of one chunk while they are edited, or the text of a child chunk. It knows nothing of
//! servers.
class ChunkEditor : public QWidget
{
    Q_OBJECT

public:
    explicit ChunkEditor(QWidget *parent = nullptr);

    //! Shows a stored chunk; \a hasAnswer for question-and-answer documents.
    void open(const Chunk &chunk, bool hasAnswer);
    //! An empty chunk to be written.
    void openNew(bool hasAnswer);
    //! Shows a child chunk of the chunk \a chunkId; one without an id is new.
    void openChild(const QString &chunkId, const ChildChunk &child);
    void clear();
    bool isOpen() const { return m_isOpen; }
    //! The text can be read but not changed: it is being saved.
    void setLocked(bool locked);

    //! There is something to save.
    bool isModified() const;
    bool isNew() const { return m_isOpen && (m_isChild ? m_ref.childId : m_ref.chunkId).isEmpty(); }
    bool isChild() const { return m_isChild; }
    const ChunkRef &ref() const { return m_ref; } //!< What is shown; what is new has no id yet.
    QString text() const;
    bool isTextModified() const; //!< Apart from answer and keywords.
    //! Why it cannot be saved as it is: a sentence; empty when it can.
    QString problem() const;
    void focusProblem();
    ChunkChanges changes() const;
    ChunkDraft draft() const;
    void focusText();

signals:
    void modified(); //!< isModified() may have changed.

private:
    void show(const ChunkRef &ref, const Chunk &stored);
    void showCounts();
    QString placeholder() const;
    QStringList keywords() const;

    ChunkRef m_ref;
    Chunk m_stored; //!< As the server has it; of a child chunk only its text.
    bool m_isOpen = false;
    bool m_isChild = false;
    bool m_hasAnswer = false;
    QLabel *m_questionLabel;
    QPlainTextEdit *m_text;
    QLabel *m_answerLabel;
    QPlainTextEdit *m_answer;
    QLineEdit *m_keywords;
    QLabel *m_counts;
};
