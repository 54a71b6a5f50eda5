// Columns made out of rows by a counting sort. Each thread of a team takes some of the rows; whoever takes which, the
// outcome is the same.

#include "team.h"

#include <string.h>

struct sorting {
    struct kernels_sparse inputs;
    const int32_t *rows;
    long batch, parts;
    struct kernels_columns columns;
};

// A part's counts of its ones by column, then where its next one of each column goes. The last part's stand where the
// offsets of the columns behind do: when all are placed, that is where those begin.
static int32_t *numbers(const struct sorting *s, long part) {
    return part == s->parts - 1 ? s->columns.offsets + 1 : s->columns.spare + part * s->columns.count;
}

static void count_part(const void *job, long part) {
    const struct sorting *s = job;
    const int32_t *restrict indices = s->inputs.indices, *restrict offsets = s->inputs.offsets;
    int32_t *restrict counts = numbers(s, part);
    memset(counts, 0, (size_t)s->columns.count * sizeof(int32_t));
    const long last = part_begin(s->batch, s->parts, part + 1, 1);
    for (long i = part_begin(s->batch, s->parts, part, 1); i < last; i++) {
        const int32_t row = s->rows[i], end = offsets[row + 1];
        // The rows lie anywhere, so the processor can't guess the next ones by itself.
        const int32_t *ahead = indices + offsets[s->rows[i + 4 < last ? i + 4 : i]];
        for (int line = 0; line < 5; line++) __builtin_prefetch(ahead + 16 * line);
        for (int32_t k = offsets[row]; k < end; k++) counts[indices[k]]++;
    }
}

static void place_part(const void *job, long part) {
    const struct sorting *s = job;
    const int32_t *restrict indices = s->inputs.indices, *restrict offsets = s->inputs.offsets;
    int32_t *restrict next = numbers(s, part), *restrict slots = s->columns.slots;
    const long last = part_begin(s->batch, s->parts, part + 1, 1);
    for (long i = part_begin(s->batch, s->parts, part, 1); i < last; i++) {
        const int32_t row = s->rows[i], end = offsets[row + 1];
        for (int32_t k = offsets[row]; k < end; k++) slots[next[indices[k]]++] = (int32_t)i;
    }
}

void kernels_sort_columns(struct kernels_team *team, struct kernels_sparse inputs, const int32_t *rows, long batch,
                          struct kernels_columns columns) {
    const struct sorting job = {inputs, rows, batch, kernels_team_threads(team), columns};
    kernels_team_run(team, job.parts, count_part, &job);
    int32_t begin = 0;
    for (long c = 0; c < columns.count; c++) {
        for (long part = 0; part < job.parts; part++) {
            int32_t *number = numbers(&job, part) + c;
            const int32_t count = *number;
            *number = begin;
            begin += count;
        }
    }
    columns.offsets[0] = 0;
    kernels_team_run(team, job.parts, place_part, &job);
}
