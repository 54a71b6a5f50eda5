// Columns made out of rows.

#include "CKernels.h"

#include <string.h>

void kernels_transpose(struct kernels_sparse inputs, const int32_t *rows, long batch, long count,
                       struct kernels_columns columns) {
    // Counted two places up, summed, and moved on by placing: when all are placed, each offset is where its column
    // begins. This needs no second array.
    int32_t *next = columns.offsets + 1;
    memset(columns.offsets, 0, (size_t)(count + 2) * sizeof(int32_t));
    for (long i = 0; i < batch; i++)
        for (long k = inputs.offsets[rows[i]]; k < inputs.offsets[rows[i] + 1]; k++) next[inputs.indices[k] + 1]++;
    for (long c = 1; c <= count; c++) next[c] += next[c - 1];
    for (long i = 0; i < batch; i++)
        for (long k = inputs.offsets[rows[i]]; k < inputs.offsets[rows[i] + 1]; k++)
            columns.slots[next[inputs.indices[k]]++] = (int32_t)i;
}
