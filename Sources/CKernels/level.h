// Every kernel that uses vectors, for one level of instructions. Included once a level by kernels.c, which defines
// LEVEL(name), the name at that level, and VECTOR, the bytes of a vector.
//
// Vectors never cross a function that is not inlined, since their calling convention depends on the level.

#define vec LEVEL(vec)
#define ivec LEVEL(ivec)
typedef float vec __attribute__((vector_size(VECTOR), aligned(4)));
typedef int32_t ivec __attribute__((vector_size(VECTOR), aligned(4)));

#define LANES ((long)(VECTOR / sizeof(float)))
#define INLINE static inline __attribute__((always_inline))
#define AT(pointer, i) (*(vec *)((pointer) + (i)))
#define SET(number) ((vec){} + (number))
#define SELECT(mask, yes, no) ((vec)(((mask) & (ivec)(yes)) | (~(mask) & (ivec)(no))))
#define LARGER(x, y) SELECT((x) > (y), x, y)
#define SQRT(x) __builtin_elementwise_sqrt(x)

// exp(x) to about one unit in the last place; 0 below -87.3, where the result would be subnormal, and 2^127 above
// 88. Cody and Waite's reduction with the polynomial of Cephes' expf (Moshier, 1989).
INLINE void LEVEL(exp)(vec *x) {
    const vec low = SET(-87.3f), high = SET(88.0f), magic = SET(12582912.0f);
    vec v = *x;
    ivec underflow = v < low;
    v = SELECT(v > high, high, v);
    v = SELECT(underflow, low, v);
    // Adding and taking away 1.5 · 2^23 rounds to a whole number at every level.
    vec shifted = v * 1.44269504088896341f + magic;
    vec n = shifted - magic;
    vec r = v - n * 0.693359375f - n * -2.12194440e-4f;
    vec p = SET(1.9875691500e-4f);
    p = p * r + 1.3981999507e-3f;
    p = p * r + 8.3334519073e-3f;
    p = p * r + 4.1665795894e-2f;
    p = p * r + 1.6666665459e-1f;
    p = p * r + 5.0000001201e-1f;
    p = p * r * r + r + 1.0f;
    ivec power = ((ivec)shifted - (ivec)magic + 127) << 23;
    *x = SELECT(underflow, SET(0.0f), p * (vec)power);
}

// MARK: - The sparse first layer

// How many rows ahead memory is asked for.
#define AHEAD 8

// Sums `width` vectors of every chosen row of `table` into registers.
INLINE void LEVEL(sum_rows)(const int width, vec *sums, const float *table, long stride, const int32_t *chosen,
                            long count) {
    vec registers[8];
    for (int i = 0; i < width; i++) registers[i] = sums[i];
    for (long k = 0; k < count; k++) {
        const float *row = table + (long)chosen[k] * stride;
        // The rows lie anywhere, so the processor can't guess the next ones by itself.
        const float *ahead = table + (long)chosen[k + AHEAD < count ? k + AHEAD : k] * stride;
        for (int i = 0; i < width; i += 64 / VECTOR) __builtin_prefetch(ahead + i * LANES);
        for (int i = 0; i < width; i++) registers[i] += AT(row, i * LANES);
    }
    for (int i = 0; i < width; i++) sums[i] = registers[i];
}

// Makes `width` a constant in each case, so that the sums stay in registers.
INLINE void LEVEL(sum_some_rows)(int width, vec *sums, const float *table, long stride, const int32_t *chosen,
                                 long count) {
    switch (width) {
#define CASE(n) case n: LEVEL(sum_rows)(n, sums, table, stride, chosen, count); break;
        CASE(1) CASE(2) CASE(3) CASE(4) CASE(5) CASE(6) CASE(7) CASE(8)
#undef CASE
    }
}

static void LEVEL(gather)(struct kernels_sparse inputs, const int32_t *rows, const float *kernel, const float *bias,
                          struct kernels_block out) {
    for (long i = 0; i < out.rows; i++) {
        const int32_t *ones = inputs.indices + inputs.offsets[rows[i]];
        long count = inputs.offsets[rows[i] + 1] - inputs.offsets[rows[i]];
        for (long start = 0; start < out.stride; start += 8 * LANES) {
            int width = (int)((out.stride - start < 8 * LANES ? out.stride - start : 8 * LANES) / LANES);
            vec sums[8];
            for (int v = 0; v < width; v++) sums[v] = AT(bias, start + v * LANES);
            LEVEL(sum_some_rows)(width, sums, kernel + start, out.stride, ones, count);
            for (int v = 0; v < width; v++) AT(out.values, i * out.stride + start + v * LANES) = sums[v];
        }
    }
}

// MARK: - Optimizers

#define LOAD0(n)
#define LOAD1(n) vec s0 = AT(p.slot0, n);
#define LOAD2(n) LOAD1(n) vec s1 = AT(p.slot1, n);
#define LOAD3(n) LOAD2(n) vec s2 = AT(p.slot2, n);
#define STORE0(n)
#define STORE1(n) AT(p.slot0, n) = s0;
#define STORE2(n) STORE1(n) AT(p.slot1, n) = s1;
#define STORE3(n) STORE2(n) AT(p.slot2, n) = s2;

#define RULE(NAME, SLOTS)                                                                                            \
    static void LEVEL(update_##NAME)(struct kernels_update u, struct kernels_parameters p, const float *gradient,    \
                                     long count) {                                                                   \
        const vec a = SET(u.a), b = SET(u.b), c = SET(u.c), d = SET(u.d), e = SET(u.e);                              \
        (void)a, (void)b, (void)c, (void)d, (void)e;                                                                 \
        for (long n = 0; n < count; n += LANES) {                                                                    \
            vec w = AT(p.values, n), g = AT(gradient, n);                                                            \
            LOAD##SLOTS(n) STEP_##NAME;                                                                              \
            AT(p.values, n) = w;                                                                                     \
            STORE##SLOTS(n)                                                                                          \
        }                                                                                                            \
    }                                                                                                                \
    static void LEVEL(update_columns_##NAME)(struct kernels_update u, struct kernels_parameters p,                   \
                                             struct kernels_columns columns, long first, long last,                  \
                                             const float *delta, long stride) {                                      \
        const vec a = SET(u.a), b = SET(u.b), c = SET(u.c), d = SET(u.d), e = SET(u.e);                              \
        (void)a, (void)b, (void)c, (void)d, (void)e;                                                                 \
        for (long column = first; column < last; column++) {                                                         \
            const int32_t *slots = columns.slots + columns.offsets[column];                                          \
            long count = columns.offsets[column + 1] - columns.offsets[column];                                      \
            if (count == 0) {                                                                                        \
                for (long n = column * stride; n < (column + 1) * stride; n += LANES) {                              \
                    vec w = AT(p.values, n);                                                                         \
                    LOAD##SLOTS(n) IDLE_##NAME;                                                                      \
                    AT(p.values, n) = w;                                                                             \
                    STORE##SLOTS(n)                                                                                  \
                }                                                                                                    \
                continue;                                                                                            \
            }                                                                                                        \
            for (long start = 0; start < stride; start += 8 * LANES) {                                               \
                int width = (int)((stride - start < 8 * LANES ? stride - start : 8 * LANES) / LANES);                \
                vec sums[8] = {};                                                                                    \
                LEVEL(sum_some_rows)(width, sums, delta + start, stride, slots, count);                              \
                for (int v = 0; v < width; v++) {                                                                    \
                    long n = column * stride + start + v * LANES;                                                    \
                    vec w = AT(p.values, n), g = sums[v];                                                            \
                    LOAD##SLOTS(n) STEP_##NAME;                                                                      \
                    AT(p.values, n) = w;                                                                             \
                    STORE##SLOTS(n)                                                                                  \
                }                                                                                                    \
            }                                                                                                        \
        }                                                                                                            \
    }
EACH_RULE(RULE)
#undef RULE

// MARK: - Blocks

static void LEVEL(fill_rows)(struct kernels_block block, const float *row) {
    for (long i = 0; i < block.rows; i++)
        for (long j = 0; j < block.stride; j += LANES) AT(block.values, i * block.stride + j) = AT(row, j);
}

static void LEVEL(column_sums)(struct kernels_block block, float *sums) {
    for (long j = 0; j < block.stride; j += LANES) {
        vec sum = {};
        for (long i = 0; i < block.rows; i++) sum += AT(block.values, i * block.stride + j);
        AT(sums, j) = sum;
    }
}

#define EACH_VECTOR(block, n) for (long n = 0; n < (block).rows * (block).stride; n += LANES)

// Comparisons are written so that what is not a number stays so.
static void LEVEL(relu)(struct kernels_block block) {
    EACH_VECTOR(block, n) {
        vec x = AT(block.values, n);
        AT(block.values, n) = SELECT(x < SET(0.0f), SET(0.0f), x);
    }
}

static void LEVEL(relu_gradient)(struct kernels_block gradient, const float *outputs) {
    EACH_VECTOR(gradient, n) {
        vec y = *(const vec *)(outputs + n);
        AT(gradient.values, n) = SELECT(y > SET(0.0f), AT(gradient.values, n), SET(0.0f));
    }
}

// Near 0 the polynomial of Cephes' tanhf, which keeps small numbers exact; elsewhere 1 - 2 / (exp(2x) + 1).
static void LEVEL(tanh)(struct kernels_block block) {
    EACH_VECTOR(block, n) {
        vec x = AT(block.values, n), z = x * x;
        vec p = SET(-5.70498872745e-3f);
        p = p * z + 2.06390887954e-2f;
        p = p * z + -5.37397155531e-2f;
        p = p * z + 1.33314422036e-1f;
        p = p * z + -3.33332819422e-1f;
        p = p * z * x + x;
        vec e = 2 * SELECT(x < SET(0.0f), -x, x);
        LEVEL(exp)(&e);
        vec far = 1 - 2 / (e + 1);
        far = SELECT(x < SET(0.0f), -far, far);
        AT(block.values, n) = SELECT(z < SET(0.625f * 0.625f), p, far);
    }
}

static void LEVEL(tanh_gradient)(struct kernels_block gradient, const float *outputs) {
    EACH_VECTOR(gradient, n) {
        vec y = *(const vec *)(outputs + n);
        AT(gradient.values, n) *= 1 - y * y;
    }
}

static void LEVEL(sigmoid)(struct kernels_block block) {
    EACH_VECTOR(block, n) {
        vec e = -AT(block.values, n);
        LEVEL(exp)(&e);
        AT(block.values, n) = 1 / (1 + e);
    }
}

static void LEVEL(sigmoid_gradient)(struct kernels_block gradient, const float *outputs) {
    EACH_VECTOR(gradient, n) {
        vec y = *(const vec *)(outputs + n);
        AT(gradient.values, n) *= y * (1 - y);
    }
}

// MARK: - Softmax and cross-entropy

// Gives the largest of a row, after filling its padding with -infinity so that it weighs nothing.
INLINE float LEVEL(largest)(float *row, long columns, long stride) {
    for (long j = columns; j < stride; j++) row[j] = -INFINITY;
    vec most = AT(row, 0);
    for (long j = LANES; j < stride; j += LANES) most = LARGER(AT(row, j), most);
    float result = most[0];
    for (int lane = 1; lane < LANES; lane++) result = most[lane] > result ? most[lane] : result;
    return result;
}

// out = exp(row - largest), with zeros in the padding; gives the sum.
INLINE float LEVEL(exponentials)(const float *row, float largest, long stride, float *out) {
    vec sums = {};
    for (long j = 0; j < stride; j += LANES) {
        vec e = *(const vec *)(row + j) - largest;
        LEVEL(exp)(&e);
        sums += e;
        if (out) AT(out, j) = e;
    }
    float sum = 0;
    for (int lane = 0; lane < LANES; lane++) sum += sums[lane];
    return sum;
}

static void LEVEL(softmax)(struct kernels_block block) {
    for (long i = 0; i < block.rows; i++) {
        float *row = block.values + i * block.stride;
        float largest = LEVEL(largest)(row, block.columns, block.stride);
        float sum = LEVEL(exponentials)(row, largest, block.stride, row);
        for (long j = 0; j < block.stride; j += LANES) AT(row, j) /= SET(sum);
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

static double LEVEL(crossentropy_of_logits)(struct kernels_block outputs, struct kernels_targets targets,
                                            float *per_sample, float *gradient) {
    const float scale = 1.0f / (float)outputs.rows;
    double total = 0;
    for (long i = 0; i < outputs.rows; i++) {
        float *row = outputs.values + i * outputs.stride;
        float *out = gradient ? gradient + i * outputs.stride : 0;
        float largest = LEVEL(largest)(row, outputs.columns, outputs.stride);
        float loss = 0;
        // The logits are read before the gradient may take their place.
        if (targets.labels) {
            float chosen = row[targets.labels[i]] - largest;
            float sum = LEVEL(exponentials)(row, largest, outputs.stride, out);
            loss = logf(sum) - chosen;
            if (out) {
                const vec share = SET(scale / sum);
                for (long j = 0; j < outputs.stride; j += LANES) AT(out, j) *= share;
                out[targets.labels[i]] -= scale;
            }
        } else {
            const float *shares = targets.rows + i * outputs.stride;
            float log_sum = logf(LEVEL(exponentials)(row, largest, outputs.stride, 0));
            for (long j = 0; j < outputs.columns; j++) loss += shares[j] * (log_sum - (row[j] - largest));
            if (out) {
                float sum = LEVEL(exponentials)(row, largest, outputs.stride, out);
                for (long j = 0; j < outputs.columns; j++) out[j] = (out[j] / sum - shares[j]) * scale;
            }
        }
        if (per_sample) per_sample[i] = loss;
        total += loss;
    }
    return total;
}

static const struct level LEVEL(table) = {
    .gather = LEVEL(gather),
#define RULE(NAME, SLOTS) .update[KERNELS_##NAME] = LEVEL(update_##NAME),
    EACH_RULE(RULE)
#undef RULE
#define RULE(NAME, SLOTS) .update_columns[KERNELS_##NAME] = LEVEL(update_columns_##NAME),
    EACH_RULE(RULE)
#undef RULE
    .fill_rows = LEVEL(fill_rows),
    .column_sums = LEVEL(column_sums),
    .relu = LEVEL(relu),
    .relu_gradient = LEVEL(relu_gradient),
    .tanh = LEVEL(tanh),
    .tanh_gradient = LEVEL(tanh_gradient),
    .sigmoid = LEVEL(sigmoid),
    .sigmoid_gradient = LEVEL(sigmoid_gradient),
    .softmax = LEVEL(softmax),
    .softmax_gradient = LEVEL(softmax_gradient),
    .crossentropy_of_logits = LEVEL(crossentropy_of_logits),
};

#undef vec
#undef ivec
#undef LANES
#undef AHEAD
#undef INLINE
#undef AT
#undef SET
#undef SELECT
#undef LARGER
#undef SQRT
#undef EACH_VECTOR
#undef LOAD0
#undef LOAD1
#undef LOAD2
#undef LOAD3
#undef STORE0
#undef STORE1
#undef STORE2
#undef STORE3
