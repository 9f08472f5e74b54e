// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/erroradvice.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Advice
{
    QLatin1StringView code;
    const char *text;
};

//! The codes of the API's documentation and of recorded servers that need other advice than their kind.
constexpr std::array codes{
    Advice{"archived_document_immutable"_L1,
           QT_TRANSLATE_NOOP("ErrorAdvice", "Take the document out of the archive first.")},
    Advice{"dataset_in_use"_L1,
           QT_TRANSLATE_NOOP("ErrorAdvice", "Take the knowledge base out of the apps that use it first.")},
    Advice{"dataset_name_duplicate"_L1,
           QT_TRANSLATE_NOOP("ErrorAdvice",
                             "Choose another name; knowledge bases that only other people see take names as well.")},
    Advice{"dataset_not_initialized"_L1, QT_TRANSLATE_NOOP("ErrorAdvice", "Wait until its first document is indexed.")},
    Advice{"document_already_finished"_L1, QT_TRANSLATE_NOOP("ErrorAdvice", "Reload the list to see how it is now.")},
    Advice{"filename_not_exists_error"_L1, QT_TRANSLATE_NOOP("ErrorAdvice", "Give the file a name.")},
    Advice{"file_too_large"_L1,
           QT_TRANSLATE_NOOP("ErrorAdvice", "Split the file, or raise the limit in the server's settings.")},
    Advice{"high_quality_dataset_only"_L1,
           QT_TRANSLATE_NOOP("ErrorAdvice", "Change the knowledge base to high quality first.")},
    Advice{ApiError::localFile, nullptr}, // of this computer, whose system says what is wrong
    Advice{"invalid_metadata"_L1, QT_TRANSLATE_NOOP("ErrorAdvice", "Check the names and values of the metadata.")},
    Advice{"no_file_uploaded"_L1, QT_TRANSLATE_NOOP("ErrorAdvice", "Choose the file again.")},
    Advice{"pipeline_run_error"_L1, QT_TRANSLATE_NOOP("ErrorAdvice", "Fill in all that the pipeline asks for.")},
    Advice{"provider_not_initialize"_L1,
           QT_TRANSLATE_NOOP("ErrorAdvice", "Set the model up, with its key, in the server's model settings.")},
    Advice{"provider_quota_exceeded"_L1,
           QT_TRANSLATE_NOOP("ErrorAdvice", "Give the server another key for the model, or choose another model.")},
    Advice{"too_many_files"_L1, QT_TRANSLATE_NOOP("ErrorAdvice", "Send one file at a time.")},
    Advice{"unsupported_file_type"_L1,
           QT_TRANSLATE_NOOP("ErrorAdvice", "Save the file in another format, such as PDF or plain text.")},
};

const char *adviceOf(ApiError::Kind kind)
{
    switch (kind) {
    case ApiError::Kind::Network:
    case ApiError::Kind::Timeout:
        return QT_TRANSLATE_NOOP("ErrorAdvice", "Check that the server runs and that this computer can reach it.");
    case ApiError::Kind::Tls:
        return QT_TRANSLATE_NOOP("ErrorAdvice", "Ask whoever runs the server for its certificate.");
    case ApiError::Kind::Unauthorized:
        return QT_TRANSLATE_NOOP("ErrorAdvice",
                                 "Enter the key again; it has to be a key of the knowledge API, not of an app.");
    case ApiError::Kind::Forbidden:
        return QT_TRANSLATE_NOOP("ErrorAdvice", "Allow it on the server, or use a key that may do it.");
    case ApiError::Kind::NotFound:
        return QT_TRANSLATE_NOOP("ErrorAdvice", "Reload the list: somebody may have deleted it.");
    case ApiError::Kind::Conflict:
        return QT_TRANSLATE_NOOP("ErrorAdvice", "Choose another name.");
    case ApiError::Kind::RateLimited:
        return QT_TRANSLATE_NOOP("ErrorAdvice",
                                 "Nothing is sent until the server takes requests again; then try again.");
    case ApiError::Kind::QuotaExceeded:
        return QT_TRANSLATE_NOOP("ErrorAdvice", "Delete what is not needed, or get a larger plan.");
    case ApiError::Kind::TooLarge:
        return QT_TRANSLATE_NOOP("ErrorAdvice", "Split it, or raise the limit in the server's settings.");
    case ApiError::Kind::Busy:
        return QT_TRANSLATE_NOOP("ErrorAdvice", "Try again when it is indexed.");
    case ApiError::Kind::Server:
        return QT_TRANSLATE_NOOP("ErrorAdvice", "Try again; if it stays so, the server's log knows more.");
    case ApiError::Kind::Parse:
        return QT_TRANSLATE_NOOP("ErrorAdvice", "Check the address of the server.");
    case ApiError::Kind::Unsupported:
    case ApiError::Kind::BadRequest:
        return nullptr; // the message is what there is to change
    }
    Q_UNREACHABLE();
}

} // namespace

QString adviceFor(const ApiError &error)
{
    const auto known
        = std::find_if(codes.begin(), codes.end(), [&](const Advice &advice) { return advice.code == error.code; });
    const bool isOurs = error.httpStatus == 0 && error.kind == ApiError::Kind::BadRequest;
    const char *text = known == codes.end() ? adviceOf(error.kind) : known->text;
    return text && !isOurs ? QCoreApplication::translate("ErrorAdvice", text) : QString();
}

QString sentenceFor(const ApiError &error)
{
    const bool isKey = error.kind == ApiError::Kind::Unauthorized; // servers speak of tokens
    const QString message
        = isKey ? QCoreApplication::translate("ErrorAdvice", "The key was refused (401).") : error.message.trimmed();
    const QString advice = adviceFor(error);
    if (advice.isEmpty())
        return message;
    const bool isClosed = message.endsWith(u'.') || message.endsWith(u'!') || message.endsWith(u'?');
    return message + (isClosed ? u" "_s : u". "_s) + advice;
}
