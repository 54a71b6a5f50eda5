#ifndef CDOWNLOAD_H
#define CDOWNLOAD_H

#include <stdint.h>

/// One file to be fetched.
struct download_request {
    /// The address; only http and https are followed, also by redirects.
    const char *address;
    /// Not 0 to pass by a proxy that the environment names.
    int is_direct;
    /// An open file, to which the bytes are written from its current place on.
    int descriptor;
    /// More bytes than this are not taken.
    int64_t limit;
    /// The longest time to wait for a connection, in seconds.
    int connect_seconds;
    /// The longest time without new bytes, in seconds.
    int stall_seconds;
    /// Is told how many bytes have come, about once a second or oftener; stops the transfer if it returns other than 0.
    int (*progress)(void *context, int64_t received);
    void *context;
};

enum download_status {
    DOWNLOAD_DONE,
    /// libcurl.so.4 can't be loaded; the message says why.
    DOWNLOAD_NO_LIBRARY,
    /// The server can't be found, reached or trusted.
    DOWNLOAD_UNREACHABLE,
    /// The server answered with `http`, which is not a success.
    DOWNLOAD_REFUSED,
    /// The connection ended before the file did.
    DOWNLOAD_TRUNCATED,
    /// Nothing came for too long.
    DOWNLOAD_STALLED,
    /// There are more bytes than the limit.
    DOWNLOAD_TOO_LARGE,
    /// The file can't be written; `system_error` is errno.
    DOWNLOAD_NOT_WRITTEN,
    /// The progress function said to stop.
    DOWNLOAD_CANCELLED,
    /// Something else, which the message names.
    DOWNLOAD_FAILED,
};

struct download_result {
    enum download_status status;
    /// The server's last answer, such as 404; 0 without one.
    long http;
    int system_error;
    /// The library's words, in English and without a full stop.
    char message[256];
};

/// Fetches one file, and returns when that is done or has failed. May be called from any thread.
///
/// libcurl and the 25 libraries behind it are loaded at the first call, so that a program that fetches nothing starts
/// without them.
struct download_result download_run(const struct download_request *request);

#endif
