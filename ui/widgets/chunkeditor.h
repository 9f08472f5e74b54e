// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/chunksapi.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

//! The text, answer and keywords of one chunk while they are edited. It knows nothing of servers.
class ChunkEditor : public QWidget
{
    Q_OBJECT

public:
    explicit ChunkEditor(QWidget *parent = nullptr);

    //! Shows a stored chunk; \a hasAnswer for question-and-answer documents.
    void open(const Chunk &chunk, bool hasAnswer);
    //! An empty chunk to be written.
    void openNew(bool hasAnswer);
    void clear();
    bool isOpen() const { return m_isOpen; }
    //! The text can be read but not changed: it is being saved.
    void setLocked(bool locked);

    //! There is something to save.
    bool isModified() const;
    bool isNew() const { return m_isOpen && m_chunk.id.isEmpty(); }
    QString chunkId() const { return m_chunk.id; }
    ChunkChanges changes() const;
    ChunkDraft draft() const;
    void focusText();

signals:
    void modified(); //!< isModified() may have changed.

private:
    void show(bool hasAnswer);
    void showCounts();
    QStringList keywords() const;

    Chunk m_chunk; //!< As it is stored; without an id when it is new.
    bool m_isOpen = false;
    QPlainTextEdit *m_text;
    QLabel *m_answerLabel;
    QPlainTextEdit *m_answer;
    QLineEdit *m_keywords;
    QLabel *m_counts;
};
