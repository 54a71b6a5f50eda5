import COpenBLAS

/// Matrix products, by OpenBLAS.
enum BLAS {
    /// Loads the library, where that has not been done, and makes sure of room for its buffers.
    ///
    /// To be called where a product can still be refused: ``product(_:transposeA:_:transposeB:into:keeping:)`` has no way
    /// to say that it can't be had.
    ///
    /// - Parameter threads: How many threads may multiply at the same time.
    /// - Throws: ``EngineError/noProducts(reason:)``, ``EngineError/noRoomForProducts(bytes:threads:)``.
    static func prepare(threads: Int) throws {
        if let reason = blas_load() { throw EngineError.noProducts(reason: String(cString: reason)) }
        let lacking = blas_lacking_room(Int32(clamping: threads))
        guard lacking == 0 else { throw EngineError.noRoomForProducts(bytes: lacking, threads: threads) }
    }

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
        let inner = transposeA ? a.rows : a.columns
        precondition(
            (transposeA ? a.columns : a.rows) == c.rows && (transposeB ? b.rows : b.columns) == c.columns
                && inner == (transposeB ? b.columns : b.rows),
            "[\(a.rows), \(a.columns)] · [\(b.rows), \(b.columns)] doesn't give [\(c.rows), \(c.columns)]")
        blas_product(
            Int32(c.rows), Int32(c.columns), Int32(inner), a.matrix(transposed: transposeA),
            b.matrix(transposed: transposeB), c.matrix(transposed: false), keeping)
    }
}

extension Block {
    fileprivate func matrix(transposed: Bool) -> blas_matrix {
        blas_matrix(values: values, stride: Int32(stride), transposed: transposed)
    }
}
