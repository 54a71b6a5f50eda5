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

    /// The worst distance from a plain loop in double, in units of what rounding allows.
    private func worst(_ ours: [Float], _ a: [[Float]], _ b: [[Float]], bias: [Float]? = nil) -> Double {
        var worst = 0.0
        let columns = transposed(b)
        for (i, row) in a.enumerated() {
            for (j, column) in columns.enumerated() {
                var sum = Double(bias?[j] ?? 0)
                for (left, right) in zip(row, column) { sum += Double(left) * Double(right) }
                let distance = abs(Double(ours[i * columns.count + j]) - sum)
                worst = max(worst, distance / (1e-6 * Double(row.count).squareRoot() + 1e-6))
                if distance.isNaN { return .nan }
            }
        }
        return worst
    }

    @Test(arguments: sizes, Kernels.Level.available)
    func `are those of a plain loop`(size: (Int, Int, Int), level: Kernels.Level) {
        let (m, k, n) = size
        let kernels = Kernels(level: level)
        let (a, b, bias) = (random(m, k, seed: 1), random(k, n, seed: 2), random(1, n, seed: 3))
        let c = Rows(count: m, columns: n)
        Rows(a).withBlock { a in
            Rows(b).withBlock { b in
                Rows(bias).withBlock { bias in
                    c.withBlock { kernels.product(a, b, bias: bias.values, into: $0) }
                }
            }
        }
        #expect(worst(c.values, a, b, bias: bias[0]) < 1)
        Rows(a).withBlock { a in
            Rows(transposed(b)).withBlock { b in c.withBlock { kernels.product(a, transposed: b, into: $0) } }
        }
        #expect(worst(c.values, a, b) < 1)
        Rows(transposed(a)).withBlock { a in
            Rows(b).withBlock { b in c.withBlock { kernels.product(transposed: a, b, into: $0) } }
        }
        #expect(worst(c.values, a, b) < 1)
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
