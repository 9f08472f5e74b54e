// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/extraction.h"
#include "app/services/uploadplan.h"

#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::Literals::StringLiterals;

using Reason = LeftOut::Reason;

class TestUploadPlan : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void aFolderIsWalkedWithAllThatIsBelowIt()
    {
        write(u"base/b.txt"_s);
        write(u"base/a.MD"_s);
        write(u"base/sub/deep/c.pdf"_s, "12345");
        const UploadPlan plan = planFor({u"base"_s});
        QCOMPARE(names(plan), (QStringList{u"base/a.MD"_s, u"base/b.txt"_s, u"base/sub/deep/c.pdf"_s}));
        QCOMPARE(plan.files.last().name, u"c.pdf"_s);
        QCOMPARE(plan.files.last().size, 5);
        QCOMPARE(plan.files.last().path, path(u"base/sub/deep/c.pdf"_s));
        QCOMPARE(plan.totalBytes(), 7);
        QVERIFY(plan.leftOut.isEmpty());
    }

    void whatIsLeftOutIsListedWithTheReason()
    {
        write(u"base/good.txt"_s);
        write(u"base/.hidden.txt"_s);
        write(u"base/empty.txt"_s, "");
        write(u"base/program.exe"_s);
        write(u"base/noSuffix"_s);
        write(u"base/big.txt"_s, QByteArray(101, 'x'));
        QVERIFY(QFile::link(path(u"base/good.txt"_s), path(u"base/link.txt"_s)));
        QVERIFY(QFile::link(path(u"base/nowhere"_s), path(u"base/broken.txt"_s)));
        QVERIFY(QDir(m_dir->path()).mkpath(u"base/.git/objects"_s));
        write(u"base/.git/objects/x.txt"_s);

        const UploadPlan plan = planFor({u"base"_s, u"missing.txt"_s});

        QCOMPARE(names(plan), QStringList{u"base/good.txt"_s});
        const QHash<QString, Reason> expected{
            {u"base/.hidden.txt"_s, Reason::Hidden},      {u"base/empty.txt"_s, Reason::Empty},
            {u"base/program.exe"_s, Reason::Unsupported}, {u"base/noSuffix"_s, Reason::Unsupported},
            {u"base/big.txt"_s, Reason::TooLarge},        {u"base/link.txt"_s, Reason::Link},
            {u"base/broken.txt"_s, Reason::Link},         {u"base/.git"_s, Reason::Hidden},
            {u"missing.txt"_s, Reason::Missing}};
        QHash<QString, Reason> reasons;
        for (const LeftOut &item : plan.leftOut)
            reasons.insert(item.relativePath, item.reason);
        QCOMPARE(reasons, expected);
    }

    void aFileThatIsNotOneIsLeftOut()
    {
#ifdef Q_OS_UNIX
        QVERIFY(QDir(m_dir->path()).mkpath(u"base"_s));
        QCOMPARE(mkfifo(path(u"base/pipe.txt"_s).toLocal8Bit().constData(), 0600), 0);
        QCOMPARE(planFor({u"base"_s}).leftOut,
                 (QList<LeftOut>{{u"base/pipe.txt"_s, Reason::NotAFile, 0, path(u"base/pipe.txt"_s)}}));
        QCOMPARE(planFor({u"base/pipe.txt"_s}).leftOut,
                 (QList<LeftOut>{{u"pipe.txt"_s, Reason::NotAFile, 0, path(u"base/pipe.txt"_s)}}));
#endif
    }

    void whatNobodyMayReadIsLeftOut()
    {
        write(u"base/secret.txt"_s);
        QFile::setPermissions(path(u"base/secret.txt"_s), {});
        const UploadPlan plan = planFor({u"base"_s});
        // The superuser may read it all the same, and then it has to be in the plan.
        const bool readable = QFile(path(u"base/secret.txt"_s)).open(QIODevice::ReadOnly);
        QCOMPARE(names(plan), readable ? QStringList{u"base/secret.txt"_s} : QStringList());
        QCOMPARE(plan.leftOut.size(), readable ? 0 : 1);
    }

    void loopsOfLinksEnd()
    {
        write(u"base/sub/a.txt"_s);
        QVERIFY(QFile::link(path(u"base"_s), path(u"base/sub/up"_s)));
        QVERIFY(QFile::link(path(u"base/self"_s), path(u"base/self"_s)));
        const UploadPlan plan = planFor({u"base"_s});
        QCOMPARE(names(plan), QStringList{u"base/sub/a.txt"_s});
        QCOMPARE(plan.leftOut.size(), 2);
    }

    void aLinkThatWasChosenItselfIsFollowed()
    {
        write(u"real/a.txt"_s);
        QVERIFY(QFile::link(path(u"real"_s), path(u"chosen"_s)));
        QCOMPARE(names(planFor({u"chosen"_s})), QStringList{u"chosen/a.txt"_s});
    }

    void aFileChosenBesideItsFolderIsSentOnce()
    {
        write(u"base/a.txt"_s);
        const UploadPlan plan = planFor({u"base"_s, u"base/a.txt"_s, u"base"_s});
        QCOMPARE(names(plan), QStringList{u"base/a.txt"_s});
        QCOMPARE(plan.leftOut.size(), 2);
        QCOMPARE(plan.leftOut.first().reason, Reason::Twice);
    }

    void namesAreComposed()
    {
        const QString decomposed = u"Gru\u0308\u00dfe.txt"_s;
        write(u"base/"_s + decomposed);
        const UploadPlan plan = planFor({u"base"_s});
        QCOMPARE(plan.files.value(0).name, u"Gr\u00fc\u00dfe.txt"_s);
        QCOMPARE(plan.files.value(0).relativePath, u"base/Gr\u00fc\u00dfe.txt"_s);
        QVERIFY(QFile::exists(plan.files.value(0).path));
    }

    void equalNamesAreMarked()
    {
        write(u"base/a.txt"_s);
        write(u"base/b.txt"_s);
        write(u"base/sub/a.txt"_s);
        UploadPlan plan = planFor({u"base"_s});
        markSameNames(plan, {u"b.txt"_s});
        using SameName = UploadCandidate::SameName;
        QCOMPARE(plan.files.at(0).sameName, SameName::None);
        QCOMPARE(plan.files.at(1).sameName, SameName::InDataset);
        QCOMPARE(plan.files.at(2).sameName, SameName::InPlan);
        markSameNames(plan, {});
        QCOMPARE(plan.files.at(1).sameName, SameName::None);
    }

    void walkingCanBeStopped()
    {
        for (int number = 0; number < 500; ++number)
            write(u"base/%1.txt"_s.arg(number));
        const UploadPlan plan = planUpload({path(u"base"_s)}, limits(), [](int met) { return met < 100; });
        QVERIFY(plan.cancelled);
        QVERIFY(plan.files.size() < 200);
    }

    void everyReasonHasWords()
    {
        for (int reason = 0; reason <= int(Reason::Twice); ++reason)
            QVERIFY(!reasonText({u"x"_s, Reason(reason), 0}, limits()).isEmpty());
        QCOMPARE(reasonText({u"x"_s, Reason::TooLarge, 0}, UploadLimits::ofDify()), u"larger than 15.0 MiB"_s);
    }

    void olderServersTakeFewerTypes()
    {
        QVERIFY(!UploadLimits::ofDify(u"0.11.1"_s).suffixes.contains(u"mdx"_s));
        QVERIFY(UploadLimits::ofDify(u"0.15.3"_s).suffixes.contains(u"mdx"_s));
        QVERIFY(!UploadLimits::ofDify(u"0.15.3"_s).suffixes.contains(u"vtt"_s));
        QVERIFY(UploadLimits::ofDify(u"1.15.0"_s).suffixes.contains(u"vtt"_s));
    }

    void whatTheServerIsThoughtToRefuseCanBeSentAnyway()
    {
        write(u"base/good.txt"_s);
        write(u"base/empty.txt"_s, "");
        write(u"base/notes.org"_s);
        write(u"base/big.txt"_s, QByteArray(101, 'x'));
        UploadPlan plan = planFor({u"base"_s});

        sendAnyway(plan);

        QCOMPARE(names(plan), (QStringList{u"base/good.txt"_s, u"base/big.txt"_s, u"base/notes.org"_s}));
        QCOMPARE(plan.files.at(1).size, 101);
        QCOMPARE(plan.files.at(1).modified, QFileInfo(path(u"base/big.txt"_s)).lastModified().toMSecsSinceEpoch());
        QCOMPARE(plan.leftOut.size(), 1);
    }

    void whatIsEmptyIsNeverSent()
    {
        write(u"base/empty.org"_s, "");
        UploadPlan plan = planFor({u"base"_s});

        sendAnyway(plan);

        QCOMPARE(plan.leftOut.value(0).reason, Reason::Empty);
    }

    void thisComputerTakesMoreThanDify()
    {
        QCOMPARE(UploadLimits::ofThisComputer().maxBytes, 500 * 1024 * 1024);
    }

    void whatThisComputerReadsIsWhatItsServerReads()
    {
        QStringList offered = UploadLimits::ofThisComputer().suffixes;
        QStringList read = supportedExtensions();
        offered.sort();
        read.sort();
        QCOMPARE(offered, read);
    }

private:
    QString path(const QString &name) const
    {
        return m_dir->filePath(name);
    }

    static UploadLimits limits()
    {
        return {100, {u"txt"_s, u"md"_s, u"pdf"_s}};
    }

    UploadPlan planFor(const QStringList &names) const
    {
        QStringList paths;
        for (const QString &name : names)
            paths.append(path(name));
        return planUpload(paths, limits());
    }

    void write(const QString &name, const QByteArray &content = "x") const
    {
        QFile file(path(name));
        QVERIFY(QDir().mkpath(QFileInfo(file).path()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    static QStringList names(const UploadPlan &plan)
    {
        QStringList list;
        for (const UploadCandidate &file : plan.files)
            list.append(file.relativePath);
        return list;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

LOREDESK_TEST(tst_uploadplan, TestUploadPlan)
#include "tst_uploadplan.moc"
