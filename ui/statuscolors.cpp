// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statuscolors.h"

#include <QPalette>

QColor statuscolors::color(Tone tone, const QPalette &palette)
{
    const bool dark = isDark(palette);
    switch (tone) {
    case Tone::Good:
        return dark ? QColor(0x17, 0xb2, 0x6a) : QColor(0x07, 0x94, 0x55);
    case Tone::Waiting:
        return dark ? QColor(0xf7, 0x90, 0x09) : QColor(0xdc, 0x68, 0x03);
    case Tone::Bad:
        return dark ? QColor(0xf0, 0x44, 0x38) : QColor(0xd9, 0x2d, 0x20);
    case Tone::Busy:
        return dark ? QColor(0x0b, 0xa5, 0xec) : QColor(0x00, 0x86, 0xc9);
    case Tone::Off:
        return dark ? QColor(0x9a, 0x9d, 0xa3) : QColor(0x6b, 0x70, 0x78);
    }
    Q_UNREACHABLE();
}

bool statuscolors::isDark(const QPalette &palette)
{
    return palette.color(QPalette::Text).lightness() > palette.color(QPalette::Base).lightness();
}
