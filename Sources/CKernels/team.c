// A team of threads that work at one job at a time, part by part.
//
// A part is taken by whoever comes first, so that a thread that the system holds up delays its own part only. What is
// left of a job, and which job it is, stand in one atomic number: a part taken is a part of just that job.

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

// How often is looked for news before a thread lies down, some twenty microseconds: more than the gap between two jobs of
// a training step, and little in the processor's time where no job comes.
enum { LOOKS = 1500 };

struct kernels_team {
    // The job's number above, and below how many of its parts nobody has taken yet.
    _Alignas(64) _Atomic uint64_t open;
    _Alignas(64) _Atomic int64_t done;
    // Written before `open` tells of the job; they stay as they are until all of its parts are done.
    _Alignas(64) kernels_work work;
    const void *job;
    int64_t parts;
    // Whether someone is having a job done.
    atomic_flag taken;
    pthread_mutex_t lock;
    pthread_cond_t news, end;
    // How many threads lie down, and whether the one that waits for the end does.
    _Atomic int sleeping, awaiting;
    _Atomic bool quits;
    int count;
    pthread_t threads[];
};

// Takes a part and does it; false where none is left. Parts go from the last to the first.
static bool do_part(struct kernels_team *team) {
    uint64_t open = atomic_load_explicit(&team->open, memory_order_acquire);
    do {
        if ((uint32_t)open == 0) return false;
    } while (!atomic_compare_exchange_weak_explicit(&team->open, &open, open - 1, memory_order_acq_rel,
                                                    memory_order_acquire));
    const int64_t parts = team->parts;
    team->work(team->job, (long)(uint32_t)open - 1);
    if (atomic_fetch_add(&team->done, 1) + 1 == parts && atomic_load(&team->awaiting)) {
        pthread_mutex_lock(&team->lock);
        pthread_cond_signal(&team->end);
        pthread_mutex_unlock(&team->lock);
    }
    return true;
}

static bool has_news(struct kernels_team *team) {
    return (uint32_t)atomic_load(&team->open) != 0 || atomic_load(&team->quits);
}

static void *member(void *argument) {
    struct kernels_team *team = argument;
    while (!atomic_load(&team->quits)) {
        if (do_part(team)) continue;
        int looks = 0;
        while (looks < LOOKS && !has_news(team)) {
            PAUSE();
            looks++;
        }
        if (looks < LOOKS) continue;
        pthread_mutex_lock(&team->lock);
        // First told that it sleeps, then looked again: whoever brings news does the two the other way round.
        atomic_fetch_add(&team->sleeping, 1);
        while (!has_news(team)) pthread_cond_wait(&team->news, &team->lock);
        atomic_fetch_sub(&team->sleeping, 1);
        pthread_mutex_unlock(&team->lock);
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
    struct kernels_team *team = NULL;
    const size_t size = sizeof(struct kernels_team) + (size_t)(threads - 1) * sizeof(pthread_t);
    if (posix_memalign((void **)&team, 64, size) != 0) return NULL;
    atomic_init(&team->open, 0);
    atomic_init(&team->done, 0);
    atomic_init(&team->sleeping, 0);
    atomic_init(&team->awaiting, 0);
    atomic_init(&team->quits, false);
    atomic_flag_clear(&team->taken);
    pthread_mutex_init(&team->lock, NULL);
    pthread_cond_init(&team->news, NULL);
    pthread_cond_init(&team->end, NULL);
    team->count = 0;
    while (team->count < threads - 1 && pthread_create(&team->threads[team->count], NULL, member, team) == 0)
        team->count++;
    if (team->count > 0) return team;
    kernels_team_destroy(team);
    return NULL;
}

int kernels_team_threads(const struct kernels_team *team) { return team ? team->count + 1 : 1; }

void kernels_team_destroy(struct kernels_team *team) {
    if (!team) return;
    atomic_store(&team->quits, true);
    wake(team);
    for (int i = 0; i < team->count; i++) pthread_join(team->threads[i], NULL);
    pthread_cond_destroy(&team->end);
    pthread_cond_destroy(&team->news);
    pthread_mutex_destroy(&team->lock);
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
        for (long part = parts - 1; part >= 0; part--) work(job, part);
        return;
    }
    team->work = work;
    team->job = job;
    team->parts = parts;
    atomic_store_explicit(&team->done, 0, memory_order_relaxed);
    const uint64_t number = (atomic_load_explicit(&team->open, memory_order_relaxed) >> 32) + 1;
    atomic_store(&team->open, number << 32 | (uint64_t)parts);
    wake(team);
    while (do_part(team)) {}
    await_end(team);
    atomic_flag_clear_explicit(&team->taken, memory_order_release);
}
