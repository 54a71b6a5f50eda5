import Datasets
import Testing

@testable import Training

@Suite struct `A sparse first layer` {
    /// A batch of rows of zeros and ones with a gradient for each, and the results of a plain loop.
    private struct Case {
        let ones: [[Float]]
        let rows: [Int32]
        let weights: [[Float]]
        let delta: [[Float]]

        init(units: Int, words: Int = 100) {
            var random = Random(seed: UInt64(units), stream: 4)
            ones = (0..<90).map { _ in
                // The first words are frequent, the last ones never occur.
                (0..<words).map { word in
                    word < words * 3 / 4 && random.below(UInt32(word) + 2) == 0 ? Float(1) : 0
                }
            }
            rows = (0..<70).map { _ in Int32(random.below(90)) }
            weights = (0..<words).map { _ in (0..<units).map { _ in random.symmetric() } }
            delta = rows.map { _ in (0..<units).map { _ in random.symmetric() } }
        }

        /// The gradient of the kernel, `[words, units]`.
        var gradient: [[Float]] {
            weights.indices.map { word in
                (0..<(delta.first?.count ?? 0)).map { unit in
                    var sum: Float = 0
                    for (place, row) in rows.enumerated() where ones[Int(row)][word] != 0 {
                        sum += delta[place][unit]
                    }
                    return sum
                }
            }
        }

        /// Sorts by column and lends what a kernel needs.
        func with<Result>(
            _ kernels: Kernels, _ body: (SortedColumns, Block, Rows) throws -> Result
        ) throws -> Result {
            let sparse = ones.sparse
            let columns = try SortedColumns(of: sparse, batchSize: rows.count)
            rows.withUnsafeBufferPointer { rows in
                guard let first = rows.baseAddress else { return }
                sparse.withKernelForm { kernels.sort($0, rows: first, batch: rows.count, into: columns) }
            }
            return try Rows(delta).withBlock { try body(columns, $0, Rows(weights)) }
        }
    }

    static let shapings = [
        Kernels.Shaping.none, .init(l1: 0.1), .init(l2: 0.2), .init(scale: 0.3), .init(clip: 0.4),
        .init(decay: 0.5), .init(l1: 0.01, l2: 0.02, scale: 0.9, clip: 0.8, decay: 0.1),
    ]

    private static func values(_ block: Block) -> Kernels.Values {
        Kernels.Values(values: block.values, slot0: nil, slot1: nil, slot2: nil)
    }

    @Test(arguments: [1, 2, 3, 7], [false, true])
    func `has its ones sorted by column, while it is run or by itself`(threads: Int, meanwhile: Bool) throws {
        let example = Case(units: 1)
        let kernels = Kernels(threads: threads)
        let columns = try SortedColumns(of: example.ones.sparse, batchSize: example.rows.count)
        let out = Rows(count: example.rows.count, columns: 1)
        example.rows.withUnsafeBufferPointer { rows in
            guard let first = rows.baseAddress else { return }
            example.ones.sparse.withKernelForm { ones in
                guard meanwhile else {
                    return kernels.sort(ones, rows: first, batch: rows.count, into: columns)
                }
                Rows(example.weights).withBlock { weights in
                    Rows([[0]]).withBlock { bias in
                        out.withBlock {
                            kernels.gather(
                                ones, rows: first, kernel: weights.values, bias: bias.values, into: $0,
                                sorting: columns)
                        }
                    }
                }
            }
        }
        let found = (0..<columns.columns).map { column in
            (columns.offsets[column]..<columns.offsets[column + 1]).map { columns.slots[Int($0)] }
        }
        let wanted = example.weights.indices.map { word in
            example.rows.indices.filter { example.ones[Int(example.rows[$0])][word] != 0 }.map(Int32.init)
        }
        #expect(found == wanted)
    }

    @Test(arguments: [1, 16, 46, 130], Kernels.Level.available)
    func `is moved as by a plain loop, however its gradient is shaped`(units: Int, level: Kernels.Level)
        throws
    {
        let example = Case(units: units)
        let gradient = example.gradient
        for shaping in Self.shapings {
            for threads in [1, 3] {
                let kernels = Kernels(level: level, threads: threads)
                let moved = try example.with(kernels) { columns, delta, weights in
                    weights.withBlock {
                        kernels.update(
                            Self.values($0), .init(.sgd, 0.1), shaping, columns: columns, delta: delta)
                    }
                    return weights.values
                }
                let wanted = zip(example.weights, gradient).flatMap { weights, gradient in
                    zip(weights, gradient).map { shaping.step(of: $0, along: $1, rate: 0.1) }
                }
                let worst = zip(moved, wanted).map { abs($0 - $1) }.max() ?? .nan
                #expect(worst < 1e-5, "\(shaping)")
            }
        }
    }

    @Test(arguments: Kernels.Level.available)
    func `has a gradient of the size that a plain loop finds`(level: Kernels.Level) throws {
        let example = Case(units: 50)
        let gradient = example.gradient
        for shaping in Self.shapings {
            var squares = 0.0
            for (weights, gradient) in zip(example.weights, gradient) {
                for (weight, g) in zip(weights, gradient) {
                    let whole = Double(shaping.penalized(g, of: weight))
                    squares += whole * whole
                }
            }
            let sums = try [1, 2, 7].map { threads in
                let kernels = Kernels(level: level, threads: threads)
                return try example.with(kernels) { columns, delta, weights in
                    weights.withBlock {
                        kernels.squareSum(columns: columns, of: Self.values($0), shaping, delta: delta)
                    }
                }
            }
            #expect(abs(sums[0] - squares) < 1e-5 * squares)
            #expect(sums.allSatisfy { $0 == sums[0] })
        }
    }

    @Test(arguments: [1, 46, 130], Kernels.Level.available)
    func `adds up the weights of its ones`(units: Int, level: Kernels.Level) throws {
        let example = Case(units: units)
        let bias = (0..<units).map(Float.init)
        let wanted = example.rows.flatMap { row in
            (0..<units).map { unit in
                example.weights.indices.reduce(bias[unit]) { sum, word in
                    example.ones[Int(row)][word] == 0 ? sum : sum + example.weights[word][unit]
                }
            }
        }
        for threads in [1, 2, 7] {
            let out = Rows(count: example.rows.count, columns: units)
            example.rows.withUnsafeBufferPointer { rows in
                guard let first = rows.baseAddress else { return }
                Rows(example.weights).withBlock { weights in
                    Rows([bias]).withBlock { bias in
                        out.withBlock { out in
                            example.ones.sparse.withKernelForm {
                                Kernels(level: level, threads: threads).gather(
                                    $0, rows: first, kernel: weights.values, bias: bias.values, into: out)
                            }
                        }
                    }
                }
            }
            // The same additions in the same order.
            #expect(out.values == wanted)
        }
    }
}

extension Kernels.Shaping {
    fileprivate func penalized(_ gradient: Float, of weight: Float) -> Float {
        gradient + l1 * (weight > 0 ? 1 : weight < 0 ? -1 : 0) + 2 * l2 * weight
    }

    fileprivate func step(of weight: Float, along gradient: Float, rate: Float) -> Float {
        let g = min(max(penalized(gradient, of: weight) * scale, -clip), clip)
        return weight - weight * decay - rate * g
    }
}
