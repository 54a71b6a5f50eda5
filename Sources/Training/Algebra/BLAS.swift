import COpenBLAS

/// Matrix products, by OpenBLAS.
enum BLAS {
    /// One thread, set once for the whole process: with more, results depend on how many there are.
    private static let single: Void = openblas_set_num_threads(1)

    /// `c = a · b + (keeping ? c : 0)`, each of `a` and `b` transposed where asked.
    ///
    /// - Parameters:
    ///   - a: `[m, k]`, or `[k, m]` where transposed.
    ///   - transposeA: Whether to take `a` the other way round.
    ///   - b: `[k, n]`, or `[n, k]` where transposed.
    ///   - transposeB: Whether to take `b` the other way round.
    ///   - c: `[m, n]`.
    ///   - keeping: Whether to add to what is in `c`.
    static func product(
        _ a: Block, transposeA: Bool = false, _ b: Block, transposeB: Bool = false, into c: Block,
        keeping: Bool = false
    ) {
        _ = single
        let inner = transposeA ? a.rows : a.columns
        precondition(
            (transposeA ? a.columns : a.rows) == c.rows && (transposeB ? b.rows : b.columns) == c.columns
                && inner == (transposeB ? b.columns : b.rows),
            "[\(a.rows), \(a.columns)] · [\(b.rows), \(b.columns)] doesn't give [\(c.rows), \(c.columns)]")
        cblas_sgemm(
            CblasRowMajor, transposeA ? CblasTrans : CblasNoTrans, transposeB ? CblasTrans : CblasNoTrans,
            blasint(c.rows), blasint(c.columns), blasint(inner), 1, a.values, blasint(a.stride), b.values,
            blasint(b.stride), keeping ? 1 : 0, c.values, blasint(c.stride))
    }
}
