// Matrix products by OpenBLAS, which is loaded when the first is asked for.
#ifndef COPENBLAS_H
#define COPENBLAS_H

#include <stdbool.h>
#include <stddef.h>

/// A matrix in rows, each `stride` numbers after the one before.
struct blas_matrix {
    float *values;
    int stride;
    /// Tells whether the product takes it the other way round.
    bool transposed;
};

/// Loads the library; later calls only repeat the answer. May be called from any thread.
///
/// - Returns: NULL, or why it can't be loaded: in English, without a full stop.
const char *blas_load(void);

/// Reserves room for the buffers of so many products at a time, on top of what others have reserved; the library, refused
/// a buffer, would ask for it forever. Address space is held, and no memory, until the products are worked out.
///
/// - Returns: 0, or the bytes that can't be had; nothing is reserved then.
size_t blas_reserve(int callers);

/// Takes a reservation back. Buffers that the library has made by then stay, and serve the next one.
void blas_release(int callers);

/// c = a · b + (keeping ? c : 0); c has `rows` and `columns`, the sums have `depth` terms. May be called from any thread.
///
/// Loads the library where nobody has. Ends the program by abort() where that, or a buffer, can't be had: ask before.
void blas_product(int rows, int columns, int depth, struct blas_matrix a, struct blas_matrix b, struct blas_matrix c,
                  bool keeping);

/// Tells whether blas_product() first brings the library up to speed on each thread, as it does unless this is called.
void blas_set_warming(bool is_wanted);

#endif
