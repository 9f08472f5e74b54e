// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/extract/extraction.h"
#include "app/engine/text/splitter.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString folder = QStringLiteral(FIXTURES "/engine/extract/recorded/");

QJsonObject readJson(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QStringList toStrings(const QJsonArray &array)
{
    QStringList all;
    for (const QJsonValue &value : array)
        all.append(value.toString());
    return all;
}

} // namespace

//! Files that were sent to a real server (Dify 1.15.0), with the chunks that it made of them. Where ours are better,
//! they stand in departures.json, and the reason in docs/deviations.md.
class TestRecordedFiles : public QObject
{
    Q_OBJECT

private slots:
    void aFileGivesTheRecordedChunks_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : QDir(folder).entryList({u"file_*.json"_s}))
            QTest::newRow(qPrintable(name)) << name;
    }

    void aFileGivesTheRecordedChunks()
    {
        QFETCH(QString, name);
        const QJsonObject recorded = readJson(folder + name);
        const QJsonValue departure = readJson(folder + u"departures.json")[name];
        const QJsonArray expected = (departure.isArray() ? departure : recorded["chunks"_L1]).toArray();

        const QString path = folder + recorded["file"_L1].toString();
        const Extraction read = extractFile(path, QFileInfo(path).suffix());
        QCOMPARE(read.error, QString());
        QStringList chunks;
        for (const QString &piece : read.pieces) {
            const auto rule = ProcessRule::fromJson(recorded["process_rule"_L1].toObject());
            const QString error = splitIntoChunks(piece, rule, [&](const TextChunk &chunk) {
                chunks.append(chunk.text);
                return true;
            });
            QCOMPARE(error, QString());
        }
        QCOMPARE(chunks, toStrings(expected));
    }
};

LOREDESK_TEST(tst_recordedfiles, TestRecordedFiles)
#include "tst_recordedfiles.moc"
