// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/openapi.h"

#include "app/engine/http/routes.h"
#include "app/engine/indexing/engine.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

//! That its statuses are those of the answers is seen where recordings are replayed (tests/contract), that its schemas
//! are those of the bodies where anything is asked (tests/contract/anything).
class TestOpenApi : public QObject
{
    Q_OBJECT

private slots:
    void theDescriptionHasTheRoutesOfTheServerAndNoOthers()
    {
        const QTemporaryDir folder;
        Engine engine({folder.path(), QString(), false, {}});
        http::Router router;
        http::addRoutes(router, engine, 1);
        QStringList routes = router.routes();
        QStringList described = OpenApi().routes();
        routes.sort();
        described.sort();
        QCOMPARE(described, routes);
    }
};

LOREDESK_TEST(tst_openapi, TestOpenApi)

#include "tst_openapi.moc"
