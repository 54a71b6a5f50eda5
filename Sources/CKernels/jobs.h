// Kernels whose work is shared out: each is a job, cut into parts by sizes alone. Included by kernels.c.

// A slice of a block's rows.
static struct kernels_block rows_of(struct kernels_block block, long first, long last) {
    block.values += first * block.stride;
    block.rows = last - first;
    return block;
}

// MARK: - The sparse first layer

// How much a part is to have at least, so that taking it costs next to nothing.
enum { GATHERED_ROWS = 32, UPDATED_NUMBERS = 16384, MOST_PARTS = 64 };

struct gathering {
    const struct level *level;
    struct kernels_sparse inputs;
    const int32_t *rows;
    const float *kernel, *bias;
    struct kernels_block out;
    const struct kernels_columns *columns;
    long parts;
};

static void gather_part(const void *job, long part) {
    const struct gathering *g = job;
    if (g->columns && part-- == 0) {
        sort_columns(g->inputs, g->rows, g->out.rows, *g->columns);
        return;
    }
    const long first = part_begin(g->out.rows, g->parts, part, 1);
    const long last = part_begin(g->out.rows, g->parts, part + 1, 1);
    g->level->gather(g->inputs, g->rows + first, g->kernel, g->bias, rows_of(g->out, first, last));
}

void kernels_gather(struct kernels_machine machine, struct kernels_sparse inputs, const int32_t *rows,
                    const float *kernel, const float *bias, struct kernels_block out,
                    const struct kernels_columns *columns) {
    const long parts = parts_of(out.rows, GATHERED_ROWS, MOST_PARTS);
    const struct gathering job = {levels[machine.level], inputs, rows, kernel, bias, out, columns, parts};
    // Two threads would write to the same cache lines of one sort. The first part, which is taken first, sorts by itself
    // while others gather.
    kernels_team_run(machine.team, parts + (columns != NULL), gather_part, &job);
}

void kernels_sort_columns(struct kernels_sparse inputs, const int32_t *rows, long batch,
                          struct kernels_columns columns) {
    sort_columns(inputs, rows, batch, columns);
}

struct stepping {
    step_kernel step;
    struct kernels_update update;
    struct kernels_shaping shaping;
    struct kernels_parameters parameters;
    struct kernels_columns columns;
    struct kernels_block delta;
    long parts;
};

// Where part `part` of the columns begins, if all parts are to give about the same work.
static long column_begin(struct kernels_columns columns, long parts, long part) {
    if (part == parts) return columns.count;
    // The step of the optimizer takes a column about as long as four of its ones do.
    const double all = (double)columns.offsets[columns.count] + 4.0 * (double)columns.count;
    const double wanted = all * (double)part / (double)parts;
    long low = 0, high = columns.count;
    while (low < high) {
        const long middle = low + (high - low) / 2;
        if ((double)columns.offsets[middle] + 4.0 * (double)middle < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static long parts_of_columns(struct kernels_columns columns, long stride) {
    return parts_of(columns.count * stride, UPDATED_NUMBERS, MOST_PARTS);
}

static bool shapes(struct kernels_shaping s) {
    return s.l1 != 0 || s.l2 != 0 || s.scale != 1 || s.clip != INFINITY || s.decay != 0;
}

static void step_part(const void *job, long part) {
    const struct stepping *s = job;
    const long first = column_begin(s->columns, s->parts, part), last = column_begin(s->columns, s->parts, part + 1);
    s->step(s->update, s->shaping, s->parameters, s->columns, first, last, s->delta.values, s->delta.stride);
}

void kernels_update_columns(struct kernels_machine machine, struct kernels_update update,
                            struct kernels_shaping shaping, struct kernels_parameters parameters,
                            struct kernels_columns columns, struct kernels_block delta) {
    const struct level *level = levels[machine.level];
    const struct stepping job = {
        shapes(shaping) ? level->shaped_step_columns[update.rule] : level->step_columns[update.rule],
        update, shaping, parameters, columns, delta, parts_of_columns(columns, delta.stride)};
    kernels_team_run(machine.team, job.parts, step_part, &job);
}

// MARK: - Parameters with a gradient at hand

struct updating {
    update_kernel update_values;
    struct kernels_update update;
    struct kernels_shaping shaping;
    struct kernels_parameters parameters;
    const float *gradient;
    long count, parts;
};

static void update_part(const void *job, long part) {
    const struct updating *u = job;
    const long first = part_begin(u->count, u->parts, part, KERNELS_LANES);
    const long last = part_begin(u->count, u->parts, part + 1, KERNELS_LANES);
    const struct kernels_parameters p = u->parameters;
    const struct kernels_parameters some = {p.values + first, p.slot0 ? p.slot0 + first : 0,
                                            p.slot1 ? p.slot1 + first : 0, p.slot2 ? p.slot2 + first : 0};
    u->update_values(u->update, u->shaping, some, u->gradient + first, last - first);
}

void kernels_update(struct kernels_machine machine, struct kernels_update update, struct kernels_shaping shaping,
                    struct kernels_parameters parameters, const float *gradient, long count) {
    const struct level *level = levels[machine.level];
    const long parts = parts_of(count, UPDATED_NUMBERS, MOST_PARTS);
    const struct updating job = {shapes(shaping) ? level->shaped_update[update.rule] : level->update[update.rule],
                                 update, shaping, parameters, gradient, count, parts};
    kernels_team_run(machine.team, parts, update_part, &job);
}

// MARK: - Whole blocks

enum { BLOCK_NUMBERS = 8192 };

// What any of these needs.
struct block_job {
    const struct level *level;
    struct kernels_activation activation;
    struct kernels_block block;
    float *outputs;
    const float *from;
    struct kernels_targets targets;
    float *per_sample, scale;
    double *totals;
    long parts;
};

// The rows of a part, and where its numbers begin.
static struct kernels_block block_part(const struct block_job *job, long part, long *first, long *start) {
    *first = part_begin(job->block.rows, job->parts, part, 1);
    *start = *first * job->block.stride;
    return rows_of(job->block, *first, part_begin(job->block.rows, job->parts, part + 1, 1));
}

static void run_block_job(struct kernels_machine machine, struct block_job job, kernels_work work) {
    job.level = levels[machine.level];
    job.parts = parts_of(job.block.rows * job.block.stride, BLOCK_NUMBERS, MOST_PARTS);
    kernels_team_run(machine.team, job.parts, work, &job);
}

static void activate_part(const void *job, long part) {
    const struct block_job *b = job;
    long first, start;
    const struct kernels_block rows = block_part(b, part, &first, &start);
    b->level->activate[b->activation.number](b->activation, rows.values, b->outputs + start, rows.rows * rows.stride);
}
void kernels_activate(struct kernels_machine machine, struct kernels_activation activation, struct kernels_block inputs,
                      float *outputs) {
    run_block_job(machine, (struct block_job){.activation = activation, .block = inputs, .outputs = outputs},
                  activate_part);
}

static void backpropagate_part(const void *job, long part) {
    const struct block_job *b = job;
    long first, start;
    const struct kernels_block rows = block_part(b, part, &first, &start);
    b->level->backpropagate[b->activation.number](b->activation, rows.values, b->from + start,
                                                  rows.rows * rows.stride);
}
void kernels_activate_gradient(struct kernels_machine machine, struct kernels_activation activation,
                               struct kernels_block gradient, const float *from) {
    run_block_job(machine, (struct block_job){.activation = activation, .block = gradient, .from = from},
                  backpropagate_part);
}

// Functions of whole rows: outputs of inputs, and gradients in place from outputs.
#define OF_ROWS(NAME)                                                                                                \
    static void NAME##_part(const void *job, long part) {                                                            \
        const struct block_job *b = job;                                                                             \
        long first, start;                                                                                           \
        const struct kernels_block rows = block_part(b, part, &first, &start);                                       \
        b->level->NAME(rows, b->outputs + start);                                                                    \
    }                                                                                                                \
    void kernels_##NAME(struct kernels_machine machine, struct kernels_block inputs, float *outputs) {               \
        run_block_job(machine, (struct block_job){.block = inputs, .outputs = outputs}, NAME##_part);                \
    }                                                                                                                \
    static void NAME##_gradient_part(const void *job, long part) {                                                   \
        const struct block_job *b = job;                                                                             \
        long first, start;                                                                                           \
        const struct kernels_block rows = block_part(b, part, &first, &start);                                       \
        b->level->NAME##_gradient(rows, b->from + start);                                                            \
    }                                                                                                                \
    void kernels_##NAME##_gradient(struct kernels_machine machine, struct kernels_block gradient,                    \
                                   const float *outputs) {                                                           \
        run_block_job(machine, (struct block_job){.block = gradient, .from = outputs}, NAME##_gradient_part);        \
    }
OF_ROWS(softmax)
OF_ROWS(log_softmax)
#undef OF_ROWS

static void crossentropy_part(const void *job, long part) {
    const struct block_job *b = job;
    long first, start;
    const struct kernels_block rows = block_part(b, part, &first, &start);
    const struct kernels_targets targets = {b->targets.labels ? b->targets.labels + first : 0,
                                            b->targets.rows ? b->targets.rows + start : 0};
    b->totals[part] = b->level->crossentropy_of_logits(rows, targets, b->scale,
                                                       b->per_sample ? b->per_sample + first : 0,
                                                       b->outputs ? b->outputs + start : 0);
}
double kernels_crossentropy_of_logits(struct kernels_machine machine, struct kernels_block outputs,
                                      struct kernels_targets targets, float *per_sample, float *gradient) {
    double totals[MOST_PARTS] = {0}, total = 0;
    run_block_job(machine,
                  (struct block_job){.block = outputs,
                                     .outputs = gradient,
                                     .targets = targets,
                                     .per_sample = per_sample,
                                     .scale = 1.0f / (float)outputs.rows,
                                     .totals = totals},
                  crossentropy_part);
    for (long part = 0; part < MOST_PARTS; part++) total += totals[part];
    return total;
}

// MARK: - Norms

struct summing {
    const struct level *level;
    struct kernels_shaping shaping;
    const float *values, *gradient;
    struct kernels_columns columns;
    struct kernels_block delta;
    long count, parts;
    // What came of each part.
    struct kernels_sums *sums;
};

static void sum_part(const void *job, long part) {
    const struct summing *s = job;
    const long first = part_begin(s->count, s->parts, part, KERNELS_LANES);
    const long last = part_begin(s->count, s->parts, part + 1, KERNELS_LANES);
    if (s->gradient)
        s->sums[part].squares =
            s->level->gradient_squares(s->shaping, s->values + first, s->gradient + first, last - first);
    else
        s->sums[part] = s->level->sums(s->values + first, last - first);
}

static void sum_columns(const void *job, long part) {
    const struct summing *s = job;
    const long first = column_begin(s->columns, s->parts, part), last = column_begin(s->columns, s->parts, part + 1);
    s->sums[part].squares = s->level->column_squares(s->shaping, s->values, s->columns, first, last, s->delta.values,
                                                     s->delta.stride);
}

// Adds up what came of the parts, in their order.
static struct kernels_sums sum_all(struct kernels_machine machine, struct summing job, kernels_work work) {
    struct kernels_sums sums[MOST_PARTS] = {{0, 0}}, all = {0, 0};
    job.level = levels[machine.level];
    job.sums = sums;
    kernels_team_run(machine.team, job.parts, work, &job);
    for (long part = 0; part < job.parts; part++) {
        all.sizes += sums[part].sizes;
        all.squares += sums[part].squares;
    }
    return all;
}

struct kernels_sums kernels_sums(struct kernels_machine machine, const float *values, long count) {
    const long parts = parts_of(count, UPDATED_NUMBERS, MOST_PARTS);
    return sum_all(machine, (struct summing){.values = values, .count = count, .parts = parts}, sum_part);
}

double kernels_gradient_squares(struct kernels_machine machine, struct kernels_shaping shaping, const float *values,
                                const float *gradient, long count) {
    const struct summing job = {.shaping = shaping,
                                .values = values,
                                .gradient = gradient,
                                .count = count,
                                .parts = parts_of(count, UPDATED_NUMBERS, MOST_PARTS)};
    return sum_all(machine, job, sum_part).squares;
}

double kernels_column_squares(struct kernels_machine machine, struct kernels_shaping shaping, const float *values,
                              struct kernels_columns columns, struct kernels_block delta) {
    const struct summing job = {.shaping = shaping,
                                .values = values,
                                .columns = columns,
                                .delta = delta,
                                .parts = parts_of_columns(columns, delta.stride)};
    return sum_all(machine, job, sum_columns).squares;
}

// MARK: - Products

// Numbers of b that may lie still while the rows of a go by: half the first-level cache, and half of that again where
// both factors go by.
enum { STILL_NUMBERS = 8192, WIDEST = 128, MULTIPLIED_ROWS = 48, TRANSPOSED_ROWS = 12 };

struct multiplying {
    const struct level *level;
    struct kernels_block a, b, c;
    const float *bias;
    long parts;
};

static void multiply_part(const void *job, long part) {
    const struct multiplying *m = job;
    const long first = part_begin(m->c.rows, m->parts, part, 6), last = part_begin(m->c.rows, m->parts, part + 1, 6);
    m->level->product(rows_of(m->a, first, last), m->b, m->bias, rows_of(m->c, first, last));
}

static void multiply_transposed_part(const void *job, long part) {
    const struct multiplying *m = job;
    const long first = part_begin(m->c.rows, m->parts, part, 6), last = part_begin(m->c.rows, m->parts, part + 1, 6);
    if (first < last) m->level->transposed_product(m->a, m->b, first, last, m->c);
}

bool kernels_multiplies(enum kernels_form form, long depth, struct kernels_block c) {
    if (form == KERNELS_FIRST_TRANSPOSED) return c.stride <= WIDEST && c.rows * c.stride <= 2 * STILL_NUMBERS;
    return depth * c.stride <= STILL_NUMBERS;
}

void kernels_product(struct kernels_machine machine, enum kernels_form form, struct kernels_block a,
                     struct kernels_block b, const float *bias, struct kernels_block c) {
    struct multiplying job = {levels[machine.level], a, b, c, bias, parts_of(c.rows, MULTIPLIED_ROWS, MOST_PARTS)};
    if (form == KERNELS_FIRST_TRANSPOSED) {
        job.parts = parts_of(c.rows, TRANSPOSED_ROWS, MOST_PARTS);
        kernels_team_run(machine.team, job.parts, multiply_transposed_part, &job);
        return;
    }
    float turned[STILL_NUMBERS] __attribute__((aligned(64)));
    if (form == KERNELS_SECOND_TRANSPOSED) {
        // Vectors run along the columns of c, which are b's rows.
        for (long j = 0; j < c.stride; j++)
            for (long k = 0; k < a.columns; k++)
                turned[k * c.stride + j] = j < b.rows ? b.values[j * b.stride + k] : 0;
        job.b = (struct kernels_block){turned, a.columns, c.columns, c.stride};
    }
    kernels_team_run(machine.team, job.parts, multiply_part, &job);
}
