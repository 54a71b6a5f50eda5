// Columns made out of rows.

#ifndef COLUMNS_H
#define COLUMNS_H

#include "CKernels.h"

// Sorts the ones of a batch by column.
void sort_columns(struct kernels_sparse inputs, const int32_t *rows, long batch, struct kernels_columns columns);

#endif
