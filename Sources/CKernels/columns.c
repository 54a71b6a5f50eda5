// Columns made out of rows, by a counting sort.

#include "columns.h"

#include <string.h>

void sort_columns(struct kernels_sparse inputs, const int32_t *rows, long batch, struct kernels_columns columns) {
    // Counted two places up, summed, and moved on by placing: when all are placed, each offset is where its column
    // begins. This needs no second array.
    int32_t *restrict next = columns.offsets + 1;
    int32_t *restrict slots = columns.slots;
    const int32_t *restrict indices = inputs.indices, *restrict offsets = inputs.offsets;
    memset(columns.offsets, 0, (size_t)(columns.count + 2) * sizeof(int32_t));
    for (long i = 0; i < batch; i++) {
        const int32_t row = rows[i], end = offsets[row + 1];
        // The rows lie anywhere, so the processor can't guess the next ones by itself.
        const int32_t *ahead = indices + offsets[rows[i + 4 < batch ? i + 4 : i]];
        for (int line = 0; line < 5; line++) __builtin_prefetch(ahead + 16 * line);
        for (int32_t k = offsets[row]; k < end; k++) next[indices[k] + 1]++;
    }
    for (long c = 1; c <= columns.count; c++) next[c] += next[c - 1];
    for (long i = 0; i < batch; i++) {
        const int32_t row = rows[i], end = offsets[row + 1];
        for (int32_t k = offsets[row]; k < end; k++) slots[next[indices[k]]++] = (int32_t)i;
    }
}
