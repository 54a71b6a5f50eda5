import Testing

@testable import Training

@Suite struct `Initial weights` {
    @Test func `spread as Keras' glorot_uniform does`() throws {
        let cases = try #require(try Reference.file("initializers")["initializers"]).list
        let item = try #require(cases.first { $0["name"]?.text == "glorot_uniform" })
        var tested = 0
        for shape in try #require(item["shapes"]).list {
            let inputs = try #require(shape["fan_in"]?.integer)
            let units = try #require(shape["fan_out"]?.integer)
            let limit = try #require(shape["scale"]?.number)
            let deviation = try #require(shape["expected_std"]?.number)
            var random = Random(seed: 1, stream: 0)
            let values = GlorotUniform().kernel(inputs: inputs, units: units, using: &random).values
                .map(Double.init)
            #expect(values.count == inputs * units)
            #expect(values.allSatisfy { abs($0) <= limit * (1 + 1e-6) })
            // Means and variances of few numbers scatter; four of their own deviations are allowed.
            let count = Double(values.count)
            let mean = values.reduce(0, +) / count
            #expect(abs(mean) < 4 * deviation / count.squareRoot())
            let variance = values.reduce(0) { $0 + $1 * $1 } / count
            #expect(abs(variance / (deviation * deviation) - 1) < 4 / count.squareRoot())
            tested += 1
        }
        #expect(tested >= 3)
    }

    @Test func `are decided by the seed`() {
        func network(_ seed: UInt64) -> Network {
            Network(initial: .book(classes: 4), inputs: 10, seed: seed)
        }
        #expect(network(1) == network(1))
        #expect(network(1) != network(2))
        #expect(network(1).weights.allSatisfy { $0.bias.allSatisfy { $0 == 0 } })
    }

    @Test func `come from numbers that are even in every part of their range`() {
        var random = Random(seed: 5, stream: 3)
        var counts = Array(repeating: 0, count: 7)
        for _ in 0..<70_000 { counts[Int(random.below(7))] += 1 }
        #expect(counts.allSatisfy { abs($0 - 10_000) < 500 })
    }
}
