// SPDX-License-Identifier: GPL-3.0-or-later
// bench_retrieval FOLDER LANGUAGE: how well the index finds the judged documents of a set, and how fast.
// FOLDER has corpus.jsonl {id, title, text}, queries.jsonl {id, text} and qrels.tsv (query, document, relevance).
#include "app/engine/search/searchindex.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <cmath>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

QList<QJsonObject> readLines(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    QList<QJsonObject> objects;
    while (!file.atEnd())
        objects.append(QJsonDocument::fromJson(file.readLine()).object());
    return objects;
}

using Judgments = QHash<QString, QHash<QString, int>>; // query, document, gain

Judgments readJudgments(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    Judgments judgments;
    while (!file.atEnd()) {
        const auto fields = QString::fromUtf8(file.readLine()).trimmed().split(u'\t');
        if (fields.size() >= 3 && fields.last().toInt() > 0)
            judgments[fields[0]][fields[1]] = fields.last().toInt();
    }
    return judgments;
}

double ndcg(const QStringList &found, const QHash<QString, int> &gains)
{
    double dcg = 0;
    for (int i = 0; i < found.size(); ++i)
        dcg += gains.value(found[i]) / std::log2(i + 2);
    QList<int> best = gains.values();
    std::sort(best.begin(), best.end(), std::greater());
    double ideal = 0;
    for (int i = 0; i < qMin(best.size(), 10); ++i)
        ideal += best[i] / std::log2(i + 2);
    return dcg / ideal;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QString folder = application.arguments().value(1);
    const QString language = application.arguments().value(2);

    const QTemporaryDir indexFolder;
    SearchIndex index(indexFolder.path());
    QStringList ids;
    QElapsedTimer timer;
    timer.start();
    QList<SearchEntry> entries;
    for (const QJsonObject &document : readLines(folder + u"/corpus.jsonl"_s)) {
        ids.append(document["id"_L1].toString());
        entries.append({ids.size(), u"set"_s, ids.last(),
                        document["title"_L1].toString() + u'\n' + document["text"_L1].toString(), language});
    }
    index.put(entries);
    index.commit(1);
    const qint64 indexed = timer.restart();

    const Judgments judgments = readJudgments(folder + u"/qrels.tsv"_s);
    double sum = 0;
    int hits = 0;
    int queries = 0;
    QList<qint64> micros;
    QList<double> firstScores;
    for (const QJsonObject &query : readLines(folder + u"/queries.jsonl"_s)) {
        const auto gains = judgments.value(query["id"_L1].toString());
        if (gains.isEmpty())
            continue;
        QElapsedTimer one;
        one.start();
        QStringList found;
        for (const SearchHit &hit : index.search(u"set"_s, query["text"_L1].toString(), 10)) {
            if (found.isEmpty())
                firstScores.append(hit.score);
            found.append(ids[hit.chunkRow - 1]);
        }
        micros.append(one.nsecsElapsed() / 1000);
        sum += ndcg(found, gains);
        const auto isRelevant = [&gains](const QString &id) { return gains.contains(id); };
        hits += std::any_of(found.cbegin(), found.cbegin() + qMin(5, found.size()), isRelevant);
        ++queries;
    }
    std::sort(micros.begin(), micros.end());
    std::sort(firstScores.begin(), firstScores.end());
    std::printf("%s: nDCG@10 %.4f  hit@5 %.4f  queries %d  indexed %lld chunks in %lld ms  p50 %lld µs  p95 %lld µs  "
                "median first score %.3f\n",
                qPrintable(folder.section(u'/', -1)), sum / queries, double(hits) / queries, queries,
                static_cast<long long>(ids.size()), static_cast<long long>(indexed),
                static_cast<long long>(micros[micros.size() / 2]),
                static_cast<long long>(micros[micros.size() * 95 / 100]), firstScores[firstScores.size() / 2]);
    return 0;
}
