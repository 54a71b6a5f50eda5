// Sums of squares and of sizes. What came of the parts is added up in their order.
// Included by jobs.h.

struct summing {
    const struct level *level;
    struct kernels_shaping shaping;
    const float *values, *gradient;
    struct kernels_columns columns;
    struct kernels_block delta;
    long count, parts;
    // The sums of each part.
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
