// The kernels that BLAS lacks: sparse first layers, optimizers in one pass, and functions of whole blocks.
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

// The levels of vector instructions: those of any processor; AVX2 and FMA (x86-64-v3); AVX-512 (x86-64-v4).
enum { KERNELS_BASELINE = 0, KERNELS_V3 = 1, KERNELS_V4 = 2, KERNELS_LEVELS = 3 };

// Tells whether this processor, and this program's build, has a level.
bool kernels_has_level(int level);

// Threads that work side by side. What they work at comes in parts whose number depends on sizes alone, and where parts
// are summed up, that is done in their order: results are the same for any number of threads, to the last bit.
struct kernels_team;

// One part of a job; `job` is what the job is about.
typedef void (*kernels_work)(const void *job, long part);

// A team of up to `threads`, the caller's among them; null where that is one, or no thread can be had.
struct kernels_team *kernels_team_create(int threads);
// The number of its threads; 1 for null.
int kernels_team_threads(const struct kernels_team *team);
// The number of its threads that sleep now, as all but the caller's do without work.
int kernels_team_resting(const struct kernels_team *team);
// Ends its threads; nobody may be using it.
void kernels_team_destroy(struct kernels_team *team);
// Does parts 0 to parts - 1 of a job, each once, in no order; returns when all are done. Allocates nothing. A team has
// one job at a time: a caller that comes meanwhile, or has no team, does all parts itself.
void kernels_team_run(struct kernels_team *team, long parts, kernels_work work, const void *job);

// The vector instructions and the threads that kernels run on.
struct kernels_machine {
    int level;
    // May be null.
    struct kernels_team *team;
};

// Rows of floats.
struct kernels_block {
    float *values;
    long rows, columns, stride;
};

// Rows of zeros and ones: row i has ones at indices[offsets[i]] up to indices[offsets[i + 1] - 1].
struct kernels_sparse {
    const int32_t *offsets, *indices;
};

// The ones of a batch by column: column c occurs in the batch's rows slots[offsets[c]] up to slots[offsets[c + 1] - 1],
// ascending. There is room for count + 2 offsets and for all ones of the batch.
struct kernels_columns {
    long count;
    int32_t *offsets, *slots;
};

// out[i] = bias + the sum of the kernel's rows at the ones of rows[i]; the stride of out is that of the kernel. Where
// columns are given, the batch's ones are sorted into them meanwhile.
void kernels_gather(struct kernels_machine machine, struct kernels_sparse inputs, const int32_t *rows,
                    const float *kernel, const float *bias, struct kernels_block out,
                    const struct kernels_columns *columns);

// Sorts the ones of a batch by column.
void kernels_sort_columns(struct kernels_sparse inputs, const int32_t *rows, long batch,
                          struct kernels_columns columns);

// The rule by which an optimizer changes a parameter, and the numbers of the step, which each rule in rules/ explains.
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

// The changes to a gradient before a step, in this order: g += l1 sign(w) + 2 l2 w; g *= scale; g is clipped
// to -clip ... clip; w -= w decay. Nothing happens for 0, 0, 1, INFINITY, 0.
struct kernels_shaping {
    float l1, l2, scale, clip, decay;
};

// One step for `count` parameters, a multiple of KERNELS_LANES.
void kernels_update(struct kernels_machine machine, struct kernels_update update, struct kernels_shaping shaping,
                    struct kernels_parameters parameters, const float *gradient, long count);

// One step for the kernel of a sparse first layer. The gradient of row c is the sum of the deltas at the column's slots;
// it never leaves the registers.
void kernels_update_columns(struct kernels_machine machine, struct kernels_update update,
                            struct kernels_shaping shaping, struct kernels_parameters parameters,
                            struct kernels_columns columns, struct kernels_block delta);

// The sum of the squares of a gradient with the l1 and l2 of its shaping, not scaled or clipped.
double kernels_gradient_squares(struct kernels_machine machine, struct kernels_shaping shaping, const float *values,
                                const float *gradient, long count);
// The same for the kernel of a sparse first layer.
double kernels_column_squares(struct kernels_machine machine, struct kernels_shaping shaping, const float *values,
                              struct kernels_columns columns, struct kernels_block delta);

// Sums over `count` numbers, a multiple of KERNELS_LANES.
struct kernels_sums {
    double sizes, squares;
};
struct kernels_sums kernels_sums(struct kernels_machine machine, const float *values, long count);

// Matrix products, for sizes that kernels_multiplies() affirms; other sizes are for BLAS.
enum kernels_form {
    KERNELS_PLAIN,              // c = a · b + bias
    KERNELS_SECOND_TRANSPOSED,  // c = a · bᵀ
    KERNELS_FIRST_TRANSPOSED    // c = aᵀ · b
};
// Tells whether a product into c, whose sums have `depth` terms, is small enough.
bool kernels_multiplies(enum kernels_form form, long depth, struct kernels_block c);
// The padding of c is overwritten with sums of the padding of b. A bias may be null.
void kernels_product(struct kernels_machine machine, enum kernels_form form, struct kernels_block a,
                     struct kernels_block b, const float *bias, struct kernels_block c);

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
// Tells whether its derivative is worked out from what went in, rather than from what came out.
bool kernels_activation_needs_inputs(int32_t number);

// Activations, whose outputs have the stride of the inputs and may take their place; and gradients in place, with respect
// to what went in, from what went in or came out. Those of one number at a time go through the padding, too, where a
// finite number gives a finite derivative; those of whole rows leave zeros there.
void kernels_activate(struct kernels_machine machine, struct kernels_activation activation, struct kernels_block inputs, float *outputs);
void kernels_activate_gradient(struct kernels_machine machine, struct kernels_activation activation, struct kernels_block gradient,
                               const float *from);
void kernels_softmax(struct kernels_machine machine, struct kernels_block inputs, float *outputs);
void kernels_softmax_gradient(struct kernels_machine machine, struct kernels_block gradient, const float *outputs);
void kernels_log_softmax(struct kernels_machine machine, struct kernels_block inputs, float *outputs);
void kernels_log_softmax_gradient(struct kernels_machine machine, struct kernels_block gradient, const float *outputs);

// The targets that a loss compares outputs with: a class for each row, or if labels is null, a row of shares
// for each row (with the stride of the outputs).
struct kernels_targets {
    const int32_t *labels;
    const float *rows;
};

// Losses: the sum over the rows, in nats. Where per_sample is not null it is given each row's loss; where gradient is
// not null it is given the derivative of the mean loss, with the stride of the outputs and zeros in the padding, and
// may be the memory of the outputs.
double kernels_crossentropy_of_logits(struct kernels_machine machine, struct kernels_block outputs, struct kernels_targets targets,
                                      float *per_sample, float *gradient);
double kernels_categorical_crossentropy(int level, struct kernels_block outputs, struct kernels_targets targets,
                                        float *per_sample, float *gradient);
double kernels_sparse_categorical_crossentropy(int level, struct kernels_block outputs, struct kernels_targets targets,
                                               float *per_sample, float *gradient);

/// The class that a row of outputs speaks for: the first of the largest. What is not a number is larger than nothing, so
/// a row of nothing else speaks for class 0, as in Keras.
long kernels_first_largest(const float *row, long columns);

// The number of rows whose label is that class, or among the k largest, ties with the last included. Of the k largest,
// as in TensorFlow, a row is right only where every output is finite.
long kernels_count_first_largest(struct kernels_block outputs, const int32_t *labels);
long kernels_count_top_k(struct kernels_block outputs, const int32_t *labels, long k);

#endif
