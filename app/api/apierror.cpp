// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/apierror.h"

ApiError apiErrorFromHttp(int httpStatus, const QByteArray &body)
{
    Q_UNUSED(body)
    return {.kind = ApiError::Kind::BadRequest, .httpStatus = httpStatus, .code = {}, .message = {}, .requestId = {}};
}
