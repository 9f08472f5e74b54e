// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/vectors/models.h"

#include <QJsonArray>

#include <cmath>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype largestBatch = 32; // texts in one request
constexpr qsizetype batchText = 64 * 1024; // UTF-16 units; one text may be longer

//! How many of the texts, from \a first on, go into one request.
qsizetype batchSize(const QStringList &texts, qsizetype first, qsizetype most)
{
    qsizetype size = 0;
    qsizetype length = 0;
    while (size < most && first + size < texts.size()) {
        length += texts.at(first + size).size();
        if (size > 0 && length > batchText)
            break;
        ++size;
    }
    return size;
}

//! Whether each letter counts, since nothing parts the words.
bool isWithoutSpaces(QChar::Script script)
{
    return script == QChar::Script_Han || script == QChar::Script_Hiragana || script == QChar::Script_Katakana
           || script == QChar::Script_Thai;
}

//! Shares \a total out in proportion to the words of the texts, without a remainder.
QList<qint64> share(qint64 total, const QStringList &texts)
{
    QList<qint64> shares;
    qint64 allWords = 0;
    for (const QString &text : texts)
        allWords += shares.emplaceBack(std::max<qint64>(Models::words(text), 1));
    if (total <= 0)
        return shares;
    qint64 given = 0;
    qint64 wordsSoFar = 0;
    for (qint64 &value : shares) {
        wordsSoFar += value;
        const qint64 upToHere = total * wordsSoFar / allWords;
        value = upToHere - std::exchange(given, upToHere);
    }
    return shares;
}

//! Empty when the array is no vector.
std::vector<float> normalised(const QJsonArray &array)
{
    std::vector<float> values;
    values.reserve(size_t(array.size()));
    double squares = 0;
    for (const auto &value : array) {
        if (!value.isDouble())
            return {};
        values.push_back(float(value.toDouble()));
        squares += value.toDouble() * value.toDouble();
    }
    const double length = std::sqrt(squares);
    if (!std::isfinite(length))
        return {};
    for (float &value : values)
        value = length > 0 ? float(double(value) / length) : 0; // of an empty text some models say nothing but zeros
    return values;
}

//! The texts were not the endpoint's to refuse together, so fewer of them may do.
bool mayBeTooMany(const ModelError &error)
{
    return error.kind() == ModelError::Kind::Refused;
}

} // namespace

QByteArray bytesOf(const std::vector<float> &vector)
{
    return QByteArray(reinterpret_cast<const char *>(vector.data()), qsizetype(vector.size() * sizeof(float)));
}

Models::Models(const ModelSettings &settings)
    : m_embeddings(settings.embeddings, u"embeddings"_s)
    , m_rerank(settings.rerank, u"rerank"_s)
    , m_batch(largestBatch)
{ }

QString Models::provider()
{
    return u"loredesk/endpoint/endpoint"_s;
}

qint64 Models::words(const QString &text)
{
    qint64 count = 0;
    bool isInside = false;
    for (const QChar c : text) {
        const bool isLetter = c.isLetterOrNumber();
        const bool isAlone = isLetter && isWithoutSpaces(c.script());
        if (isAlone || (isLetter && !isInside))
            ++count;
        isInside = !isAlone && (isLetter || (isInside && c.isMark()));
    }
    return count;
}

void Models::stop()
{
    m_embeddings.stop();
    m_rerank.stop();
}

void Models::requireEmbedding(const QString &model) const
{
    if (!embeddings().isSet())
        throw ModelError(ModelError::Kind::NotSetUp, u"Model %1 credentials is not initialized."_s.arg(model));
}

void Models::requireRerank(const QString &providerName, const QString &model) const
{
    if (providerName != provider())
        throw ModelError(ModelError::Kind::NotSetUp, u"Provider %1 does not exist."_s.arg(providerName));
    if (!rerank().isSet())
        throw ModelError(ModelError::Kind::NotSetUp, u"Model %1 credentials is not initialized."_s.arg(model));
}

Embeddings Models::embed(const QString &model, const QStringList &texts, const Patience &patience,
                         const std::atomic_bool *cancelled) const
{
    requireEmbedding(model);
    Embeddings embeddings;
    for (qsizetype i = 0; i < texts.size();) {
        const qsizetype size = batchSize(texts, i, m_batch);
        embedPart(model, texts.mid(i, size), patience, cancelled, &embeddings);
        i += size;
    }
    return embeddings;
}

//! Endpoints differ in how many texts they take at once, and say so by refusing them: then they are sent by halves.
void Models::embedPart(const QString &model, const QStringList &texts, const Patience &patience,
                       const std::atomic_bool *cancelled, Embeddings *embeddings) const
{
    try {
        return askEmbeddings(model, texts, patience, cancelled, embeddings);
    } catch (const ModelError &error) {
        if (texts.size() == 1 || !mayBeTooMany(error))
            throw;
    }
    const qsizetype half = (texts.size() + 1) / 2;
    embedPart(model, texts.first(half), patience, cancelled, embeddings);
    embedPart(model, texts.mid(half), patience, cancelled, embeddings);
    m_batch = std::min<qsizetype>(m_batch, half);
}

void Models::askEmbeddings(const QString &model, const QStringList &texts, const Patience &patience,
                           const std::atomic_bool *cancelled, Embeddings *embeddings) const
{
    const QJsonObject answer = m_embeddings.post(
        u"/embeddings"_s,
        {{u"model"_s, model}, {u"input"_s, QJsonArray::fromStringList(texts)}, {u"encoding_format"_s, u"float"_s}},
        patience, cancelled);
    std::vector<std::vector<float>> vectors(static_cast<size_t>(texts.size()));
    const QJsonArray data = answer["data"_L1].toArray();
    for (qsizetype i = 0; i < data.size(); ++i) {
        const QJsonObject item = data.at(i).toObject();
        const qint64 place = item["index"_L1].toInteger(i);
        if (place < 0 || place >= texts.size())
            throw m_embeddings.unexpected();
        vectors[size_t(place)] = normalised(item["embedding"_L1].toArray());
    }
    for (const auto &vector : vectors) {
        if (vector.empty() || vector.size() != vectors.front().size())
            throw m_embeddings.unexpected();
    }
    std::move(vectors.begin(), vectors.end(), std::back_inserter(embeddings->vectors));
    const QJsonObject usage = answer["usage"_L1].toObject();
    embeddings->tokens += share(usage["total_tokens"_L1].toInteger(usage["prompt_tokens"_L1].toInteger()), texts);
}

QList<double> Models::rerank(const QString &model, const QString &query, const QStringList &texts) const
{
    const QJsonObject answer = m_rerank.post(u"/rerank"_s,
                                             {{u"model"_s, model},
                                              {u"query"_s, query},
                                              {u"documents"_s, QJsonArray::fromStringList(texts)},
                                              {u"top_n"_s, texts.size()},
                                              {u"return_documents"_s, false}},
                                             Patience::whileWaiting());
    QList<double> scores(texts.size(), 0);
    const QJsonArray results = answer["results"_L1].toArray();
    if (results.isEmpty() && !texts.isEmpty())
        throw m_rerank.unexpected();
    for (const auto &result : results) {
        const qint64 index = result["index"_L1].toInteger(-1);
        if (index < 0 || index >= texts.size())
            throw m_rerank.unexpected();
        scores[index] = result["relevance_score"_L1].toDouble(result["score"_L1].toDouble());
    }
    return scores;
}
