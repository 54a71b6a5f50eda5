// Columns made out of rows.

#include "CKernels.h"

#include <string.h>

void kernels_transpose(struct kernels_sparse inputs, const int32_t *rows, long batch, long count,
                       struct kernels_columns columns) {
    // Counted two places up, summed, and moved on by placing: when all are placed, each offset is where its column
    // begins. This needs no second array.
    int32_t *restrict next = columns.offsets + 1;
    int32_t *restrict slots = columns.slots;
    const int32_t *restrict indices = inputs.indices;
    memset(columns.offsets, 0, (size_t)(count + 2) * sizeof(int32_t));
    for (long i = 0; i < batch; i++) {
        const long end = inputs.offsets[rows[i] + 1];
        for (long k = inputs.offsets[rows[i]]; k < end; k++) next[indices[k] + 1]++;
    }
    for (long c = 1; c <= count; c++) next[c] += next[c - 1];
    for (long i = 0; i < batch; i++) {
        const long end = inputs.offsets[rows[i] + 1];
        for (long k = inputs.offsets[rows[i]]; k < end; k++) slots[next[indices[k]]++] = (int32_t)i;
    }
}
