// malloc and its kin, counted. The C library's own names begin with __libc_; they are what malloc is by default.

#include "CAllocationCount.h"

#include <errno.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define IS_SANITIZED
#endif
#endif

#if defined(__GLIBC__) && !defined(IS_SANITIZED)

// initial-exec: the first look at a thread's counter must not call malloc.
static _Thread_local long of_thread __attribute__((tls_model("initial-exec")));
static atomic_long of_process;
// Threads that share a counter wait for each other at every request, so it stands still until somebody asks.
static atomic_bool counts_process;

static void count(void) {
    of_thread++;
    if (atomic_load_explicit(&counts_process, memory_order_relaxed))
        atomic_fetch_add_explicit(&of_process, 1, memory_order_relaxed);
}

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

void *malloc(size_t size) {
    count();
    return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
    count();
    return __libc_calloc(number, size);
}

void *realloc(void *memory, size_t size) {
    count();
    return __libc_realloc(memory, size);
}

void *memalign(size_t alignment, size_t size) {
    count();
    return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
    count();
    return __libc_memalign(alignment, size);
}

int posix_memalign(void **memory, size_t alignment, size_t size) {
    if (alignment % sizeof(void *) || alignment & (alignment - 1) || !alignment) return EINVAL;
    count();
    void *result = __libc_memalign(alignment, size);
    if (!result) return ENOMEM;
    *memory = result;
    return 0;
}

bool allocation_count_is_available(void) { return true; }
long allocation_count_of_thread(void) { return of_thread; }

long allocation_count_of_process(void) {
    atomic_store_explicit(&counts_process, true, memory_order_relaxed);
    return atomic_load_explicit(&of_process, memory_order_relaxed);
}

#else

bool allocation_count_is_available(void) { return false; }
long allocation_count_of_thread(void) { return 0; }
long allocation_count_of_process(void) { return 0; }

#endif
