// One step of an optimizer: each rule of optimizers.h in a loop over parameters, and in one over the columns of a sparse
// first layer, whose gradient never leaves the registers. Both stand twice: plain, and with the gradient shaped first.
// Included once a level by level.h, whose vectors and macros it uses.

#define LOAD0(n)
#define LOAD1(n) vec s0 = AT(p.slot0, n);
#define LOAD2(n) LOAD1(n) vec s1 = AT(p.slot1, n);
#define LOAD3(n) LOAD2(n) vec s2 = AT(p.slot2, n);
#define STORE0(n)
#define STORE1(n) AT(p.slot0, n) = s0;
#define STORE2(n) STORE1(n) AT(p.slot1, n) = s1;
#define STORE3(n) STORE2(n) AT(p.slot2, n) = s2;

// The part of a regularizer in the gradient: the derivative of l1 |w| + l2 w², in which |w| has none at 0.
INLINE void LEVEL(regularize)(struct kernels_shaping s, const vec *w, vec *g) {
    const vec zero = {}, one = SET(1.0f);
    *g += s.l1 * (SELECT(*w > zero, one, zero) - SELECT(*w < zero, one, zero)) + 2 * s.l2 * *w;
}

// Comparisons are written so that what is not a number stays so.
INLINE void LEVEL(shape)(struct kernels_shaping s, vec *w, vec *g) {
    const vec most = SET(s.clip), least = SET(-s.clip);
    LEVEL(regularize)(s, w, g);
    vec scaled = *g * s.scale;
    scaled = SELECT(scaled > most, most, scaled);
    *g = SELECT(scaled < least, least, scaled);
    *w -= *w * s.decay;
}

#define RULE(NAME, SLOTS)                                                                                            \
    /* Moves one vector of parameters. */                                                                            \
    INLINE void LEVEL(move_##NAME)(const bool shaped, struct kernels_update u, struct kernels_shaping s,             \
                                   struct kernels_parameters p, long n, const vec *gradient) {                       \
        CONSTANTS(u)                                                                                                 \
        vec w = AT(p.values, n), g = *gradient;                                                                      \
        if (shaped) LEVEL(shape)(s, &w, &g);                                                                         \
        LOAD##SLOTS(n) STEP_##NAME;                                                                                  \
        AT(p.values, n) = w;                                                                                         \
        STORE##SLOTS(n)                                                                                              \
    }                                                                                                                \
    /* The same where the gradient is zero. */                                                                       \
    INLINE void LEVEL(idle_##NAME)(struct kernels_update u, struct kernels_parameters p, long n) {                   \
        CONSTANTS(u)                                                                                                 \
        vec w = AT(p.values, n);                                                                                     \
        LOAD##SLOTS(n) IDLE_##NAME;                                                                                  \
        AT(p.values, n) = w;                                                                                         \
        STORE##SLOTS(n)                                                                                              \
    }                                                                                                                \
    static void LEVEL(update_##NAME)(struct kernels_update u, struct kernels_shaping s, struct kernels_parameters p, \
                                     const float *gradient, long count) {                                            \
        for (long n = 0; n < count; n += LANES) LEVEL(move_##NAME)(false, u, s, p, n, (const vec *)(gradient + n));  \
    }                                                                                                                \
    static void LEVEL(shaped_update_##NAME)(struct kernels_update u, struct kernels_shaping s,                       \
                                            struct kernels_parameters p, const float *gradient, long count) {        \
        for (long n = 0; n < count; n += LANES) LEVEL(move_##NAME)(true, u, s, p, n, (const vec *)(gradient + n));   \
    }                                                                                                                \
    /* Sums up some vectors of a column's gradient, and moves the parameters. */                                     \
    INLINE void LEVEL(sum_and_move_##NAME)(const bool shaped, int width, struct kernels_update u,                    \
                                           struct kernels_shaping s, struct kernels_parameters p, long n,            \
                                           const float *delta, long stride, const int32_t *slots, long count) {      \
        vec sums[8] = {};                                                                                            \
        LEVEL(sum_some_rows)(width, sums, delta, stride, slots, count);                                              \
        for (int v = 0; v < width; v++) LEVEL(move_##NAME)(shaped, u, s, p, n + v * LANES, &sums[v]);                \
    }                                                                                                                \
    INLINE void LEVEL(step_some_columns_##NAME)(const bool shaped, struct kernels_update u, struct kernels_shaping s,\
                                                struct kernels_parameters p, struct kernels_columns columns,         \
                                                long first, long last, const float *delta, long stride) {            \
        for (long c = first; c < last; c++) {                                                                        \
            const int32_t *offsets = columns.offsets, *slots = columns.slots + offsets[c];                           \
            const long count = offsets[c + 1] - offsets[c], row = c * stride;                                        \
            if (count == 0 && !shaped) {                                                                             \
                while (c + 1 < last && offsets[c + 2] == offsets[c + 1]) c++;                                        \
                for (long n = row; n < (c + 1) * stride; n += LANES) LEVEL(idle_##NAME)(u, p, n);                    \
                continue;                                                                                            \
            }                                                                                                        \
            /* Widths that are known keep all in registers: those of 32, 64, and more units. */                      \
            long at = 0;                                                                                             \
            for (; at + 8 * LANES <= stride; at += 8 * LANES)                                                        \
                LEVEL(sum_and_move_##NAME)(shaped, 8, u, s, p, row + at, delta + at, stride, slots, count);          \
            const int rest = (int)((stride - at) / LANES);                                                           \
            if (rest == 4)                                                                                           \
                LEVEL(sum_and_move_##NAME)(shaped, 4, u, s, p, row + at, delta + at, stride, slots, count);          \
            else if (rest > 0)                                                                                       \
                LEVEL(sum_and_move_##NAME)(shaped, rest, u, s, p, row + at, delta + at, stride, slots, count);       \
        }                                                                                                            \
    }                                                                                                                \
    static void LEVEL(step_columns_##NAME)(struct kernels_update u, struct kernels_shaping s,                        \
                                           struct kernels_parameters p, struct kernels_columns columns, long first,  \
                                           long last, const float *delta, long stride) {                             \
        LEVEL(step_some_columns_##NAME)(false, u, s, p, columns, first, last, delta, stride);                        \
    }                                                                                                                \
    static void LEVEL(shaped_step_columns_##NAME)(struct kernels_update u, struct kernels_shaping s,                 \
                                                  struct kernels_parameters p, struct kernels_columns columns,       \
                                                  long first, long last, const float *delta, long stride) {          \
        LEVEL(step_some_columns_##NAME)(true, u, s, p, columns, first, last, delta, stride);                         \
    }
EACH_RULE(RULE)
#undef RULE
