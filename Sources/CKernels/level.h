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

#include "level_math.h"
#include "level_sparse.h"
#include "level_updates.h"
#include "level_norms.h"
#include "level_products.h"
#include "level_blocks.h"
#include "level_softmax.h"
#include "level_activations.h"

static const struct level LEVEL(table) = {
    .gather = LEVEL(gather),
#define RULE(NAME, SLOTS) .update[KERNELS_##NAME] = LEVEL(update_##NAME),
    EACH_RULE(RULE)
#undef RULE
#define RULE(NAME, SLOTS) .shaped_update[KERNELS_##NAME] = LEVEL(shaped_update_##NAME),
    EACH_RULE(RULE)
#undef RULE
#define RULE(NAME, SLOTS) .step_columns[KERNELS_##NAME] = LEVEL(step_columns_##NAME),
    EACH_RULE(RULE)
#undef RULE
#define RULE(NAME, SLOTS) .shaped_step_columns[KERNELS_##NAME] = LEVEL(shaped_step_columns_##NAME),
    EACH_RULE(RULE)
#undef RULE
    .sums = LEVEL(sums),
    .gradient_squares = LEVEL(gradient_squares),
    .column_squares = LEVEL(column_squares),
    .product = LEVEL(product),
    .transposed_product = LEVEL(transposed_product),
    .fill_rows = LEVEL(fill_rows),
    .column_sums = LEVEL(column_sums),
#define ACTIVATION(NAME, ...) .activate[ACTIVATION_##NAME] = LEVEL(activate_##NAME),
#include "activations/all.h"
#undef ACTIVATION
#define ACTIVATION(NAME, ...) .backpropagate[ACTIVATION_##NAME] = LEVEL(backpropagate_##NAME),
#include "activations/all.h"
#undef ACTIVATION
    .softmax = LEVEL(softmax),
    .softmax_gradient = LEVEL(softmax_gradient),
    .log_softmax = LEVEL(log_softmax),
    .log_softmax_gradient = LEVEL(log_softmax_gradient),
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
#undef ABS
#undef CLAMP
#undef EXP
#undef EXPM1
#undef LOG1P
#undef TANH
#undef SIGMOID
#undef NORMAL
#undef LOAD0
#undef LOAD1
#undef LOAD2
#undef LOAD3
#undef STORE0
#undef STORE1
#undef STORE2
#undef STORE3
