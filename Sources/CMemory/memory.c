#include "CMemory.h"

#include <CMemoryLimit.h>
#include <CTerminal.h>
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

// initial-exec: a look at these must not call malloc.
static _Thread_local bool is_handling __attribute__((tls_model("initial-exec")));
static _Thread_local bool is_ending __attribute__((tls_model("initial-exec")));

void memory_set_handling(bool handles) { is_handling = handles; }

static atomic_bool is_run_kept;

void memory_set_kept(bool is_kept) { is_run_kept = is_kept; }

// MARK: - The sentence

static size_t limit(int resource) {
    struct rlimit limit;
    return getrlimit(resource, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY ? limit.rlim_cur : 0;
}

/// Gives the terminal back, once, before a sentence is said.
static void begin_end(void) {
    static atomic_flag is_taken = ATOMIC_FLAG_INIT;
    if (is_ending) _exit(EXIT_FAILURE);
    is_ending = true;
    // Another thread is at it.
    while (atomic_flag_test_and_set(&is_taken)) pause();
    terminal_give_back();
}

static void say(const char *text) {
    size_t length = strlen(text);
    for (size_t written = 0; written < length;) {
        ssize_t step = write(STDERR_FILENO, text + written, length - written);
        if (step < 0 && errno == EINTR) continue;
        if (step <= 0) break;
        written += (size_t)step;
    }
}

static _Noreturn void end_saying(const char *text) {
    say(text);
    say(is_run_kept ? " The run that was under way is kept: :reopen at the next start continues it.\n" : "\n");
    _exit(EXIT_FAILURE);
}

_Noreturn void memory_end(size_t bytes) {
    begin_end();
    char by[64] = "by the system", text[512];
    bool is_small = bytes < 1000000;
    struct memory_room room = memory_room_now();
    struct memory_limit least = memory_limit_refusing(bytes, room);
    if (least.bytes > 0) memory_limit_describe(least, by, sizeof by);
    snprintf(text, sizeof text,
             "nnboard: There is not enough memory: another %zu %s was refused %s, with %zu MB in use. %s, or take a "
             "smaller data set, fewer units, smaller batches or fewer threads (--threads).",
             is_small ? (bytes + 999) / 1000 : memory_megabytes(bytes), is_small ? "kB" : "MB", by,
             memory_megabytes(room.space), least.bytes > 0 ? "Raise the limit" : "End other programs");
    end_saying(text);
}

_Noreturn void memory_end_for_thread(void) {
    begin_end();
    char by[64], text[512];
    size_t threads = limit(RLIMIT_NPROC), stack = limit(RLIMIT_STACK);
    struct memory_room room = memory_room_now();
    // A stack is as large as that of the first thread may be, or 8 MB (x86-64: 2 MB) where that has no limit.
    struct memory_limit least = memory_limit_refusing(stack > 0 ? stack : 8 << 20, room);
    if (least.bytes > 0) {
        memory_limit_describe(least, by, sizeof by);
        snprintf(text, sizeof text,
                 "nnboard: There is not enough memory for another thread: it was refused %s, with %zu MB in use. Raise "
                 "the limit, or take fewer threads where there are several (--threads).",
                 by, memory_megabytes(room.space));
    } else if (threads > 0) {
        snprintf(text, sizeof text,
                 "nnboard: The system refuses another thread, with a limit of %zu of them for all programs of the user "
                 "(ulimit -u). Raise the limit, end other programs, or take fewer threads where there are several "
                 "(--threads).",
                 threads);
    } else {
        snprintf(text, sizeof text,
                 "nnboard: The system refuses another thread. End other programs, or take fewer threads where there "
                 "are several (--threads).");
    }
    end_saying(text);
}

// MARK: - Room within a limit

#ifdef __GLIBC__

/// The C library reserves 64 to 128 MB of address space for each of the first threads that allocate, where it finds them,
/// and does without where it does not. Within a limit of address space, a higher one could so leave less for everything
/// else. Before main() there are no other threads.
__attribute__((constructor)) static void share_one_arena(void) {
    if (limit(RLIMIT_AS) > 0) mallopt(M_ARENA_MAX, 1);
}

#endif

// MARK: - In front of the C library

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define IS_SANITIZED  // these have a malloc of their own in the same place
#endif
#endif

// The C library's own names begin with __libc_. With another library a refusal stays what it is.
#if defined(__GLIBC__) && !defined(IS_SANITIZED)

// Weak, so that a program may have others in their place, as the benchmarks that count allocations do.
#define IN_FRONT __attribute__((weak, visibility("default")))

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

/// More than any machine has address space for is a mistake in the program, and shall look like one.
static const size_t absurd = (size_t)1 << 46;

__attribute__((cold, noinline)) static void *refuse(size_t bytes) {
    if (!is_handling && bytes > 0 && bytes < absurd) memory_end(bytes);
    return NULL;
}

IN_FRONT void *malloc(size_t size) {
    void *memory = __libc_malloc(size);
    return __builtin_expect(memory != NULL, 1) ? memory : refuse(size);
}

IN_FRONT void *calloc(size_t number, size_t size) {
    void *memory = __libc_calloc(number, size);
    if (__builtin_expect(memory != NULL, 1)) return memory;
    size_t bytes;
    return refuse(__builtin_mul_overflow(number, size, &bytes) ? absurd : bytes);
}

IN_FRONT void *realloc(void *old, size_t size) {
    // Nothing is what a size of 0 gives.
    void *memory = __libc_realloc(old, size);
    return __builtin_expect(memory != NULL || size == 0, 1) ? memory : refuse(size);
}

#endif
