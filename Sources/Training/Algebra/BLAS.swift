import COpenBLAS
import Synchronization

/// Matrix products, by OpenBLAS.
enum BLAS {
    /// Room for the buffers of the products that some threads work out at the same time, from the first layer
    /// that needs them until the last reference goes.
    ///
    /// Runs that train side by side have one each, so that none takes the room that another one has counted on.
    final class Room: Sendable {
        private let threads: Int
        private let isReserved = Mutex(false)

        /// Makes ready to reserve.
        ///
        /// - Parameter threads: The number of threads that may multiply at the same time.
        init(threads: Int) { self.threads = threads }

        deinit {
            if isReserved.withLock(\.self) { blas_release(Int32(clamping: threads)) }
        }

        /// Loads the library, where that has not been done, and reserves the room, where this has not.
        ///
        /// To be called where a product can still be refused: ``BLAS/product(_:transposeA:_:transposeB:into:keeping:)``
        /// has no way to say that it can't be had.
        ///
        /// - Throws: ``EngineError/noProducts(reason:limit:)``, ``EngineError/noRoomForProducts(bytes:threads:limit:)``.
        func reserve() throws {
            if let reason = blas_load() { throw Self.fault(String(cString: reason)) }
            try isReserved.withLock { isReserved in
                guard !isReserved else { return }
                let lacking = blas_reserve(Int32(clamping: threads))
                guard lacking == 0 else {
                    throw EngineError.noRoomForProducts(
                        bytes: lacking, threads: threads, limit: .refusing(lacking))
                }
                isReserved = true
            }
        }

        /// The most memory that the library takes with those that it needs, in bytes: 36.5 MB of its own and 5 MB of
        /// Fortran's in Debian 12.
        private static let size = 48_000_000

        /// The error of a library that is not loaded.
        ///
        /// The loader calls a lack of room by many names, so that the limits are asked.
        private static func fault(_ reason: String) -> EngineError {
            let isFound = !reason.contains("cannot open")
            return .noProducts(reason: reason, limit: isFound ? .refusing(size) : nil)
        }
    }

    /// `c = a · b + (keeping ? c : 0)`, each of `a` and `b` transposed where asked.
    ///
    /// - Parameters:
    ///   - a: `[m, k]`, or `[k, m]` where transposed.
    ///   - transposeA: `true` to take `a` the other way round.
    ///   - b: `[k, n]`, or `[n, k]` where transposed.
    ///   - transposeB: `true` to take `b` the other way round.
    ///   - c: `[m, n]`.
    ///   - keeping: `true` to add to the numbers in `c`.
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
