// Kernels whose work is shared out: each is a job, cut into parts by sizes alone. Included by kernels.c.

// A slice of a block's rows.
static struct kernels_block rows_of(struct kernels_block block, long first, long last) {
    block.values += first * block.stride;
    block.rows = last - first;
    return block;
}

// The least work of a part, so that taking it costs next to nothing, and the largest number of parts.
enum { GATHERED_ROWS = 32, UPDATED_NUMBERS = 16384, BLOCK_NUMBERS = 8192, MOST_PARTS = 64 };

#include "jobs/sparse.h"
#include "jobs/parameters.h"
#include "jobs/blocks.h"
#include "jobs/norms.h"
#include "jobs/products.h"
