// The sparse first layer, and the optimizers that move its weights and all others.
// Included once a level by level.h, whose vectors and macros it uses.

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
        const vec a = SET(u.a), b = SET(u.b), c = SET(u.c), d = SET(u.d), e = SET(u.e), f = SET(u.f);                \
        (void)a, (void)b, (void)c, (void)d, (void)e, (void)f;                                                        \
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
        const vec a = SET(u.a), b = SET(u.b), c = SET(u.c), d = SET(u.d), e = SET(u.e), f = SET(u.f);                \
        (void)a, (void)b, (void)c, (void)d, (void)e, (void)f;                                                        \
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
