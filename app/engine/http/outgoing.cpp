// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/http/outgoing.h"

#include "app/engine/http/answers.h"

namespace http {

namespace {

constexpr std::size_t filePiece = 64 * 1024; //!< Bytes of a file that are read at once.

using SharedFile = std::shared_ptr<FileBody>;

ssize_t readFile(void *file, std::uint64_t position, char *data, std::size_t size)
{
    const qint64 read
        = (*static_cast<SharedFile *>(file))->read(static_cast<qint64>(position), data, static_cast<qint64>(size));
    return read > 0 ? static_cast<ssize_t>(read) : MHD_CONTENT_READER_END_WITH_ERROR;
}

void closeFile(void *file)
{
    delete static_cast<SharedFile *>(file);
}

MHD_Response *bodyOf(const Response &response)
{
    if (response.file)
        return MHD_create_response_from_callback(static_cast<std::uint64_t>(response.file->size()), filePiece, readFile,
                                                 new SharedFile(response.file), closeFile);
    return MHD_create_response_from_buffer(static_cast<std::size_t>(response.body.size()),
                                           const_cast<char *>(response.body.constData()), MHD_RESPMEM_MUST_COPY);
}

} // namespace

MHD_Response *messageOf(const Response &response)
{
    MHD_Response *message = bodyOf(response);
    if (!message)
        return nullptr;
    MHD_add_response_header(message, "X-Version", apiVersion);
    MHD_add_response_header(message, "X-Loredesk", LOREDESK_VERSION);
    if (!response.contentType.isEmpty())
        MHD_add_response_header(message, MHD_HTTP_HEADER_CONTENT_TYPE, response.contentType.constData());
    for (const auto &[name, value] : response.headers)
        MHD_add_response_header(message, name.constData(), value.constData());
    return message;
}

} // namespace http
