// Whole blocks: biases and their gradients.
// Included once a level by level.h, whose vectors and macros it uses.

static void LEVEL(fill_rows)(struct kernels_block block, const float *row) {
    for (long i = 0; i < block.rows; i++)
        for (long j = 0; j < block.stride; j += LANES) AT(block.values, i * block.stride + j) = AT(row, j);
}

static void LEVEL(column_sums)(struct kernels_block block, float *sums) {
    for (long j = 0; j < block.stride; j += LANES) {
        vec sum = {};
        for (long i = 0; i < block.rows; i++) sum += AT(block.values, i * block.stride + j);
        AT(sums, j) = sum;
    }
}
