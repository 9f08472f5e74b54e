// SPDX-License-Identifier: GPL-3.0-or-later
// bench_retrieval FOLDER: how well the index finds the judged documents of each set in FOLDER, and how fast. A set is a
// folder with corpus.jsonl {id, title, text}, queries.jsonl {id, text} and qrels.tsv (query, document, relevance). All
// are in one index, each as a dataset, one document and one chunk per entry.
#include "app/engine/search/searchindex.h"
#include "app/engine/text/language.h"

#include <QDir>
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

struct Set
{
    QString folder;
    QString name;
    qint64 firstRow = 1;
    QStringList ids;
};

void indexSet(SearchIndex &index, Set &set)
{
    QElapsedTimer timer;
    timer.start();
    QList<SearchEntry> entries;
    for (const QJsonObject &document : readLines(set.folder + u"/corpus.jsonl"_s)) {
        const QString text = document["title"_L1].toString() + u'\n' + document["text"_L1].toString();
        entries.append({set.firstRow + set.ids.size(), set.name, document["id"_L1].toString(), text, languageOf(text)});
        set.ids.append(document["id"_L1].toString());
    }
    index.put(entries);
    index.commit(set.firstRow);
    std::printf("%-12s %lld chunks indexed in %lld ms\n", qPrintable(set.name), static_cast<long long>(set.ids.size()),
                static_cast<long long>(timer.elapsed()));
}

void askSet(const SearchIndex &index, const Set &set)
{
    const Judgments judgments = readJudgments(set.folder + u"/qrels.tsv"_s);
    double sum = 0;
    int hits = 0;
    QList<qint64> micros;
    QList<double> firstScores;
    for (const QJsonObject &query : readLines(set.folder + u"/queries.jsonl"_s)) {
        const auto gains = judgments.value(query["id"_L1].toString());
        if (gains.isEmpty())
            continue;
        QElapsedTimer timer;
        timer.start();
        const auto answer = index.search(set.name, query["text"_L1].toString(), 10);
        micros.append(timer.nsecsElapsed() / 1000);
        firstScores.append(answer.isEmpty() ? 0 : answer.first().score);
        QStringList found;
        for (const SearchHit &hit : answer)
            found.append(set.ids[hit.chunkRow - set.firstRow]);
        sum += ndcg(found, gains);
        hits += std::any_of(found.cbegin(), found.cbegin() + qMin<qsizetype>(5, found.size()),
                            [&gains](const QString &id) { return gains.contains(id); });
    }
    const auto count = micros.size();
    std::sort(micros.begin(), micros.end());
    std::sort(firstScores.begin(), firstScores.end());
    std::printf("%-12s nDCG@10 %.4f  hit@5 %.4f  %lld queries, p50 %lld us, p95 %lld us, median of first scores %.2f\n",
                qPrintable(set.name), sum / double(count), double(hits) / double(count), static_cast<long long>(count),
                static_cast<long long>(micros[count / 2]), static_cast<long long>(micros[count * 95 / 100]),
                firstScores[count / 2]);
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 2)
        qFatal("usage: bench_retrieval FOLDER");
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    const QTemporaryDir indexFolder;
    SearchIndex index(indexFolder.path());
    QList<Set> sets;
    qint64 row = 1;
    for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        sets.append({folder.filePath(name), name, row, {}});
        indexSet(index, sets.last());
        row += sets.last().ids.size();
    }
    for (const Set &set : sets)
        askSet(index, set);
    return 0;
}
