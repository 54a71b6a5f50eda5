// Activations with their gradients.
// Included once a level by level.h, whose vectors and macros it uses.

// One number at a time. The outputs may take the place of the inputs.
#define ACTIVATION(NAME, FROM, VALUE, GRADIENT)                                                                      \
    static void LEVEL(activate_##NAME)(struct kernels_activation k, const float *inputs, float *outputs,             \
                                       long count) {                                                                 \
        const vec a = SET(k.a), b = SET(k.b), c = SET(k.c);                                                          \
        (void)a, (void)b, (void)c;                                                                                   \
        for (long i = 0; i < count; i += LANES) {                                                                    \
            const vec x = *(const vec *)(inputs + i);                                                                \
            vec y;                                                                                                   \
            VALUE;                                                                                                   \
            AT(outputs, i) = y;                                                                                      \
        }                                                                                                            \
    }                                                                                                                \
    static void LEVEL(backpropagate_##NAME)(struct kernels_activation k, float *gradient, const float *from,         \
                                            long count) {                                                            \
        const vec a = SET(k.a), b = SET(k.b), c = SET(k.c);                                                          \
        (void)a, (void)b, (void)c;                                                                                   \
        for (long i = 0; i < count; i += LANES) {                                                                    \
            const vec FROM = *(const vec *)(from + i);                                                               \
            vec g = AT(gradient, i);                                                                                 \
            GRADIENT;                                                                                                \
            AT(gradient, i) = g;                                                                                     \
        }                                                                                                            \
    }
#include "activations/all.h"
#undef ACTIVATION

// MARK: - Whole rows

// The inputs of a row in the outputs, with the padding filled so that it weighs nothing; gives the largest.
INLINE float LEVEL(copy_row)(const float *inputs, float *outputs, long columns, long stride) {
    if (inputs != outputs) memcpy(outputs, inputs, (size_t)columns * sizeof(float));
    return LEVEL(largest)(outputs, columns, stride);
}

static void LEVEL(softmax)(struct kernels_block inputs, float *outputs) {
    for (long i = 0; i < inputs.rows; i++) {
        float *row = outputs + i * inputs.stride;
        float largest = LEVEL(copy_row)(inputs.values + i * inputs.stride, row, inputs.columns, inputs.stride);
        const vec sum = SET(LEVEL(exponentials)(row, largest, inputs.stride, row));
        for (long j = 0; j < inputs.stride; j += LANES) AT(row, j) /= sum;
    }
}

// dx = y (dy - Σ y dy)
static void LEVEL(softmax_gradient)(struct kernels_block gradient, const float *outputs) {
    for (long i = 0; i < gradient.rows; i++) {
        float *dy = gradient.values + i * gradient.stride;
        const float *y = outputs + i * gradient.stride;
        float dot = 0;
        for (long j = 0; j < gradient.columns; j++) dot += y[j] * dy[j];
        for (long j = 0; j < gradient.stride; j++) dy[j] = j < gradient.columns ? y[j] * (dy[j] - dot) : 0;
    }
}

static void LEVEL(log_softmax)(struct kernels_block inputs, float *outputs) {
    for (long i = 0; i < inputs.rows; i++) {
        float *row = outputs + i * inputs.stride;
        float largest = LEVEL(copy_row)(inputs.values + i * inputs.stride, row, inputs.columns, inputs.stride);
        float log_sum = logf(LEVEL(exponentials)(row, largest, inputs.stride, 0));
        for (long j = 0; j < inputs.stride; j++) row[j] = j < inputs.columns ? row[j] - largest - log_sum : 0;
    }
}

// dx = dy - exp(y) Σ dy
static void LEVEL(log_softmax_gradient)(struct kernels_block gradient, const float *outputs) {
    for (long i = 0; i < gradient.rows; i++) {
        float *dy = gradient.values + i * gradient.stride;
        const float *y = outputs + i * gradient.stride;
        float sum = 0;
        for (long j = 0; j < gradient.columns; j++) sum += dy[j];
        for (long j = 0; j < gradient.stride; j += LANES) AT(dy, j) -= EXP(*(const vec *)(y + j)) * sum;
        for (long j = gradient.columns; j < gradient.stride; j++) dy[j] = 0;
    }
}
