// Activations and the cross-entropy of logits, by rows.
// Included by jobs.h.

// The arguments of any of these jobs.
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
