// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chunkeditor.h"

#include "app/models/format.h"
#include "ui/viewutil.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {

QPlainTextEdit *textField(const QString &objectName, const QString &accessibleName, const QString &toolTip)
{
    auto *field = new QPlainTextEdit;
    field->setTabChangesFocus(true);
    field->setFrameShape(QFrame::NoFrame);
    viewutil::name(field, objectName, accessibleName, toolTip);
    return field;
}

} // namespace

ChunkEditor::ChunkEditor(QWidget *parent)
    : QWidget(parent)
    , m_text(textField(u"chunkText"_s, tr("Text of the chunk"), tr("Text of the chunk (Ctrl+S saves)")))
    , m_answerLabel(viewutil::plainLabel(tr("Answer")))
    , m_answer(textField(u"chunkAnswer"_s, tr("Answer"), tr("Answer to the question above (Ctrl+S saves)")))
    , m_keywords(new QLineEdit)
    , m_counts(viewutil::plainLabel({}, u"chunkCounts"_s))
{
    setObjectName(u"chunkEditor"_s);
    viewutil::name(m_keywords, u"chunkKeywords"_s, tr("Keywords"),
                   tr("Keywords with commas between them; left empty, the server finds them"));
    m_keywords->setPlaceholderText(tr("Keywords, with commas between them"));
    m_counts->setForegroundRole(QPalette::PlaceholderText);
    m_answerLabel->setContentsMargins(8, 0, 8, 0);
    auto *below = new QVBoxLayout;
    viewutil::setTight(below, 4);
    below->addWidget(m_keywords);
    below->addWidget(m_counts);

    auto *layout = new QVBoxLayout(this);
    viewutil::setTight(layout);
    layout->addWidget(m_text, 3);
    layout->addWidget(m_answerLabel);
    layout->addWidget(m_answer, 2);
    layout->addLayout(below);

    connect(m_text, &QPlainTextEdit::textChanged, this, &ChunkEditor::showCounts);
    connect(m_text, &QPlainTextEdit::textChanged, this, &ChunkEditor::modified);
    connect(m_answer, &QPlainTextEdit::textChanged, this, &ChunkEditor::modified);
    connect(m_keywords, &QLineEdit::textChanged, this, &ChunkEditor::modified);
    clear();
}

void ChunkEditor::open(const Chunk &chunk, bool hasAnswer)
{
    m_chunk = chunk;
    m_isOpen = true;
    show(hasAnswer);
}

void ChunkEditor::openNew(bool hasAnswer)
{
    open({}, hasAnswer);
    m_text->setFocus(Qt::OtherFocusReason);
}

void ChunkEditor::clear()
{
    m_chunk = {};
    m_isOpen = false;
    show(false);
}

void ChunkEditor::show(bool hasAnswer)
{
    // The same text stays as it is, with its cursor and its undo.
    if (m_text->toPlainText() != m_chunk.content)
        m_text->setPlainText(m_chunk.content);
    if (m_answer->toPlainText() != m_chunk.answer)
        m_answer->setPlainText(m_chunk.answer);
    m_text->document()->setModified(false);
    m_answer->document()->setModified(false);
    m_keywords->setText(m_chunk.keywords.join(u", "_s));
    m_keywords->setCursorPosition(0);
    m_answerLabel->setVisible(hasAnswer);
    m_answer->setVisible(hasAnswer);
    m_text->setPlaceholderText(m_isOpen ? tr("Text of the new chunk") : tr("Choose a chunk to read or change it."));
    setEnabled(m_isOpen);
    showCounts();
    emit modified();
}

void ChunkEditor::setLocked(bool locked)
{
    m_text->setReadOnly(locked);
    m_answer->setReadOnly(locked);
    m_keywords->setReadOnly(locked);
}

bool ChunkEditor::isModified() const
{
    return m_isOpen
           && (m_text->toPlainText() != m_chunk.content || m_answer->toPlainText() != m_chunk.answer
               || keywords() != m_chunk.keywords);
}

ChunkChanges ChunkEditor::changes() const
{
    ChunkChanges changes(m_chunk);
    changes.content = m_text->toPlainText();
    changes.answer = m_answer->toPlainText();
    // Keywords the person did not touch belong to the old text: the server finds those of the new one.
    if (keywords() != m_chunk.keywords)
        changes.keywords = keywords();
    return changes;
}

ChunkDraft ChunkEditor::draft() const
{
    return {.content = m_text->toPlainText(), .answer = m_answer->toPlainText(), .keywords = keywords()};
}

void ChunkEditor::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void ChunkEditor::showCounts()
{
    if (!m_isOpen)
        return m_counts->clear();
    const qint64 characters = m_text->toPlainText().toUcs4().size();
    QStringList parts{tr("%n character(s)", nullptr, static_cast<int>(characters))};
    if (!isModified() && !isNew()) {
        if (m_chunk.tokens > 0) // servers without a model count none
            parts.append(tr("%n token(s)", nullptr, static_cast<int>(m_chunk.tokens)));
        parts.append(tr("%n hit(s)", nullptr, static_cast<int>(m_chunk.hitCount)));
    }
    m_counts->setText(parts.join(u" · "_s));
}

QStringList ChunkEditor::keywords() const
{
    QStringList words;
    const QString text = m_keywords->text();
    for (const auto &part : QStringView(text).split(u',')) {
        if (const auto word = part.trimmed(); !word.isEmpty())
            words.append(word.toString());
    }
    return words;
}
