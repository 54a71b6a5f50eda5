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

#include "level_sparse.h"
#include "level_blocks.h"
#include "level_softmax.h"

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
