// The sparse first layer: rows gathered, columns sorted and stepped.
// Included by jobs.h.

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

// The first column of part `part`, if all parts are to give about the same work.
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
