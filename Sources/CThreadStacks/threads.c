// A pthread_create in front of the C library's: the system takes the program's own where it has one, for the threads of
// Swift's pool and of every library as well. sigaltstack() serves the calling thread alone, and there is no other moment
// at which each of them can be made to call it.
#include "CThreadStacks.h"

#include <CMemory.h>
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/mman.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define IS_SANITIZED  // these have a pthread_create of their own in the same place
#endif
#endif

#ifndef IS_SANITIZED

/// Room for a handler and what the processor saves of itself, with all its vectors. Memory that is never touched costs
/// nothing.
enum { stack_size = 64 * 1024 };

struct start {
    void *(*function)(void *);
    void *argument;
};

static void give_back(void *stack) {
    stack_t none = {.ss_flags = SS_DISABLE};
    sigaltstack(&none, NULL);
    munmap(stack, stack_size);
}

static void *run(void *argument) {
    struct start start = *(struct start *)argument;
    free(argument);
    void *memory = mmap(NULL, stack_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) return start.function(start.argument);
    stack_t stack = {.ss_sp = memory, .ss_size = stack_size};
    sigaltstack(&stack, NULL);
    void *result;
    // Also where the thread ends by pthread_exit.
    pthread_cleanup_push(give_back, memory);
    result = start.function(start.argument);
    pthread_cleanup_pop(1);
    return result;
}

/// The thread that the calling thread asked for last without getting it, and how many times in a row.
static _Thread_local struct {
    struct start wanted;
    int times;
} refused;

/// Tells whether the calling thread has asked for the same thread several times in a row without getting any.
///
/// That is libdispatch, which sleeps for a second and asks again, for ever; Swift's tasks wait meanwhile, and who waits for
/// them. Who can do without a thread asks once.
static bool insists(void *(*function)(void *), void *argument) {
    enum { most = 2 };
    bool is_same = refused.wanted.function == function && refused.wanted.argument == argument;
    refused.times = is_same ? refused.times + 1 : 1;
    refused.wanted = (struct start){function, argument};
    return refused.times > most;
}

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*function)(void *), void *argument) {
    typedef int creation(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
    creation *next = (creation *)dlsym(RTLD_NEXT, "pthread_create");
    struct start *start = malloc(sizeof *start);
    if (!next || !start) {
        free(start);
        return EAGAIN;
    }
    *start = (struct start){function, argument};
    int result = next(thread, attributes, run, start);
    if (result != 0) free(start);
    // A shortage that has passed counts no more.
    if (result == 0) refused.times = 0;
    if (result == EAGAIN && insists(function, argument)) memory_end_for_thread();
    return result;
}

#endif
