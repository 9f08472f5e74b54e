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

//! A blank text would be stored, and never found.
bool isBlank(const QPlainTextEdit *field)
{
    return field->toPlainText().trimmed().isEmpty();
}

QPlainTextEdit *textField(const QString &objectName, const QString &accessibleName, const QString &toolTip)
{
    auto *field = new QPlainTextEdit;
    field->setTabChangesFocus(true);
    field->setFrameShape(QFrame::NoFrame);
    field->document()->setDocumentMargin(8); // in line with what is above and below
    viewutil::name(field, objectName, accessibleName, toolTip);
    return field;
}

} // namespace

ChunkEditor::ChunkEditor(QWidget *parent)
    : QWidget(parent)
    , m_questionLabel(viewutil::plainLabel(tr("Question")))
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
    for (QLabel *label : {m_questionLabel, m_answerLabel})
        label->setContentsMargins(8, 0, 8, 0);
    m_answer->setPlaceholderText(tr("What is answered to the question"));
    auto *below = new QVBoxLayout;
    viewutil::setTight(below, 4);
    m_counts->setContentsMargins(4, 0, 4, 0);
    below->addWidget(m_keywords);
    below->addWidget(m_counts);

    auto *layout = new QVBoxLayout(this);
    viewutil::setTight(layout);
    layout->addWidget(m_questionLabel);
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
    m_isOpen = true;
    m_isChild = false;
    m_hasAnswer = hasAnswer;
    show({chunk.id, {}}, chunk);
}

void ChunkEditor::openNew(bool hasAnswer)
{
    open({}, hasAnswer);
    m_text->setFocus(Qt::OtherFocusReason);
}

void ChunkEditor::openChild(const QString &chunkId, const ChildChunk &child)
{
    m_isOpen = true;
    m_isChild = true;
    m_hasAnswer = false;
    Chunk stored;
    stored.content = child.content;
    show({chunkId, child.id}, stored);
    if (child.id.isEmpty())
        m_text->setFocus(Qt::OtherFocusReason);
}

void ChunkEditor::clear()
{
    m_isOpen = m_isChild = m_hasAnswer = false;
    show({}, {});
}

void ChunkEditor::show(const ChunkRef &ref, const Chunk &stored)
{
    m_ref = ref;
    m_stored = stored;
    // The same text stays as it is, with its cursor and its undo.
    if (m_text->toPlainText() != stored.content)
        m_text->setPlainText(stored.content);
    if (m_answer->toPlainText() != stored.answer)
        m_answer->setPlainText(stored.answer);
    m_text->document()->setModified(false);
    m_answer->document()->setModified(false);
    m_keywords->setText(stored.keywords.join(u", "_s));
    m_keywords->setCursorPosition(0);
    m_keywords->setVisible(!m_isChild);
    for (QWidget *part : std::initializer_list<QWidget *>{m_questionLabel, m_answerLabel, m_answer})
        part->setVisible(m_hasAnswer);
    m_text->setAccessibleName(m_hasAnswer ? tr("Question")
                              : m_isChild ? tr("Text of the child chunk")
                                          : tr("Text of the chunk"));
    m_text->setPlaceholderText(placeholder());
    setEnabled(m_isOpen);
    showCounts();
    emit modified();
}

QString ChunkEditor::placeholder() const
{
    if (!m_isOpen)
        return tr("Choose a chunk to read or change it.");
    if (m_hasAnswer)
        return tr("What somebody asks");
    return m_isChild ? tr("Text of the new child chunk") : tr("Text of the new chunk");
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
           && (isTextModified() || m_answer->toPlainText() != m_stored.answer || keywords() != m_stored.keywords);
}

bool ChunkEditor::isTextModified() const
{
    return m_isOpen && text() != m_stored.content;
}

QString ChunkEditor::text() const
{
    return m_text->toPlainText();
}

QString ChunkEditor::problem() const
{
    if (isBlank(m_text))
        return m_hasAnswer ? tr("The question is empty.") : tr("The text is empty.");
    return m_hasAnswer && isBlank(m_answer) ? tr("The question has no answer.") : QString();
}

void ChunkEditor::focusProblem()
{
    (isBlank(m_text) ? m_text : m_answer)->setFocus(Qt::OtherFocusReason);
}

ChunkChanges ChunkEditor::changes() const
{
    ChunkChanges changes(m_stored);
    changes.content = text();
    changes.answer = m_answer->toPlainText();
    // Keywords the person did not touch belong to the old text: the server finds those of the new one.
    if (keywords() != m_stored.keywords)
        changes.keywords = keywords();
    return changes;
}

ChunkDraft ChunkEditor::draft() const
{
    return {.content = text(), .answer = m_answer->toPlainText(), .keywords = keywords()};
}

void ChunkEditor::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void ChunkEditor::showCounts()
{
    if (!m_isOpen)
        return m_counts->clear();
    const qint64 characters = text().toUcs4().size();
    QStringList parts{tr("%n character(s)", nullptr, static_cast<int>(characters))};
    if (!isModified() && !isNew() && !m_isChild) {
        if (m_stored.tokens > 0) // servers without a model count none
            parts.append(tr("%n token(s)", nullptr, static_cast<int>(m_stored.tokens)));
        parts.append(tr("%n hit(s)", nullptr, static_cast<int>(m_stored.hitCount)));
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
