// A team of threads that work at one job at a time, part by part.
//
// Each thread has a range of the parts, the same in every job with as many parts, and takes them from its front: what it
// wrote in one job it finds in its own cache in the next. Who has none left takes from the back of another's range, so
// that a thread that the system holds up delays one part only.

#include "team.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#if defined(__x86_64__) || defined(__i386__)
#define PAUSE() __builtin_ia32_pause()
#elif defined(__aarch64__)
#define PAUSE() __asm__ volatile("yield")
#else
#define PAUSE() ((void)0)
#endif

// The number of looks for news before a thread lies down, some twenty microseconds: more than the gap between
// two jobs of a training step, and little in the processor's time if no job comes.
enum { LOOKS = 1500 };

enum { MOST_THREADS = 256 };

// Parts that nobody has taken yet: the first above, the one behind the last below.
struct range {
    _Alignas(64) _Atomic uint64_t parts;
};

struct kernels_team {
    // The number of jobs so far.
    _Alignas(64) _Atomic uint64_t jobs;
    // The number of parts of the job that are done.
    _Alignas(64) _Atomic int64_t done;
    // The job, which stays as it is until all of its parts are done. Whoever takes a part reads it afterwards, so that
    // the two belong together.
    _Alignas(64) kernels_work work;
    const void *job;
    int64_t parts;
    // Set while a caller has a job done.
    atomic_flag taken;
    pthread_mutex_t lock;
    pthread_cond_t news, end;
    // The number of threads that lie down, and 1 if the one that waits for the end does.
    _Atomic int sleeping, awaiting;
    _Atomic bool quits;
    // The caller, and the threads that were started.
    int count;
    struct range *ranges;
    struct member {
        struct kernels_team *team;
        int number;
        pthread_t thread;
    } members[];
};

// Takes a part from the front or the back of a range; -1 where it is empty.
static long take(struct range *range, bool front) {
    uint64_t parts = atomic_load_explicit(&range->parts, memory_order_acquire), rest;
    do {
        if (parts >> 32 >= (uint32_t)parts) return -1;
        rest = front ? parts + ((uint64_t)1 << 32) : parts - 1;
    } while (!atomic_compare_exchange_weak_explicit(&range->parts, &parts, rest, memory_order_acq_rel,
                                                    memory_order_acquire));
    return front ? (long)(parts >> 32) : (long)(uint32_t)parts - 1;
}

// Does parts of the job as long as there are any.
static void do_parts(struct kernels_team *team, int number) {
    for (int other = 0; other < team->count; other++) {
        struct range *range = &team->ranges[(number + other) % team->count];
        for (long part; (part = take(range, other == 0)) >= 0;) {
            const int64_t parts = team->parts;
            team->work(team->job, part);
            if (atomic_fetch_add(&team->done, 1) + 1 == parts && atomic_load(&team->awaiting)) {
                pthread_mutex_lock(&team->lock);
                pthread_cond_signal(&team->end);
                pthread_mutex_unlock(&team->lock);
            }
        }
    }
}

static void *run_member(void *argument) {
    const struct member *member = argument;
    struct kernels_team *team = member->team;
    uint64_t seen = 0;
    while (!atomic_load(&team->quits)) {
        int looks = 0;
        while (looks < LOOKS && atomic_load(&team->jobs) == seen && !atomic_load(&team->quits)) {
            PAUSE();
            looks++;
        }
        if (looks == LOOKS) {
            pthread_mutex_lock(&team->lock);
            // First told that it sleeps, then looked again: whoever brings news does the two the other way round.
            atomic_fetch_add(&team->sleeping, 1);
            while (atomic_load(&team->jobs) == seen && !atomic_load(&team->quits))
                pthread_cond_wait(&team->news, &team->lock);
            atomic_fetch_sub(&team->sleeping, 1);
            pthread_mutex_unlock(&team->lock);
        }
        seen = atomic_load(&team->jobs);
        do_parts(team, member->number);
    }
    return NULL;
}

static void wake(struct kernels_team *team) {
    if (atomic_load(&team->sleeping) == 0) return;
    pthread_mutex_lock(&team->lock);
    pthread_cond_broadcast(&team->news);
    pthread_mutex_unlock(&team->lock);
}

struct kernels_team *kernels_team_create(int threads) {
    if (threads < 2) return NULL;
    if (threads > MOST_THREADS) threads = MOST_THREADS;
    struct kernels_team *team = NULL;
    struct range *ranges = NULL;
    const size_t size = sizeof(struct kernels_team) + (size_t)threads * sizeof(struct member);
    if (posix_memalign((void **)&team, 64, size) != 0) return NULL;
    if (posix_memalign((void **)&ranges, 64, (size_t)threads * sizeof(struct range)) != 0) {
        free(team);
        return NULL;
    }
    for (int number = 0; number < threads; number++) atomic_init(&ranges[number].parts, 0);
    atomic_init(&team->jobs, 0);
    atomic_init(&team->done, 0);
    atomic_init(&team->sleeping, 0);
    atomic_init(&team->awaiting, 0);
    atomic_init(&team->quits, false);
    atomic_flag_clear(&team->taken);
    pthread_mutex_init(&team->lock, NULL);
    pthread_cond_init(&team->news, NULL);
    pthread_cond_init(&team->end, NULL);
    team->ranges = ranges;
    // No thread reads the count before there is a job.
    team->count = 1;
    while (team->count < threads) {
        struct member *member = &team->members[team->count];
        member->team = team;
        member->number = team->count;
        if (pthread_create(&member->thread, NULL, run_member, member) != 0) break;
        team->count++;
    }
    if (team->count > 1) return team;
    kernels_team_destroy(team);
    return NULL;
}

int kernels_team_threads(const struct kernels_team *team) { return team ? team->count : 1; }

int kernels_team_resting(const struct kernels_team *team) { return team ? atomic_load(&team->sleeping) : 0; }

void kernels_team_destroy(struct kernels_team *team) {
    if (!team) return;
    atomic_store(&team->quits, true);
    wake(team);
    for (int number = 1; number < team->count; number++) pthread_join(team->members[number].thread, NULL);
    pthread_cond_destroy(&team->end);
    pthread_cond_destroy(&team->news);
    pthread_mutex_destroy(&team->lock);
    free(team->ranges);
    free(team);
}

static void await_end(struct kernels_team *team) {
    for (int looks = 0; looks < LOOKS; looks++) {
        if (atomic_load_explicit(&team->done, memory_order_acquire) == team->parts) return;
        PAUSE();
    }
    pthread_mutex_lock(&team->lock);
    atomic_store(&team->awaiting, 1);
    while (atomic_load(&team->done) != team->parts) pthread_cond_wait(&team->end, &team->lock);
    atomic_store(&team->awaiting, 0);
    pthread_mutex_unlock(&team->lock);
}

void kernels_team_run(struct kernels_team *team, long parts, kernels_work work, const void *job) {
    if (!team || parts < 2 || atomic_flag_test_and_set_explicit(&team->taken, memory_order_acquire)) {
        for (long part = 0; part < parts; part++) work(job, part);
        return;
    }
    team->work = work;
    team->job = job;
    team->parts = parts;
    atomic_store(&team->done, 0);
    for (int number = 0; number < team->count; number++) {
        const uint64_t first = (uint64_t)(parts * number / team->count);
        const uint64_t last = (uint64_t)(parts * (number + 1) / team->count);
        atomic_store_explicit(&team->ranges[number].parts, first << 32 | last, memory_order_release);
    }
    atomic_fetch_add(&team->jobs, 1);
    wake(team);
    do_parts(team, 0);
    await_end(team);
    atomic_flag_clear_explicit(&team->taken, memory_order_release);
}
