// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/processrule.h"

#include "app/domain/json.h"

using namespace Qt::Literals::StringLiterals;

Segmentation::Problem Segmentation::problem(int longest) const
{
    if (separator.isEmpty())
        return Problem::NoSeparator;
    if (maxTokens < minTokens)
        return Problem::TooShort;
    if (maxTokens > longest)
        return Problem::TooLong;
    // A negative overlap fails as well, but only where a part has to be cut again (recordings 1.15.0, ov_neg).
    return chunkOverlap < 0 || chunkOverlap > maxTokens ? Problem::OverlapTooLong : Problem::None;
}

Segmentation Segmentation::fromJson(const QJsonObject &object)
{
    Segmentation segmentation;
    // Servers read `separator` and report their defaults as `delimiter`.
    segmentation.separator = object["separator"_L1].toString(object["delimiter"_L1].toString(u"\n"_s));
    segmentation.maxTokens = static_cast<int>(json::toInt(object["max_tokens"_L1], segmentation.maxTokens));
    segmentation.chunkOverlap = static_cast<int>(json::toInt(object["chunk_overlap"_L1], 0));
    return segmentation;
}

QJsonObject Segmentation::toJson() const
{
    return {{u"separator"_s, separator}, {u"max_tokens"_s, maxTokens}, {u"chunk_overlap"_s, chunkOverlap}};
}

ProcessRule ProcessRule::fromJson(const QJsonObject &object)
{
    ProcessRule rule;
    const QString mode = object["mode"_L1].toString();
    if (mode == "custom"_L1)
        rule.mode = Mode::Custom;
    else if (mode == "hierarchical"_L1)
        rule.mode = Mode::Hierarchical;
    if (rule.mode == Mode::Automatic)
        return rule; // servers ignore the rules sent with it

    const QJsonObject rules = object["rules"_L1].toObject();
    rule.removeExtraSpaces = false;
    const QJsonArray items = rules["pre_processing_rules"_L1].toArray();
    for (const auto item : items) {
        const bool enabled = item["enabled"_L1].toBool();
        if (item["id"_L1] == "remove_extra_spaces"_L1)
            rule.removeExtraSpaces = enabled;
        else if (item["id"_L1] == "remove_urls_emails"_L1)
            rule.removeUrlsEmails = enabled;
    }
    rule.segmentation = Segmentation::fromJson(rules["segmentation"_L1].toObject());
    if (rules["parent_mode"_L1] == "full-doc"_L1)
        rule.parentMode = ParentMode::FullDoc;
    if (rules["subchunk_segmentation"_L1].isObject())
        rule.subchunkSegmentation = Segmentation::fromJson(rules["subchunk_segmentation"_L1].toObject());
    return rule;
}

QJsonObject ProcessRule::toJson() const
{
    if (mode == Mode::Automatic)
        return {{u"mode"_s, u"automatic"_s}};

    QJsonObject rules{
        {u"pre_processing_rules"_s,
         QJsonArray{
             QJsonObject{{u"id"_s, u"remove_extra_spaces"_s}, {u"enabled"_s, removeExtraSpaces}},
             QJsonObject{{u"id"_s, u"remove_urls_emails"_s}, {u"enabled"_s, removeUrlsEmails}},
         }},
        {u"segmentation"_s, segmentation.toJson()},
    };
    if (mode == Mode::Hierarchical) {
        rules[u"parent_mode"_s] = parentMode == ParentMode::FullDoc ? u"full-doc"_s : u"paragraph"_s;
        rules[u"subchunk_segmentation"_s] = subchunkSegmentation.toJson();
    }
    return {{u"mode"_s, mode == Mode::Custom ? u"custom"_s : u"hierarchical"_s}, {u"rules"_s, rules}};
}
