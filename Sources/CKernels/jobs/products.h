// Small matrix products, in bands of rows.
// Included by jobs.h.

// The most numbers of b that may lie still while the rows of a go by: as many as the first-level cache has
// room for. If both factors go by, the result lies still, and may be larger since little of it is in use at a time.
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
