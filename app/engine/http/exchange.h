// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine/http/multipart.h"
#include "app/engine/http/router.h"

#include <memory>

namespace http {

//! One request on its way: its body as it arrives, then its answer.
struct Exchange
{
    struct Limits
    {
        QString folder; //!< For uploads.
        qint64 file = 0; //!< Bytes of an uploaded file.
        qint64 body = 0; //!< Bytes of a body that is not multipart.
        qint64 drained = 0; //!< Bytes of a body that are read after its request was refused.
    };

    //! Throws Refusal when the body, of which the head says that it has so many \a bytes, is too large to be read.
    void expect(qint64 bytes, const Limits &limits) const;
    //! Takes a piece of the body. Returns false when the connection is to be closed: a refused body has no end.
    bool receive(const char *data, qsizetype size, const Limits &limits);
    //! After the last piece.
    void complete();
    //! Runs the route; what it throws becomes an answer.
    void run();
    void refuse(const Refusal &refusal);

    Request request;
    std::optional<Response> response;
    const Handler *handler = nullptr;
    bool mayWait = false; //!< The route, for a model.
    bool started = false; //!< The route was called.

private:
    bool isForm() const;
    void store(const char *data, qsizetype size, const Limits &limits);

    std::unique_ptr<MultipartReader> m_multipart;
    qint64 m_received = 0;
};

} // namespace http
