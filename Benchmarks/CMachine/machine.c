// A triad and a chain of multiply-adds: memory and registers at their limits.

#include "CMachine.h"

#include <time.h>

void machine_triad(float *restrict a, const float *restrict b, const float *restrict c, long count) {
    for (long i = 0; i < count; i++) a[i] = b[i] + 3.0f * c[i];
}

// Ten chains that don't wait for one another keep two units of four cycles' latency busy, and fit in the sixteen
// registers of the lower levels. The factor shrinks and the summand holds up, so that no number becomes subnormal.
enum { CHAINS = 10 };

#define MULTIPLY_ADD(NAME, BYTES)                                                                                    \
    static double NAME(long times) {                                                                                 \
        typedef float vec __attribute__((vector_size(BYTES)));                                                       \
        vec sums[CHAINS], factor = (vec){} + 0.999999f, summand = (vec){} + 0.000001f;                               \
        for (int chain = 0; chain < CHAINS; chain++) sums[chain] = (vec){} + (float)chain;                           \
        for (long n = 0; n < times; n++) {                                                                           \
            _Pragma("clang loop unroll(full)") for (int chain = 0; chain < CHAINS; chain++)                          \
                sums[chain] = sums[chain] * factor + summand;                                                        \
        }                                                                                                            \
        for (int chain = 1; chain < CHAINS; chain++) sums[0] += sums[chain];                                         \
        volatile float kept = sums[0][0];                                                                            \
        (void)kept;                                                                                                  \
        return 2.0 * CHAINS * (BYTES / sizeof(float)) * (double)times;                                               \
    }

MULTIPLY_ADD(baseline, 16)

#if defined(__x86_64__) && defined(__clang__)

#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
MULTIPLY_ADD(v3, 32)
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("arch=x86-64-v4"))), apply_to = function)
MULTIPLY_ADD(v4, 64)
#pragma clang attribute pop

double machine_multiply_add(int level, long times) {
    return level == 2 ? v4(times) : level == 1 ? v3(times) : baseline(times);
}

#else

double machine_multiply_add(int level, long times) {
    (void)level;
    return baseline(times);
}

#endif

double machine_thread_seconds(void) {
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}
