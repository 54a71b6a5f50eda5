// Sums of squares and of sizes, in double and in a fixed order.
// Included once a level by level.h, whose vectors and macros it uses.

#define wide LEVEL(wide)
typedef double wide __attribute__((vector_size(2 * VECTOR), aligned(8)));
#define WIDEN(v) __builtin_convertvector(v, wide)

INLINE double LEVEL(total)(const wide *sums) {
    double total = 0;
    for (int lane = 0; lane < LANES; lane++) total += (*sums)[lane];
    return total;
}

static struct kernels_sums LEVEL(sums)(const float *values, long count) {
    wide sizes = {}, squares = {};
    for (long n = 0; n < count; n += LANES) {
        const vec v = *(const vec *)(values + n);
        const wide w = WIDEN(v), size = WIDEN(SELECT(v < (vec){}, -v, v));
        sizes += size;
        squares += w * w;
    }
    return (struct kernels_sums){LEVEL(total)(&sizes), LEVEL(total)(&squares)};
}

// Of a gradient with the part of a regularizer.
static double LEVEL(gradient_squares)(struct kernels_shaping s, const float *values, const float *gradient,
                                      long count) {
    wide squares = {};
    for (long n = 0; n < count; n += LANES) {
        const vec w = *(const vec *)(values + n);
        vec g = *(const vec *)(gradient + n);
        LEVEL(regularize)(s, &w, &g);
        const wide v = WIDEN(g);
        squares += v * v;
    }
    return LEVEL(total)(&squares);
}

static double LEVEL(column_squares)(struct kernels_shaping s, const float *values, struct kernels_columns columns,
                                    long first, long last, const float *delta, long stride) {
    wide squares = {};
    for (long c = first; c < last; c++) {
        const int32_t *slots = columns.slots + columns.offsets[c];
        const long count = columns.offsets[c + 1] - columns.offsets[c], row = c * stride;
        if (count == 0 && s.l1 == 0 && s.l2 == 0) continue;
        for (long start = 0; start < stride; start += 8 * LANES) {
            int width = (int)((stride - start < 8 * LANES ? stride - start : 8 * LANES) / LANES);
            vec sums[8] = {};
            LEVEL(sum_some_rows)(width, sums, delta + start, stride, slots, count);
            for (int v = 0; v < width; v++) {
                const vec w = *(const vec *)(values + row + start + v * LANES);
                LEVEL(regularize)(s, &w, &sums[v]);
                const wide g = WIDEN(sums[v]);
                squares += g * g;
            }
        }
    }
    return LEVEL(total)(&squares);
}

#undef wide
#undef WIDEN
