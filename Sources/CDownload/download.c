#include "CDownload.h"

#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

// The header is for its types and constants; none of its functions is linked.
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

// MARK: - The library

static struct {
    CURLcode (*global_init)(long);
    CURL *(*init)(void);
    CURLcode (*set)(CURL *, CURLoption, ...);
    CURLcode (*perform)(CURL *);
    CURLcode (*get)(CURL *, CURLINFO, ...);
    void (*cleanup)(CURL *);
    const char *(*words)(CURLcode);
    /// The reason why it could not be loaded; empty if it could.
    char fault[256];
} curl;

static bool find(void *library, const char *name, void *function) {
    void *found = dlsym(library, name);
    // POSIX has function pointers and object pointers of one size, which ISO C doesn't promise: hence a copy.
    memcpy(function, &found, sizeof found);
    if (found == NULL) snprintf(curl.fault, sizeof curl.fault, "it lacks %s", name);
    return found != NULL;
}

static void load(void) {
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) {
        const char *reason = dlerror();
        snprintf(curl.fault, sizeof curl.fault, "%s", reason ? reason : "it can't be opened");
        return;
    }
    bool found = find(library, "curl_global_init", &curl.global_init)
        && find(library, "curl_easy_init", &curl.init) && find(library, "curl_easy_setopt", &curl.set)
        && find(library, "curl_easy_perform", &curl.perform) && find(library, "curl_easy_getinfo", &curl.get)
        && find(library, "curl_easy_cleanup", &curl.cleanup) && find(library, "curl_easy_strerror", &curl.words);
    if (found && curl.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
        snprintf(curl.fault, sizeof curl.fault, "it can't be initialised");
}

// MARK: - One transfer

struct transfer {
    const struct download_request *request;
    int64_t received;
    int system_error;
    bool is_too_large;
    bool is_cancelled;
};

/// Called by libcurl with bytes that have come; returning fewer than came ends the transfer.
static size_t take(char *bytes, size_t size, size_t count, void *context) {
    struct transfer *transfer = context;
    size_t length = size * count;
    if ((int64_t)length > transfer->request->limit - transfer->received) {
        transfer->is_too_large = true;
        return 0;
    }
    for (size_t written = 0; written < length;) {
        ssize_t step = write(transfer->request->descriptor, bytes + written, length - written);
        if (step < 0 && errno == EINTR) continue;
        if (step <= 0) {
            transfer->system_error = step < 0 ? errno : ENOSPC;
            return 0;
        }
        written += (size_t)step;
    }
    transfer->received += (int64_t)length;
    return length;
}

/// Called by libcurl now and then, also while nothing comes.
static int report(void *context, curl_off_t total, curl_off_t now, curl_off_t up_total, curl_off_t up_now) {
    (void)total, (void)now, (void)up_total, (void)up_now;
    struct transfer *transfer = context;
    transfer->is_cancelled = transfer->request->progress(transfer->request->context, transfer->received) != 0;
    return transfer->is_cancelled;
}

static bool prepare(CURL *handle, struct transfer *transfer, char *message) {
    const struct download_request *request = transfer->request;
    bool is_set = curl.set(handle, CURLOPT_URL, request->address) == CURLE_OK
        && curl.set(handle, CURLOPT_PROTOCOLS_STR, "http,https") == CURLE_OK
        && curl.set(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https") == CURLE_OK
        && curl.set(handle, CURLOPT_FOLLOWLOCATION, 1L) == CURLE_OK
        && curl.set(handle, CURLOPT_MAXREDIRS, 5L) == CURLE_OK
        && curl.set(handle, CURLOPT_FAILONERROR, 1L) == CURLE_OK
        && curl.set(handle, CURLOPT_USERAGENT, "nnboard") == CURLE_OK
        // Signals are the program's; libcurl would use SIGALRM.
        && curl.set(handle, CURLOPT_NOSIGNAL, 1L) == CURLE_OK
        && curl.set(handle, CURLOPT_CONNECTTIMEOUT, (long)request->connect_seconds) == CURLE_OK
        && curl.set(handle, CURLOPT_LOW_SPEED_LIMIT, 1L) == CURLE_OK
        && curl.set(handle, CURLOPT_LOW_SPEED_TIME, (long)request->stall_seconds) == CURLE_OK
        && curl.set(handle, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)request->limit) == CURLE_OK
        && curl.set(handle, CURLOPT_WRITEFUNCTION, take) == CURLE_OK
        && curl.set(handle, CURLOPT_WRITEDATA, transfer) == CURLE_OK
        && curl.set(handle, CURLOPT_NOPROGRESS, 0L) == CURLE_OK
        && curl.set(handle, CURLOPT_XFERINFOFUNCTION, report) == CURLE_OK
        && curl.set(handle, CURLOPT_XFERINFODATA, transfer) == CURLE_OK
        && curl.set(handle, CURLOPT_ERRORBUFFER, message) == CURLE_OK;
    // An empty proxy overrides the environment's.
    return is_set && (!request->is_direct || curl.set(handle, CURLOPT_PROXY, "") == CURLE_OK);
}

static enum download_status status(CURLcode code, const struct transfer *transfer) {
    if (transfer->is_cancelled) return DOWNLOAD_CANCELLED;
    if (transfer->is_too_large) return DOWNLOAD_TOO_LARGE;
    if (transfer->system_error != 0) return DOWNLOAD_NOT_WRITTEN;
    switch (code) {
    case CURLE_OK:
        return DOWNLOAD_DONE;
    case CURLE_FILESIZE_EXCEEDED:
        return DOWNLOAD_TOO_LARGE;
    case CURLE_HTTP_RETURNED_ERROR:
        return DOWNLOAD_REFUSED;
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
        return DOWNLOAD_TRUNCATED;
    case CURLE_OPERATION_TIMEDOUT:
        return DOWNLOAD_STALLED;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_PEER_FAILED_VERIFICATION:
        return DOWNLOAD_UNREACHABLE;
    default:
        return DOWNLOAD_FAILED;
    }
}

struct download_result download_run(const struct download_request *request) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);

    struct download_result result = {.status = DOWNLOAD_NO_LIBRARY};
    if (curl.fault[0] != '\0') {
        snprintf(result.message, sizeof result.message, "%s", curl.fault);
        return result;
    }
    result.status = DOWNLOAD_FAILED;
    CURL *handle = curl.init();
    if (handle == NULL) {
        snprintf(result.message, sizeof result.message, "there is no memory for it");
        return result;
    }
    char message[CURL_ERROR_SIZE] = "";
    struct transfer transfer = {.request = request};
    if (prepare(handle, &transfer, message)) {
        CURLcode code = curl.perform(handle);
        result.status = status(code, &transfer);
        result.system_error = transfer.system_error;
        curl.get(handle, CURLINFO_RESPONSE_CODE, &result.http);
        snprintf(result.message, sizeof result.message, "%s", message[0] != '\0' ? message : curl.words(code));
    } else {
        snprintf(result.message, sizeof result.message, "libcurl lacks an option that is needed");
    }
    curl.cleanup(handle);
    return result;
}
