// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/http/message.h"

#include <QJsonValue>

namespace http {

//! The JSON of a body; an empty object for null, [], "" and the like, as the real server has it.
//! Throws 415 without a JSON content type and 400 for what is not JSON.
QJsonValue jsonBody(const Request &request);

//! The fields and the file of a body that is a form, multipart or urlencoded.
struct Form
{
    std::optional<QByteArray> data; //!< The field of this name.
    const Part *file = nullptr; //!< The file of this name.
};
//! Throws 400 too_many_files.
Form formBody(const Request &request);

//! What a form's `data` says; an empty object without it. Throws 400 for what is not a JSON object.
QJsonValue formData(const Form &form);

} // namespace http
