import Testing

@testable import Training

@Suite struct `Matrix products` {
    /// Rows, terms and columns: those of small layers, odd ones, and ones that BLAS works out in bands.
    static let sizes = [
        (512, 64, 64), (512, 64, 46), (1, 1, 1), (7, 5, 3), (6, 64, 128), (33, 130, 17), (64, 512, 64),
        (13, 1, 100),
        (100, 300, 5), (300, 200, 300), (1000, 70, 130),
    ]

    private func random(_ rows: Int, _ columns: Int, seed: UInt64) -> [[Float]] {
        var random = Random(seed: seed, stream: 2)
        return (0..<rows).map { _ in (0..<columns).map { _ in random.symmetric() } }
    }

    private func transposed(_ matrix: [[Float]]) -> [[Float]] {
        (matrix.first ?? []).indices.map { column in matrix.map { $0[column] } }
    }

    /// The products by a plain loop in double, of some rows of `a` with all columns of `b`.
    private func plain(_ a: [[Float]], _ b: [[Float]], rows: [Int]) -> [[Double]] {
        let columns = transposed(b).map { $0.map(Double.init) }
        return rows.map { row in
            let left = a[row].map(Double.init)
            return columns.map { right in left.indices.reduce(0) { $0 + left[$1] * right[$1] } }
        }
    }

    @Test(arguments: sizes)
    func `are those of a plain loop`(size: (Int, Int, Int)) {
        let (m, k, n) = size
        let (a, b, bias) = (random(m, k, seed: 1), random(k, n, seed: 2), random(1, n, seed: 3))
        // Enough to have all rows of small products, and of large ones some at any place of a band.
        let rows = Array(stride(from: 0, to: m, by: max(1, m * k * n / 200_000)))
        let wanted = plain(a, b, rows: rows)
        let (left, right, shift) = (Rows(a), Rows(b), Rows(bias))
        let (leftTurned, rightTurned) = (Rows(transposed(a)), Rows(transposed(b)))
        for kernels in everyKernels {
            func worst(_ bias: [Float]?, _ multiply: (Block) -> Void) -> Double {
                let c = Rows(count: m, columns: n)
                c.withBlock(multiply)
                let ours = c.values
                var distances: [Double] = []
                for (row, sums) in zip(rows, wanted) {
                    for column in 0..<n {
                        let expected: Double = sums[column] + Double(bias?[column] ?? 0)
                        distances.append(abs(Double(ours[row * n + column]) - expected))
                    }
                }
                return distances.contains { $0.isNaN } ? .nan : (distances.max() ?? .nan)
            }
            let limit = 1e-6 * (1 + Double(k).squareRoot())
            #expect(
                worst(bias[0]) { c in
                    left.withBlock { a in
                        right.withBlock { b in
                            shift.withBlock { kernels.product(a, b, bias: $0.values, into: c) }
                        }
                    }
                } < limit)
            #expect(
                worst(nil) { c in
                    left.withBlock { a in
                        rightTurned.withBlock { kernels.product(a, transposed: $0, into: c) }
                    }
                } < limit)
            #expect(
                worst(nil) { c in
                    leftTurned.withBlock { a in
                        right.withBlock { kernels.product(transposed: a, $0, into: c) }
                    }
                } < limit)
        }
    }

    @Test(arguments: sizes)
    func `leave zeros in the padding where weights and gradients must have them`(size: (Int, Int, Int)) {
        let (m, k, n) = size
        for kernels in everyKernels {
            let c = Rows(Array(repeating: Array(repeating: 7, count: n), count: m))
            func padding() -> [Float] {
                c.withBlock { c in
                    (0..<c.rows).flatMap { row in (n..<c.stride).map { c.values[row * c.stride + $0] } }
                }
            }
            Rows(random(k, m, seed: 4)).withBlock { a in
                Rows(random(k, n, seed: 5)).withBlock { b in
                    c.withBlock { kernels.product(transposed: a, b, into: $0) }
                }
            }
            #expect(padding().allSatisfy { $0 == 0 })
        }
    }
}
