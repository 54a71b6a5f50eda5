#include "COpenBLAS.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

// MARK: - The library

// Declared by hand, so that the build needs no headers of it: CBLAS' numbers for the order of a matrix, and sgemm.
enum { row_major = 101, as_it_is = 111, transposed = 112 };

static struct {
    void (*set_threads)(int);
    void (*sgemm)(int order, int turn_a, int turn_b, int rows, int columns, int depth, float alpha, const float *a,
                  int stride_a, const float *b, int stride_b, float beta, float *c, int stride_c);
    /// The reason why it could not be loaded; empty if it could.
    char fault[256];
} blas;

/// OpenBLAS reads this when it is loaded, and would start a thread for each processor: too late for
/// openblas_set_num_threads(). Before main() nobody else reads or changes the environment.
__attribute__((constructor)) static void ask_for_one_thread(void) { setenv("OPENBLAS_NUM_THREADS", "1", 1); }

static bool find(void *library, const char *name, void *function) {
    void *found = dlsym(library, name);
    // POSIX has function pointers and object pointers of one size, which ISO C doesn't promise: hence a copy.
    memcpy(function, &found, sizeof found);
    if (found == NULL) snprintf(blas.fault, sizeof blas.fault, "it lacks %s", name);
    return found != NULL;
}

static void load(void) {
    void *library = dlopen("libopenblas.so.0", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) {
        const char *reason = dlerror();
        snprintf(blas.fault, sizeof blas.fault, "%s", reason ? reason : "it can't be opened");
        return;
    }
    if (find(library, "cblas_sgemm", &blas.sgemm) && find(library, "openblas_set_num_threads", &blas.set_threads))
        // With more than one, results depend on how many there are. The variable says nothing to the OpenMP variant.
        blas.set_threads(1);
}

const char *blas_load(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    return blas.fault[0] == '\0' ? NULL : blas.fault;
}

// MARK: - Room

/// OpenBLAS 0.3 maps 128 MiB for each product that is worked out at the same time as others, touches little of it, and
/// keeps it for later ones. Here with what surrounds it.
enum { buffer_size = 144 << 20 };

/// The number of products under way, and the most there have been: as many buffers exist.
static atomic_int inside, most_inside;

/// Room for some buffers, of which the first also holds this.
struct hold {
    struct hold *next;
    int left;
};

/// The products at a time that have been reserved for, and the room that is held until the library asks for it: nobody
/// else gets it in the meantime, who would pass the same check.
static struct {
    pthread_mutex_t lock;
    int wanted, held;
    struct hold *holds;
} room = {.lock = PTHREAD_MUTEX_INITIALIZER};

/// Gives the room of one buffer back to the system; the caller has the lock.
static bool give_back(void) {
    struct hold *hold = room.holds;
    if (hold == NULL) return false;
    room.held--;
    int last = --hold->left;
    if (last == 0) room.holds = hold->next;
    munmap((char *)hold + (size_t)last * buffer_size, buffer_size);
    return true;
}

size_t blas_reserve(int callers) {
    size_t lacking = 0;
    pthread_mutex_lock(&room.lock);
    int missing = room.wanted + callers - atomic_load(&most_inside) - room.held;
    if (missing > 0) {
        size_t size = (size_t)missing * buffer_size;
        struct hold *hold =
            mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (hold != MAP_FAILED) {
            *hold = (struct hold){room.holds, missing};
            room.holds = hold;
            room.held += missing;
        } else {
            lacking = size;
        }
    }
    if (lacking == 0) room.wanted += callers;
    pthread_mutex_unlock(&room.lock);
    return lacking;
}

void blas_release(int callers) {
    pthread_mutex_lock(&room.lock);
    room.wanted -= callers;
    while (room.held > 0 && atomic_load(&most_inside) + room.held > room.wanted) give_back();
    pthread_mutex_unlock(&room.lock);
}

/// Counts a product; the first of so many at a time leaves the library room for its buffer.
static void enter(void) {
    int now = atomic_fetch_add(&inside, 1) + 1;
    if (now <= atomic_load(&most_inside)) return;
    pthread_mutex_lock(&room.lock);
    // Of products that begin together, the last may be here first: it makes room for those before it, too.
    int missing = now - atomic_load(&most_inside);
    while (missing > 0 && give_back()) {
        missing--;
        atomic_fetch_add(&most_inside, 1);
    }
    if (missing > 0) {
        // By malloc, whose failure the program may have a sentence for. It maps a size like this, and gives it back.
        void *volatile memory = malloc((size_t)missing * buffer_size);
        if (memory == NULL) abort();
        free(memory);
        atomic_store(&most_inside, now);
    }
    pthread_mutex_unlock(&room.lock);
}

static void leave(void) { atomic_fetch_sub(&inside, 1); }

// MARK: - Warming

/// On some processors Debian's OpenBLAS 0.3.21 multiplies small matrices two to three times too slowly until a larger
/// product has run. This one is large enough, and takes 1 to 2 ms. Nothing tells whether threads have a part in that: so
/// each makes one.
static void warm(void) {
    enum { rows = 64, inner = 512 };
    const size_t count = inner * inner + 2 * rows * inner, size = count * sizeof(float);
    float *room = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (room == MAP_FAILED) return;  // all the same, only slower
    for (size_t i = 0; i < count; i++) room[i] = 1;
    blas.sgemm(row_major, as_it_is, as_it_is, rows, inner, inner, 1, room + inner * inner, inner, room, inner, 0,
               room + inner * inner + rows * inner, inner);
    munmap(room, size);
}

static atomic_bool is_cold;

void blas_set_warming(bool is_wanted) { atomic_store(&is_cold, !is_wanted); }

// MARK: - Products

void blas_product(int rows, int columns, int depth, struct blas_matrix a, struct blas_matrix b, struct blas_matrix c,
                  bool keeping) {
    static _Thread_local bool is_warm;
    const char *fault = blas_load();
    if (fault != NULL) {
        fprintf(stderr, "nnboard: OpenBLAS can't be loaded: %s.\n", fault);
        abort();
    }
    enter();
    if (!is_warm && !atomic_load_explicit(&is_cold, memory_order_relaxed)) {
        is_warm = true;
        warm();
    }
    blas.sgemm(row_major, a.transposed ? transposed : as_it_is, b.transposed ? transposed : as_it_is, rows, columns,
               depth, 1, a.values, a.stride, b.values, b.stride, keeping ? 1 : 0, c.values, c.stride);
    leave();
}
