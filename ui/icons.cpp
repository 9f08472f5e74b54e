// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

using namespace Qt::Literals::StringLiterals;

namespace {

//! Draws an SVG whose strokes are `currentColor` with the palette of the moment, so that it follows light and dark.
//! The file is read when it is drawn first: most icons are in menus that are not open.
class LineIconEngine : public QIconEngine
{
public:
    explicit LineIconEngine(QString path)
        : m_path(std::move(path))
    { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const auto role = mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::WindowText;
        const QByteArray color = QGuiApplication::palette().color(QPalette::Active, role).name().toLatin1();
        if (mode == QIcon::Disabled)
            painter->setOpacity(0.4);
        QSvgRenderer(svg().replace("currentColor", color)).render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect({}, size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new LineIconEngine(*this); }

private:
    QByteArray svg()
    {
        QFile file(m_path);
        if (m_svg.isEmpty() && file.open(QIODevice::ReadOnly))
            m_svg = file.readAll();
        return m_svg;
    }

    QString m_path;
    QByteArray m_svg;
};

} // namespace

void icons::skipEmptyTheme()
{
    if (QIcon::themeName() == "hicolor"_L1)
        QIcon::setThemeSearchPaths({u":/icons"_s});
}

QIcon icons::icon(const QString &name, const QString &themeName)
{
    if (!themeName.isEmpty() && QIcon::hasThemeIcon(themeName))
        return QIcon::fromTheme(themeName);
    const QString path = u":/icons/"_s + name + u".svg"_s;
    return QFile::exists(path) ? QIcon(new LineIconEngine(path)) : QIcon();
}

QIcon icons::application()
{
    return icon(u"loredesk"_s, u"io.github.loredesk.Loredesk"_s);
}
