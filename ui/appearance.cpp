// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/appearance.h"

#include "ui/statuscolors.h"

#include <QApplication>
#include <QMetaEnum>
#include <QPalette>
#include <QSettings>
#include <QStyle>
#include <QStyleFactory>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString modeKey = u"appearance"_s;
const QString fusion = u"fusion"_s;

struct Colors
{
    QColor window, base, alternate, text, button, highlight, link, light, mid, dark, quiet, disabled;
};

QPalette paletteOf(const Colors &colors)
{
    QPalette palette;
    palette.setColor(QPalette::Window, colors.window);
    palette.setColor(QPalette::Base, colors.base);
    palette.setColor(QPalette::AlternateBase, colors.alternate);
    palette.setColor(QPalette::ToolTipBase, colors.alternate);
    palette.setColor(QPalette::Button, colors.button);
    palette.setColor(QPalette::Highlight, colors.highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, colors.link);
    palette.setColor(QPalette::LinkVisited, colors.link);
    palette.setColor(QPalette::Light, colors.light);
    palette.setColor(QPalette::Midlight, colors.button);
    palette.setColor(QPalette::Mid, colors.mid);
    palette.setColor(QPalette::Dark, colors.dark);
    palette.setColor(QPalette::Shadow, colors.dark.darker());
    palette.setColor(QPalette::BrightText, Qt::white);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, colors.text);
        palette.setColor(QPalette::Disabled, role, colors.disabled);
    }
    palette.setColor(QPalette::PlaceholderText, colors.quiet);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colors.mid);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, colors.text);
    return palette;
}

Appearance::Mode modeFromSettings(const QSettings &settings)
{
    const QByteArray name = settings.value(modeKey).toString().toLatin1();
    bool known = false;
    const int value = QMetaEnum::fromType<Appearance::Mode>().keyToValue(name.constData(), &known);
    return known ? static_cast<Appearance::Mode>(value) : Appearance::Mode::System;
}

} // namespace

Appearance::Appearance(SystemColorScheme &system, QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_system(system)
    , m_settings(settings)
    , m_mode(modeFromSettings(settings))
    , m_platformStyle(QApplication::style()->objectName())
{
    connect(&m_system, &SystemColorScheme::changed, this, &Appearance::apply);
    apply();
}

void Appearance::setMode(Mode mode)
{
    m_mode = mode;
    m_settings.setValue(modeKey, QString::fromLatin1(QMetaEnum::fromType<Mode>().valueToKey(static_cast<int>(mode))));
    apply();
}

void Appearance::apply()
{
    using Scheme = SystemColorScheme::Scheme;
    const bool platformIsDark = statuscolors::isDark(QApplication::style()->standardPalette());
    const Scheme wanted = m_mode == Mode::Light  ? Scheme::Light
                          : m_mode == Mode::Dark ? Scheme::Dark
                                                 : m_system.scheme();
    const bool platformWillDo
        = m_mode == Mode::System && (wanted == Scheme::Unknown || (wanted == Scheme::Dark) == platformIsDark);
    const QString style = platformWillDo ? m_platformStyle : fusion;
    if (QApplication::style()->objectName() != style)
        QApplication::setStyle(QStyleFactory::create(style));
    QApplication::setPalette(platformWillDo ? QPalette() : wanted == Scheme::Dark ? darkPalette() : lightPalette());
}

QPalette Appearance::lightPalette()
{
    return paletteOf({.window = QColor(0xf4, 0xf5, 0xf6),
                      .base = QColor(0xff, 0xff, 0xff),
                      .alternate = QColor(0xf9, 0xfa, 0xfb),
                      .text = QColor(0x1d, 0x21, 0x26),
                      .button = QColor(0xf0, 0xf1, 0xf3),
                      .highlight = QColor(0x1f, 0x66, 0xc1),
                      .link = QColor(0x1a, 0x5f, 0xb4),
                      .light = QColor(0xff, 0xff, 0xff),
                      .mid = QColor(0xc4, 0xc8, 0xcd),
                      .dark = QColor(0x9a, 0xa0, 0xa6),
                      .quiet = QColor(0x6b, 0x70, 0x78),
                      .disabled = QColor(0xa0, 0xa5, 0xab)});
}

QPalette Appearance::darkPalette()
{
    return paletteOf({.window = QColor(0x2e, 0x31, 0x36),
                      .base = QColor(0x1a, 0x1c, 0x1e),
                      .alternate = QColor(0x1f, 0x21, 0x24),
                      .text = QColor(0xe4, 0xe6, 0xe9),
                      .button = QColor(0x3a, 0x3e, 0x44),
                      .highlight = QColor(0x2a, 0x6c, 0xc4),
                      .link = QColor(0x6c, 0xaa, 0xf2),
                      .light = QColor(0x48, 0x4c, 0x53),
                      .mid = QColor(0x48, 0x4c, 0x53),
                      .dark = QColor(0x12, 0x13, 0x15),
                      .quiet = QColor(0x9a, 0xa0, 0xa6),
                      .disabled = QColor(0x7a, 0x80, 0x87)});
}
