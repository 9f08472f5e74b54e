// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/filelinks.h"

#include "tests/support/testmain.h"

#include <QTest>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;
using namespace http;

//! Who has a link may fetch its file, nobody else, and only for five minutes.
class TestFileLinks : public QObject
{
    Q_OBJECT

private slots:
    void init() { s_now = 1'800'000'000; }

    void aLinkLeadsToItsFileOnTheHostItWasAskedFrom()
    {
        const QUrl link(m_links.link("localhost:8020", u"file"_s, FileLinks::As::Attachment));
        QCOMPARE(link.host(), u"localhost"_s);
        QCOMPARE(link.port(), 8020);
        QCOMPARE(link.path(), u"/files/file/file-preview"_s);
        QCOMPARE(statusOf(requestOf(link), u"file"_s), 200);
    }

    void whatIsSignedCannotBeChanged()
    {
        const QUrl link(m_links.link("localhost", u"file"_s, FileLinks::As::Preview));
        QCOMPARE(statusOf(requestOf(link), u"other"_s), 404);
        for (int changed = 0; changed < 3; ++changed) {
            Request request = requestOf(link);
            QString &value = request.queryItems[changed].second;
            value.replace(0, 1, value.startsWith(u'x') ? u"y"_s : u"x"_s);
            QCOMPARE(statusOf(request, u"file"_s), 404);
        }
        QCOMPARE(
            statusOf(requestOf(QUrl(FileLinks(now).link("localhost", u"file"_s, FileLinks::As::Preview))), u"file"_s),
            404);
    }

    void aLinkEndsAfterFiveMinutes()
    {
        const Request request = requestOf(QUrl(m_links.link("localhost", u"file"_s, FileLinks::As::Attachment)));
        s_now += 300;
        QCOMPARE(statusOf(request, u"file"_s), 200);
        s_now += 1;
        QCOMPARE(statusOf(request, u"file"_s), 404);
    }

    void aLinkWithoutItsPartsIsSaidToBeIncomplete() { QCOMPARE(statusOf(Request(), u"file"_s), 400); }

private:
    static qint64 now() { return s_now; }

    static Request requestOf(const QUrl &link)
    {
        Request request;
        const auto items = QUrlQuery(link).queryItems(QUrl::FullyDecoded);
        for (const auto &item : items)
            request.queryItems.append(item);
        return request;
    }

    int statusOf(const Request &request, const QString &file) const
    {
        try {
            m_links.requireSigned(request, file);
        } catch (const Refusal &refusal) {
            return refusal.status;
        }
        return 200;
    }

    static inline qint64 s_now = 0;
    FileLinks m_links{now};
};

LOREDESK_TEST(tst_filelinks, TestFileLinks)
#include "tst_filelinks.moc"
