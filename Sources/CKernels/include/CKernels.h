// What BLAS has not: sparse first layers, optimizers in one pass, and functions of whole blocks.
//
// Every function takes the level of vector instructions to use, one that kernels_has_level() affirms. Results
// are the same at every level but for rounding, and the same from run to run.
//
// Rows of floats are `stride` apart, a multiple of KERNELS_LANES; numbers beyond a row's columns are padding, which
// may be read and overwritten and holds zeros in weights and gradients.

#ifndef CKERNELS_H
#define CKERNELS_H

#include <stdbool.h>
#include <stdint.h>

enum { KERNELS_LANES = 16 };

// What any processor has; AVX2 and FMA (x86-64-v3); AVX-512 (x86-64-v4).
enum { KERNELS_BASELINE = 0, KERNELS_V3 = 1, KERNELS_V4 = 2, KERNELS_LEVELS = 3 };

// Whether this processor, and this program's build, has a level.
bool kernels_has_level(int level);

// Rows of floats.
struct kernels_block {
    float *values;
    long rows, columns, stride;
};

// Rows of zeros and ones: row i has ones at indices[offsets[i]] up to indices[offsets[i + 1] - 1].
struct kernels_sparse {
    const int32_t *offsets, *indices;
};

// The ones of a batch by column: column c occurs in the batch's rows slots[offsets[c]] up to
// slots[offsets[c + 1] - 1], ascending.
struct kernels_columns {
    int32_t *offsets, *slots;
};

// out[i] = bias + the sum of the kernel's rows at the ones of rows[i]; the stride of out is that of the kernel.
void kernels_gather(int level, struct kernels_sparse inputs, const int32_t *rows, const float *kernel, const float *bias,
                    struct kernels_block out);

// Sorts the ones of a batch by column (a counting sort). columns.offsets has room for count + 2 numbers, where
// count is how many columns there are; columns.slots for all ones of the batch.
void kernels_transpose(struct kernels_sparse inputs, const int32_t *rows, long batch, long count,
                       struct kernels_columns columns);

// How an optimizer changes a parameter, and the numbers of the step, whose meaning is told at each rule in rules/.
struct kernels_update {
    int32_t rule;
    float a, b, c, d, e, f;
};

// A rule by its name in EACH_RULE (optimizers.h), in letters of either case; -1 where there is none.
int32_t kernels_rule_named(const char *name);

// Parameters with what the optimizer keeps for each; slots that the rule doesn't have may be null.
struct kernels_parameters {
    float *values, *slot0, *slot1, *slot2;
};

// One step for `count` parameters, a multiple of KERNELS_LANES.
void kernels_update(int level, struct kernels_update update, struct kernels_parameters parameters, const float *gradient,
                    long count);

// One step for the kernel's rows `first` to `last - 1` of a sparse first layer. The gradient of row c is the sum of
// the deltas at the column's slots; it never leaves the registers.
void kernels_update_columns(int level, struct kernels_update update, struct kernels_parameters parameters,
                            struct kernels_columns columns, long first, long last, const float *delta, long stride);

// Every row becomes `row`.
void kernels_fill_rows(int level, struct kernels_block block, const float *row);
// sums[j] = the sum of column j.
void kernels_column_sums(int level, struct kernels_block block, float *sums);

// An activation that works on one number at a time, with its arguments, whose meaning is told in its file in activations/.
struct kernels_activation {
    int32_t number;
    float a, b, c;
};

// An activation's number by the name of its file; -1 where there is none.
int32_t kernels_activation_named(const char *name);
// Whether its derivative is worked out from what went in, rather than from what came out.
bool kernels_activation_needs_inputs(int32_t number);

// Activations, whose outputs have the stride of the inputs and may take their place; and gradients in place, with respect
// to what went in, from what went in or came out. Those of one number at a time go through the padding, too, where a
// finite number gives a finite derivative; those of whole rows leave zeros there.
void kernels_activate(int level, struct kernels_activation activation, struct kernels_block inputs, float *outputs);
void kernels_activate_gradient(int level, struct kernels_activation activation, struct kernels_block gradient,
                               const float *from);
void kernels_softmax(int level, struct kernels_block inputs, float *outputs);
void kernels_softmax_gradient(int level, struct kernels_block gradient, const float *outputs);
void kernels_log_softmax(int level, struct kernels_block inputs, float *outputs);
void kernels_log_softmax_gradient(int level, struct kernels_block gradient, const float *outputs);

// What a loss is compared with: a class for each row, or where labels is null, a row of shares for each row (with
// the stride of the outputs).
struct kernels_targets {
    const int32_t *labels;
    const float *rows;
};

// Losses: the sum over the rows, in nats. Where per_sample is not null it is given each row's loss; where gradient is
// not null it is given the derivative of the mean loss, with the stride of the outputs and zeros in the padding, and
// may be the memory of the outputs.
double kernels_crossentropy_of_logits(int level, struct kernels_block outputs, struct kernels_targets targets,
                                      float *per_sample, float *gradient);
double kernels_categorical_crossentropy(int level, struct kernels_block outputs, struct kernels_targets targets,
                                        float *per_sample, float *gradient);
double kernels_sparse_categorical_crossentropy(int level, struct kernels_block outputs, struct kernels_targets targets,
                                               float *per_sample, float *gradient);

// In how many rows the label's output is the first largest, or among the k largest, ties with the last included. An
// output that is not finite is never right.
long kernels_count_first_largest(struct kernels_block outputs, const int32_t *labels);
long kernels_count_top_k(struct kernels_block outputs, const int32_t *labels, long k);

#endif
