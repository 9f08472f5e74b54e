// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pipelineform.h"

#include "app/models/format.h"
#include "ui/viewutil.h"
#include "ui/widgets/segmentationform.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {

using Type = PipelineInput::Type;

constexpr int linesShown = 3;
constexpr int mostHeight = 160; //!< Of the fields, in pixels; more of them are scrolled.

std::optional<double> numberIn(const QString &text)
{
    bool isNumber = false;
    const double number = text.trimmed().toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

//! JSON tells apart true, 7 and "7"; pipelines do so too.
QJsonValue valueFrom(const QString &text)
{
    if (text == "true"_L1 || text == "false"_L1)
        return text == "true"_L1;
    if (const auto number = numberIn(text))
        return *number;
    const bool isQuoted = text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"');
    return unescaped(isQuoted ? text.mid(1, text.size() - 2) : text);
}

QString textFrom(const QJsonValue &value)
{
    if (!value.isString())
        return value.toVariant().toString();
    const QString text = escaped(value.toString());
    // What would be read as something else, or lose its ends.
    return valueFrom(text).isString() && text.trimmed() == text && !text.isEmpty() && !text.startsWith(u'"')
               ? text
               : u'"' + text + u'"';
}

//! Of fields that are empty or blank.
QJsonValue orUndefined(const QString &text)
{
    return text.trimmed().isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
}

QString titleOf(const PipelineInput &input)
{
    QString title = input.label;
    if (!input.unit.isEmpty())
        title += u" ("_s + input.unit + u')';
    return input.required ? title : PipelineForm::tr("%1, optional").arg(title);
}

QString problemWith(const PipelineInput &input, const QJsonValue &value)
{
    if (value.isUndefined())
        return input.required ? PipelineForm::tr("The pipeline asks for “%1”.").arg(input.label) : QString();
    if (input.type == Type::Number && !value.isDouble())
        return PipelineForm::tr("“%1” is not a number.").arg(value.toString());
    if (input.maxLength > 0 && value.toString().size() > input.maxLength)
        return PipelineForm::tr("“%1” has more than %2 characters.").arg(input.label, format::count(input.maxLength));
    return {};
}

} // namespace

PipelineForm::PipelineForm(QWidget *parent)
    : QWidget(parent)
    , m_asked(new QScrollArea)
    , m_more(new QPlainTextEdit)
{
    setObjectName(u"pipelineForm"_s);
    viewutil::name(m_more, u"pipelineMore"_s, tr("Other inputs of the pipeline"), tr("One in each line: name = value"));
    m_more->setTabChangesFocus(true);
    m_more->setFixedHeight((linesShown + 2) * m_more->fontMetrics().lineSpacing() + 8);
    m_more->setPlaceholderText(u"delimiter = \\n\\n\nmax_chunk_length = 500"_s);
    auto *note = viewutil::plainLabel(
        tr("Inputs of the pipeline's later steps, one in each line: name = value. The server does not list them, and "
           "refuses files while one that it requires is missing."),
        u"pipelineNote"_s);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    viewutil::setTight(layout);
    m_asked->setFrameShape(QFrame::NoFrame);
    m_asked->setWidgetResizable(true);
    m_asked->setFocusPolicy(Qt::NoFocus);
    viewutil::name(m_asked, u"pipelineAsked"_s, tr("Inputs of the pipeline"));
    layout->addWidget(m_asked);
    layout->addWidget(m_more);
    layout->addWidget(note);
    connect(m_more, &QPlainTextEdit::textChanged, this, &PipelineForm::changed);
}

void PipelineForm::setInputs(const QList<PipelineInput> &inputs, const QJsonObject &values)
{
    m_fields.clear();
    auto *asked = new QWidget;
    auto *form = new QFormLayout(asked);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(4);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    QJsonObject others = values;
    for (const PipelineInput &input : inputs) {
        if (input.type == Type::Other)
            continue; // optional, and nobody here knows what it looks like
        others.remove(input.name);
        QWidget *editor
            = makeEditor(input, values.value(input.name).isUndefined() ? input.preset : values.value(input.name));
        viewutil::name(editor, u"pipelineInput_"_s + input.name, titleOf(input),
                       input.hint.isEmpty() ? input.label : input.hint);
        form->addRow(viewutil::plainLabel(titleOf(input)), editor);
    }
    m_asked->setWidget(asked);
    m_asked->setFixedHeight(std::min(asked->sizeHint().height(), mostHeight));
    QWidget *before = m_more->previousInFocusChain();
    for (int row = 0; row < form->rowCount(); ++row) {
        QWidget *editor = form->itemAt(row, QFormLayout::FieldRole)->widget();
        setTabOrder(before, editor);
        before = editor;
    }
    m_asked->setVisible(!m_fields.isEmpty());
    m_more->setPlainText(inputsToText(others));
    emit changed();
}

QWidget *PipelineForm::makeEditor(const PipelineInput &input, const QJsonValue &value)
{
    switch (input.type) {
    case Type::Paragraph:
        return makeParagraph(input, value);
    case Type::Select:
        return makeSelect(input, value);
    case Type::Checkbox:
        return makeCheckbox(input, value);
    default:
        return makeLine(input, value);
    }
}

QWidget *PipelineForm::makeLine(const PipelineInput &input, const QJsonValue &value)
{
    auto *line = new QLineEdit(value.toVariant().toString());
    if (input.maxLength > 0 && input.type == Type::Text)
        line->setMaxLength(input.maxLength);
    connect(line, &QLineEdit::textChanged, this, &PipelineForm::changed);
    m_fields.append({input, [line, isNumber = input.type == Type::Number] {
                         const auto number = isNumber ? numberIn(line->text()) : std::nullopt;
                         return number ? QJsonValue(*number) : orUndefined(line->text());
                     }});
    return line;
}

QWidget *PipelineForm::makeParagraph(const PipelineInput &input, const QJsonValue &value)
{
    auto *text = new QPlainTextEdit(value.toString());
    text->setTabChangesFocus(true);
    text->setFixedHeight(linesShown * text->fontMetrics().lineSpacing() + 8);
    connect(text, &QPlainTextEdit::textChanged, this, &PipelineForm::changed);
    m_fields.append({input, [text] { return orUndefined(text->toPlainText()); }});
    return text;
}

QWidget *PipelineForm::makeSelect(const PipelineInput &input, const QJsonValue &value)
{
    auto *box = new QComboBox;
    if (!input.required)
        box->addItem({});
    box->addItems(input.options);
    box->setCurrentIndex(std::max(0, box->findText(value.toString())));
    connect(box, &QComboBox::currentIndexChanged, this, &PipelineForm::changed);
    m_fields.append({input, [box] { return orUndefined(box->currentText()); }});
    return box;
}

QWidget *PipelineForm::makeCheckbox(const PipelineInput &input, const QJsonValue &value)
{
    auto *box = new QCheckBox;
    box->setChecked(value.toVariant().toBool());
    connect(box, &QCheckBox::toggled, this, &PipelineForm::changed);
    m_fields.append({input, [box] { return QJsonValue(box->isChecked()); }});
    return box;
}

QJsonObject PipelineForm::values() const
{
    QJsonObject values = inputsFromText(m_more->toPlainText()).value_or(QJsonObject());
    for (const Field &field : m_fields) {
        if (const QJsonValue value = field.value(); !value.isUndefined())
            values[field.input.name] = value;
    }
    return values;
}

QString PipelineForm::problem() const
{
    for (const Field &field : m_fields) {
        if (const QString problem = problemWith(field.input, field.value()); !problem.isEmpty())
            return problem;
    }
    QString wrong;
    return inputsFromText(m_more->toPlainText(), &wrong) ? QString()
                                                         : tr("“%1” is no input. Write: name = value").arg(wrong);
}

QString inputsToText(const QJsonObject &inputs)
{
    QStringList lines;
    for (auto it = inputs.begin(); it != inputs.end(); ++it)
        lines.append(it.key() + u" = "_s + textFrom(it.value()));
    return lines.join(u'\n');
}

std::optional<QJsonObject> inputsFromText(const QString &text, QString *wrong)
{
    QJsonObject inputs;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        const QString name = line.section(u'=', 0, 0).trimmed();
        if (name.isEmpty() || !line.contains(u'=')) {
            if (wrong)
                *wrong = line.trimmed();
            return {};
        }
        inputs[name] = valueFrom(line.section(u'=', 1).trimmed());
    }
    return inputs;
}
