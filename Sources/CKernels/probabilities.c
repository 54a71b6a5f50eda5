// Cross-entropy of outputs that are taken for probabilities, and the counts behind the accuracies. Rarely used or cheap,
// so plain loops serve.

#include "CKernels.h"

#include <math.h>

// Keras' epsilon, and 1 - epsilon as float32 has it.
static const float low = 1e-7f, high = 1.0f - 1e-7f;

static float share(struct kernels_targets targets, long stride, long i, long j) {
    return targets.labels ? (float)(targets.labels[i] == j) : targets.rows[i * stride + j];
}

static float clip(float p) { return p < low ? low : p > high ? high : p; }
// The clip passes the gradient on from its bounds too, as TensorFlow's clip_by_value does.
static bool passes(float p) { return p >= low && p <= high; }

double kernels_categorical_crossentropy(int level, struct kernels_block outputs, struct kernels_targets targets,
                                        float *per_sample, float *gradient) {
    (void)level;
    const float scale = 1.0f / (float)outputs.rows;
    double total = 0;
    for (long i = 0; i < outputs.rows; i++) {
        const float *row = outputs.values + i * outputs.stride;
        float sum = 0, loss = 0, dot = 0;
        for (long j = 0; j < outputs.columns; j++) sum += row[j];
        // p = row / sum; dL/dp = -y / p within the clip; dot = Σ dL/dp · p.
        for (long j = 0; j < outputs.columns; j++) {
            float y = share(targets, outputs.stride, i, j), p = row[j] / sum;
            // If y is 0, the logarithm must not spoil the sum with 0 · infinity or with what is not a number.
            if (y != 0) loss -= y * logf(clip(p));
            if (y != 0 && passes(p)) dot -= y;
        }
        if (gradient) {
            float *out = gradient + i * outputs.stride;
            for (long j = 0; j < outputs.stride; j++) {
                if (j >= outputs.columns) {
                    out[j] = 0;
                    continue;
                }
                float y = share(targets, outputs.stride, i, j), p = row[j] / sum;
                out[j] = ((y != 0 && passes(p) ? -y / p : 0) - dot) / sum * scale;
            }
        }
        if (per_sample) per_sample[i] = loss;
        total += loss;
    }
    return total;
}

double kernels_sparse_categorical_crossentropy(int level, struct kernels_block outputs, struct kernels_targets targets,
                                               float *per_sample, float *gradient) {
    (void)level;
    const float scale = 1.0f / (float)outputs.rows;
    double total = 0;
    for (long i = 0; i < outputs.rows; i++) {
        const float *row = outputs.values + i * outputs.stride;
        // The softmax of the logarithms of clipped numbers q is q / Σ q.
        float sum = 0, loss = 0, shares = 0;
        for (long j = 0; j < outputs.columns; j++) sum += clip(row[j]);
        for (long j = 0; j < outputs.columns; j++) {
            float y = share(targets, outputs.stride, i, j);
            if (y != 0) loss += y * (logf(sum) - logf(clip(row[j])));
            shares += y;
        }
        if (gradient) {
            float *out = gradient + i * outputs.stride;
            for (long j = 0; j < outputs.stride; j++) {
                if (j >= outputs.columns) {
                    out[j] = 0;
                    continue;
                }
                float y = share(targets, outputs.stride, i, j), q = row[j];
                out[j] = passes(q) ? (shares / sum - y / q) * scale : 0;
            }
        }
        if (per_sample) per_sample[i] = loss;
        total += loss;
    }
    return total;
}

long kernels_first_largest(const float *row, long columns) {
    long best = 0;
    float most = -INFINITY;
    for (long j = 0; j < columns; j++) {
        if (row[j] > most) {
            most = row[j];
            best = j;
        }
    }
    return best;
}

long kernels_count_first_largest(struct kernels_block outputs, const int32_t *labels) {
    long hits = 0;
    for (long i = 0; i < outputs.rows; i++)
        hits += kernels_first_largest(outputs.values + i * outputs.stride, outputs.columns) == labels[i];
    return hits;
}

// As TensorFlow's in_top_k, which can't say anything of a row with a number that is not finite.
long kernels_count_top_k(struct kernels_block outputs, const int32_t *labels, long k) {
    long hits = 0;
    for (long i = 0; i < outputs.rows; i++) {
        const float *row = outputs.values + i * outputs.stride;
        float own = row[labels[i]];
        long ahead = 0, odd = 0;
        for (long j = 0; j < outputs.columns; j++) {
            ahead += row[j] > own;
            odd += !isfinite(row[j]);
        }
        hits += ahead < k && odd == 0;
    }
    return hits;
}
