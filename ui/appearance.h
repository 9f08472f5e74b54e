// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/systemcolorscheme.h"

class QPalette;
class QSettings;

//! Light or dark: as the system has it, or as the person chose. Kept in the settings.
class Appearance : public QObject
{
    Q_OBJECT

public:
    enum class Mode { System, Light, Dark };
    Q_ENUM(Mode)

    Appearance(SystemColorScheme &system, QSettings &settings, QObject *parent = nullptr);

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);

    static QPalette lightPalette();
    static QPalette darkPalette();

private:
    void apply();

    SystemColorScheme &m_system;
    QSettings &m_settings;
    Mode m_mode;
    const QString m_platformStyle; //!< The style the platform chose, to go back to it.
};
