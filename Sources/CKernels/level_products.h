// Matrix products that are small enough to stay in the first-level cache, where packing costs more than it brings.
// Included once a level by level.h, whose vectors and macros it uses.
//
// A tile of the result, some rows by some vectors, stays in the registers: 16 registers hold 6 rows of 2
// vectors besides what is multiplied, 32 hold 6 rows of 4.

#define TILE_ROWS 6
#if VECTOR == 64
#define TILE_VECTORS 4
#else
#define TILE_VECTORS 2
#endif

// c = first + Σ_k a[k] · b[k] for a tile, in which a[k] of row i lies at a + i * a_row + k * a_step, and `first` is what
// is in c, or row `bias` where it is given, or zero.
INLINE void LEVEL(tile)(const int rows, const int width, const float *a, long a_row, long a_step, const float *b,
                        long b_stride, long depth, const float *bias, const bool keeps, float *c, long c_stride) {
    vec sums[TILE_ROWS][TILE_VECTORS];
    for (int i = 0; i < rows; i++)
        for (int v = 0; v < width; v++)
            sums[i][v] = keeps ? AT(c, i * c_stride + v * LANES) : bias ? *(const vec *)(bias + v * LANES) : (vec){};
    for (long k = 0; k < depth; k++) {
        vec right[TILE_VECTORS];
        for (int v = 0; v < width; v++) right[v] = *(const vec *)(b + k * b_stride + v * LANES);
        for (int i = 0; i < rows; i++) {
            const float left = a[i * a_row + k * a_step];
            for (int v = 0; v < width; v++) sums[i][v] += left * right[v];
        }
    }
    for (int i = 0; i < rows; i++)
        for (int v = 0; v < width; v++) AT(c, i * c_stride + v * LANES) = sums[i][v];
}

// Makes the size of the tile a constant in each case, so that it stays in registers.
INLINE void LEVEL(some_rows)(int rows, const int width, const float *a, long a_row, long a_step, const float *b,
                             long b_stride, long depth, const float *bias, const bool keeps, float *c, long c_stride) {
    switch (rows) {
#define CASE(n)                                                                                                       \
    case n: LEVEL(tile)(n, width, a, a_row, a_step, b, b_stride, depth, bias, keeps, c, c_stride); break;
        CASE(1) CASE(2) CASE(3) CASE(4) CASE(5) CASE(6)
#undef CASE
    }
}

// A band of up to six rows of the result.
INLINE void LEVEL(band)(int rows, const float *a, long a_row, long a_step, const float *b, long b_stride, long depth,
                        const float *bias, const bool keeps, float *c, long c_stride) {
    const long tile = TILE_VECTORS * LANES;
    long j = 0;
    for (; j + tile <= c_stride; j += tile)
        LEVEL(some_rows)(rows, TILE_VECTORS, a, a_row, a_step, b + j, b_stride, depth, bias ? bias + j : 0, keeps,
                         c + j, c_stride);
    for (; j < c_stride; j += LANES)
        LEVEL(some_rows)(rows, 1, a, a_row, a_step, b + j, b_stride, depth, bias ? bias + j : 0, keeps, c + j,
                         c_stride);
}

static void LEVEL(product)(struct kernels_block a, struct kernels_block b, const float *bias, struct kernels_block c) {
    for (long i = 0; i < c.rows; i += TILE_ROWS) {
        const int rows = (int)(c.rows - i < TILE_ROWS ? c.rows - i : TILE_ROWS);
        LEVEL(band)(rows, a.values + i * a.stride, a.stride, 1, b.values, b.stride, b.rows, bias, false,
                    c.values + i * c.stride, c.stride);
    }
}

// The number of rows of both factors that are multiplied before the next: as many as the first-level cache holds.
enum { LEVEL(depth) = 64 };

static void LEVEL(transposed_product)(struct kernels_block a, struct kernels_block b, long first, long last,
                                      struct kernels_block c) {
    for (long k = 0; k == 0 || k < b.rows; k += LEVEL(depth)) {
        const long depth = b.rows - k < LEVEL(depth) ? b.rows - k : LEVEL(depth);
        for (long i = first; i < last; i += TILE_ROWS) {
            const int rows = (int)(last - i < TILE_ROWS ? last - i : TILE_ROWS);
            const float *left = a.values + k * a.stride + i, *right = b.values + k * b.stride;
            float *out = c.values + i * c.stride;
            if (k == 0)
                LEVEL(band)(rows, left, 1, a.stride, right, b.stride, depth, 0, false, out, c.stride);
            else
                LEVEL(band)(rows, left, 1, a.stride, right, b.stride, depth, 0, true, out, c.stride);
        }
    }
}

#undef TILE_ROWS
#undef TILE_VECTORS
