// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled once for the window and its tests.
#include "core.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QLabel>
#include <QMainWindow>
#include <QPainter>
#include <QTreeView>
