// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/appearance.h"
#include "ui/icons.h"
#include "ui/statuscolors.h"

#include <QApplication>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

//! A session bus of our own, so that no test depends on the desktop it runs on.
class PrivateBus
{
public:
    PrivateBus()
    {
        m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        if (m_daemon.waitForStarted() && m_daemon.waitForReadyRead())
            m_address = QString::fromUtf8(m_daemon.readLine().trimmed());
    }
    ~PrivateBus()
    {
        m_daemon.terminate();
        m_daemon.waitForFinished();
    }
    QDBusConnection connect(const QString &name) const { return QDBusConnection::connectToBus(m_address, name); }

private:
    QProcess m_daemon;
    QString m_address;
};

//! A settings portal as desktops have it.
class Portal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    Portal(QDBusConnection bus, uint scheme)
        : m_bus(std::move(bus))
        , m_scheme(scheme)
    {
        m_bus.registerObject(u"/org/freedesktop/portal/desktop"_s, this, QDBusConnection::ExportScriptableSlots);
        m_bus.registerService(u"org.freedesktop.portal.Desktop"_s);
    }

    void choose(uint scheme)
    {
        m_scheme = scheme;
        auto signal = QDBusMessage::createSignal(u"/org/freedesktop/portal/desktop"_s,
                                                 u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
        signal << u"org.freedesktop.appearance"_s << u"color-scheme"_s << QVariant::fromValue(QDBusVariant(scheme));
        m_bus.send(signal);
    }

public slots:
    Q_SCRIPTABLE QDBusVariant Read(const QString &group, const QString &key)
    {
        Q_ASSERT(group == "org.freedesktop.appearance"_L1 && key == "color-scheme"_L1);
        return QDBusVariant(QVariant::fromValue(QDBusVariant(m_scheme)));
    }

private:
    QDBusConnection m_bus;
    uint m_scheme;
};

double luminance(const QColor &color)
{
    const auto channel = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace

class TestAppearance : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void theSystemsChoiceIsFollowedAsItChanges()
    {
        const PrivateBus bus;
        Portal portal(bus.connect(u"portal"_s), 1);
        SystemColorScheme system(bus.connect(u"window"_s));
        QSettings settings(m_folder->filePath(u"s.ini"_s), QSettings::IniFormat);
        const Appearance appearance(system, settings);

        QTRY_VERIFY(statuscolors::isDark(QApplication::palette()));
        portal.choose(2);
        QTRY_VERIFY(!statuscolors::isDark(QApplication::palette()));
    }

    void withoutAPortalThePlatformDecides()
    {
        const PrivateBus bus;
        const SystemColorScheme system(bus.connect(u"alone"_s));
        QCOMPARE(system.scheme(), SystemColorScheme::Scheme::Unknown);
    }

    void thePersonsChoiceWinsAndIsKept()
    {
        SystemColorScheme system(QDBusConnection(u"none"_s));
        QSettings settings(m_folder->filePath(u"s.ini"_s), QSettings::IniFormat);
        {
            Appearance appearance(system, settings);
            appearance.setMode(Appearance::Mode::Dark);
            QVERIFY(statuscolors::isDark(QApplication::palette()));
        }
        const Appearance next(system, settings);
        QCOMPARE(next.mode(), Appearance::Mode::Dark);
    }

    void wordsCanBeReadInBothThemes_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << Appearance::lightPalette();
        QTest::newRow("dark") << Appearance::darkPalette();
    }
    void wordsCanBeReadInBothThemes()
    {
        QFETCH(QPalette, palette);
        QVERIFY(contrast(palette.color(QPalette::Text), palette.color(QPalette::Base)) >= 7);
        QVERIFY(contrast(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base)) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Window)) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::Link), palette.color(QPalette::Window)) >= 4.5);
        using statuscolors::Tone;
        for (const auto tone : {Tone::Good, Tone::Waiting, Tone::Bad, Tone::Busy, Tone::Off})
            QVERIFY(contrast(statuscolors::color(tone, palette), palette.color(QPalette::Base))
                    >= 3); // a dot, not a word
    }

    //! The style draws their frames darker than the window, which is hardly seen there.
    void fieldsStandOutInTheDark()
    {
        const QPalette palette = Appearance::darkPalette();
        QVERIFY(contrast(palette.color(QPalette::Base), palette.color(QPalette::Window)) >= 1.25);
    }

    void ourIconsAreSharpAndFollowTheTheme()
    {
        SystemColorScheme system(QDBusConnection(u"none"_s));
        QSettings settings(m_folder->filePath(u"s.ini"_s), QSettings::IniFormat);
        Appearance appearance(system, settings);
        const QIcon icon = icons::icon(u"dataset"_s);

        appearance.setMode(Appearance::Mode::Light);
        const QImage light = icon.pixmap(QSize(16, 16), 2.0).toImage();
        appearance.setMode(Appearance::Mode::Dark);
        const QImage dark = icon.pixmap(QSize(16, 16), 2.0).toImage();

        QCOMPARE(light.size(), QSize(32, 32));
        QVERIFY(strongest(light).lightness() < 100);
        QVERIFY(strongest(dark).lightness() > 150);
    }

private:
    static QColor strongest(const QImage &image)
    {
        QColor found(0, 0, 0, 0);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).alpha() > found.alpha())
                    found = image.pixelColor(x, y);
            }
        }
        return found;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

LOREDESK_TEST(tst_appearance, TestAppearance)
#include "tst_appearance.moc"
