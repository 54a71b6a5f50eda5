// The sparse first layer: sums of chosen rows.
// Included once a level by level.h, whose vectors and macros it uses.

// The number of rows by which memory is asked for ahead.
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
