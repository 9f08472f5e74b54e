// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/limitsform.h"

#include "ui/viewutil.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;
constexpr int largest = 10 * 1024; //!< MiB.

//! As people write them: "pdf", ".PDF", "*.pdf", with spaces or commas between.
QStringList typesIn(const QString &text)
{
    static const QRegularExpression between(u"[\\s,;]+"_s);
    static const QRegularExpression before(u"^\\*?\\.?"_s);
    QStringList types;
    for (QString type : text.toLower().split(between, Qt::SkipEmptyParts)) {
        type.remove(before);
        if (!type.isEmpty() && !types.contains(type))
            types.append(type);
    }
    return types;
}

} // namespace

LimitsForm::LimitsForm(QWidget *parent)
    : QWidget(parent)
    , m_size(new QSpinBox)
    , m_types(new QLineEdit)
    , m_reset(new QPushButton(tr("&Defaults")))
    , m_note(viewutil::plainLabel(tr("What is outside of these is left out of an upload, unless it is sent anyway."),
                                  u"limitsNote"_s))
{
    viewutil::name(m_size, u"limitsSize"_s, tr("Largest file, in MiB"),
                   tr("As UPLOAD_FILE_SIZE_LIMIT in the settings of the server"));
    m_size->setRange(1, largest);
    m_size->setSuffix(tr(" MiB"));
    m_size->setGroupSeparatorShown(true);
    viewutil::name(m_types, u"limitsTypes"_s, tr("Types of files"),
                   tr("The ends of their names, with spaces between: pdf md txt"));
    viewutil::name(m_reset, u"limitsReset"_s, tr("Use the defaults of the server's version"),
                   tr("Use the defaults of the server's version"));
    m_reset->setAutoDefault(false);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);

    auto *size = new QHBoxLayout;
    size->addWidget(m_size);
    size->addStretch();
    size->addWidget(m_reset);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(viewutil::heading(tr("Files that the server takes")));
    auto *sizeLabel = new QLabel(tr("&Largest"));
    sizeLabel->setBuddy(m_size);
    form->addRow(sizeLabel, size);
    form->addRow(tr("&Types"), m_types);
    form->addRow(m_note);
    connect(m_size, &QSpinBox::valueChanged, this, &LimitsForm::onEdited);
    connect(m_types, &QLineEdit::textChanged, this, &LimitsForm::onEdited);
    connect(m_reset, &QPushButton::clicked, this, [this] { show(m_defaults); });
}

void LimitsForm::setLimits(const UploadLimits &limits, const UploadLimits &defaults)
{
    m_defaults = defaults;
    show(limits);
}

void LimitsForm::show(const UploadLimits &limits)
{
    m_size->setValue(static_cast<int>(std::clamp<qint64>(limits.maxBytes / mebibyte, 1, largest)));
    m_types->setText(limits.suffixes.join(u' '));
    m_types->setCursorPosition(0);
    onEdited();
}

UploadLimits LimitsForm::limits() const
{
    return {m_size->value() * mebibyte, typesIn(m_types->text())};
}

bool LimitsForm::isDefault() const
{
    const UploadLimits chosen = limits();
    const auto sorted = [](QStringList types) {
        types.sort();
        return types;
    };
    return chosen.maxBytes == m_defaults.maxBytes && sorted(chosen.suffixes) == sorted(m_defaults.suffixes);
}

QString LimitsForm::problem() const
{
    static const QRegularExpression type(u"^[\\p{L}\\p{N}_+-]{1,16}$"_s);
    const QStringList types = limits().suffixes;
    if (types.isEmpty())
        return tr("Name at least one type of file, such as pdf.");
    for (const QString &one : types) {
        if (!type.match(one).hasMatch())
            return tr("“%1” is no type of file. Write the end of the name alone, such as pdf.").arg(one);
    }
    return {};
}

void LimitsForm::onEdited()
{
    m_reset->setEnabled(!isDefault());
    emit changed();
}
