// Chooses among the levels of vector instructions, and holds what needs no vectors.

#include "CKernels.h"

#include <float.h>
#include <math.h>
#include <string.h>
#include <strings.h>

#include "columns.h"
#include "optimizers.h"
#include "team.h"

typedef void (*update_kernel)(struct kernels_update, struct kernels_shaping, struct kernels_parameters,
                              const float *, long);
typedef void (*step_kernel)(struct kernels_update, struct kernels_shaping, struct kernels_parameters,
                            struct kernels_columns, long, long, const float *, long);

enum {
#define ACTIVATION(NAME, ...) ACTIVATION_##NAME,
#include "activations/all.h"
#undef ACTIVATION
    ACTIVATIONS
};

// The kernels of one level.
struct level {
    void (*gather)(struct kernels_sparse, const int32_t *, const float *, const float *, struct kernels_block);
    update_kernel update[KERNELS_RULES], shaped_update[KERNELS_RULES];
    step_kernel step_columns[KERNELS_RULES], shaped_step_columns[KERNELS_RULES];
    struct kernels_sums (*sums)(const float *, long);
    double (*gradient_squares)(struct kernels_shaping, const float *, const float *, long);
    double (*column_squares)(struct kernels_shaping, const float *, struct kernels_columns, long, long, const float *,
                             long);
    void (*product)(struct kernels_block, struct kernels_block, const float *, struct kernels_block);
    void (*transposed_product)(struct kernels_block, struct kernels_block, long, long, struct kernels_block);
    void (*fill_rows)(struct kernels_block, const float *);
    void (*column_sums)(struct kernels_block, float *);
    void (*activate[ACTIVATIONS])(struct kernels_activation, const float *, float *, long);
    void (*backpropagate[ACTIVATIONS])(struct kernels_activation, float *, const float *, long);
    void (*softmax)(struct kernels_block, float *);
    void (*softmax_gradient)(struct kernels_block, const float *);
    void (*log_softmax)(struct kernels_block, float *);
    void (*log_softmax_gradient)(struct kernels_block, const float *);
    double (*crossentropy_of_logits)(struct kernels_block, struct kernels_targets, float, float *, float *);
};

// Two vectors of 16 bytes fit in the registers of every processor, of 32 in those with AVX2, of 64 with AVX-512.
#define LEVEL(name) name##_baseline
#define VECTOR 16
#include "level.h"
#undef LEVEL
#undef VECTOR

#if defined(__x86_64__) && defined(__clang__)

#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
#define LEVEL(name) name##_v3
#define VECTOR 32
#include "level.h"
#undef LEVEL
#undef VECTOR
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("arch=x86-64-v4"))), apply_to = function)
#define LEVEL(name) name##_v4
#define VECTOR 64
#include "level.h"
#undef LEVEL
#undef VECTOR
#pragma clang attribute pop

static const struct level *const levels[KERNELS_LEVELS] = {&table_baseline, &table_v3, &table_v4};

bool kernels_has_level(int level) {
    switch (level) {
    case KERNELS_BASELINE: return true;
    case KERNELS_V3: return __builtin_cpu_supports("x86-64-v3");
    case KERNELS_V4: return __builtin_cpu_supports("x86-64-v4");
    default: return false;
    }
}

#else

// Other architectures: the portable vectors, which the compiler turns into what there is.
static const struct level *const levels[KERNELS_LEVELS] = {&table_baseline};

bool kernels_has_level(int level) { return level == KERNELS_BASELINE; }

#endif

// MARK: - By name

int32_t kernels_rule_named(const char *name) {
    static const char *const names[] = {
#define RULE(NAME, SLOTS) #NAME,
        EACH_RULE(RULE)
#undef RULE
    };
    for (int32_t number = 0; number < KERNELS_RULES; number++)
        if (strcasecmp(names[number], name) == 0) return number;
    return -1;
}

enum { from_y, from_x };
static const struct {
    const char *name;
    bool needs_inputs;
} activations[] = {
#define ACTIVATION(NAME, FROM, ...) {#NAME, from_##FROM == from_x},
#include "activations/all.h"
#undef ACTIVATION
};

int32_t kernels_activation_named(const char *name) {
    for (int32_t number = 0; number < ACTIVATIONS; number++)
        if (strcmp(activations[number].name, name) == 0) return number;
    return -1;
}
bool kernels_activation_needs_inputs(int32_t number) { return activations[number].needs_inputs; }

#include "jobs.h"

// MARK: - By level

void kernels_fill_rows(int level, struct kernels_block block, const float *row) {
    levels[level]->fill_rows(block, row);
}
void kernels_column_sums(int level, struct kernels_block block, float *sums) {
    levels[level]->column_sums(block, sums);
}
