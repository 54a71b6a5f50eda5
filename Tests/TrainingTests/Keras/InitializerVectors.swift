import Datasets
import Foundation
import References
import Testing

@testable import Training

extension ReferenceVectors {
    @Suite(.reference("initializers")) struct `Every initializer` {
        /// Every one in every shape, drawn often enough to see how it is spread.
        @Test func `spreads weights as Keras' does`() throws {
            try Reference.file("initializers").forEachCase(of: "initializers") { item, comparison in
                let name = try #require(item["name"]?.text)
                let initializer = try Initializer(
                    term: Term(name, Term.Argument.list(keras: item["params"])))
                let kind = try #require(item["kind"]?.text)
                let spread = try #require(
                    Spread(rawValue: kind), "\(name) is spread in an unknown way, “\(kind)”")
                for shape in try #require(item["shapes"]).list {
                    let inputs = try #require(shape["fan_in"]?.integer)
                    let units = try #require(shape["fan_out"]?.integer)
                    let values = draw(initializer, inputs: inputs, units: units)
                    let drawn = Drawn(
                        values, scale: try #require(shape["scale"]?.number),
                        deviation: try #require(shape["expected_std"]?.number))
                    expect(drawn, toBe: spread, "\(name) of \(inputs) inputs and \(units) units", comparison)
                }
            }
        }

        /// Small kernels are drawn several times, as one alone tells little.
        private func draw(_ initializer: Initializer, inputs: Int, units: Int) -> [Double] {
            var random = Random(seed: 1, stream: 0)
            var values: [Double] = []
            repeat {
                let kernel = initializer.values(
                    count: inputs * units, inputs: inputs, units: units, using: &random)
                #expect(kernel.count == inputs * units)
                values += kernel.map(Double.init)
            } while values.count < 20_000
            return values
        }

        private enum Spread: String {
            case uniform, normal, constant
            case truncatedNormal = "truncated_normal"

            /// The largest distance of a number from the mean, as a multiple of Keras' `scale`.
            var farthest: Double {
                switch self {
                case .uniform: 1
                case .truncatedNormal: 2
                case .normal: 6
                case .constant: 0
                }
            }

            /// The share of numbers that are within one deviation of the mean, which tells the kinds apart.
            var shareWithinDeviation: Double {
                func within(_ deviations: Double) -> Double { erf(deviations / 2.0.squareRoot()) }
                return switch self {
                case .uniform: 1 / 3.0.squareRoot()
                case .truncatedNormal: within(0.87962566103423978) / within(2)
                case .normal: within(1)
                case .constant: 0
                }
            }
        }

        private struct Drawn {
            let values: [Double]
            let scale: Double
            let deviation: Double

            init(_ values: [Double], scale: Double, deviation: Double) {
                (self.values, self.scale, self.deviation) = (values, scale, deviation)
            }

            var count: Double { Double(values.count) }
            var mean: Double { values.reduce(0, +) / count }
            var variance: Double { values.reduce(0) { $0 + $1 * $1 } / count }
            var shareWithinDeviation: Double { Double(values.count { abs($0) < deviation }) / count }
        }

        /// Expects estimates from many numbers to be right within four of their own standard deviations.
        private func expect(
            _ drawn: Drawn, toBe spread: Spread, _ what: String, _ comparison: Comparison
        ) {
            guard spread != .constant else {
                #expect(drawn.values.allSatisfy { $0 == drawn.scale }, "\(what)")
                return
            }
            let farthest = spread.farthest * drawn.scale
            #expect(drawn.values.allSatisfy { abs($0) <= farthest * (1 + 1e-6) }, "\(what)")
            if spread != .normal {
                #expect(
                    drawn.values.contains { abs($0) > 0.99 * farthest }, "\(what) gets near to its limits")
            }
            comparison.expect(
                drawn.mean, 0, within: 4 * drawn.deviation / drawn.count.squareRoot(), "mean, \(what)")
            comparison.expect(
                drawn.variance.squareRoot(), drawn.deviation,
                within: 4 * drawn.deviation * (0.5 / drawn.count).squareRoot(), "deviation, \(what)")
            let share = spread.shareWithinDeviation
            comparison.expect(
                drawn.shareWithinDeviation, share,
                within: 4 * (share * (1 - share) / drawn.count).squareRoot(),
                "share within one deviation, \(what)")
        }
    }
}

@Suite struct `Initial weights` {
    @Test func `follow their settings`() throws {
        var random = Random(seed: 2, stream: 0)
        func values(_ text: String) throws -> [Float] {
            try Initializer(text: text).values(count: 1000, inputs: 10, units: 100, using: &random)
        }
        #expect(try values("constant(0.25)").allSatisfy { $0 == 0.25 })
        let uniform = try values("random_uniform(minval=2, maxval=3)")
        #expect(uniform.allSatisfy { (2...3).contains($0) } && Set(uniform).count > 900)
        #expect(try values("truncated_normal(mean=5, stddev=0.5)").allSatisfy { (4...6).contains($0) })
        #expect(try values("random_normal(mean=5, stddev=0)").allSatisfy { $0 == 5 })
    }

    @Test(arguments: Initializer.names)
    func `go by Keras' names`(name: String) throws {
        let initializer = try Initializer.named(name)
        #expect(initializer.text == name)
        #expect(initializer.problems == [])
        let className = name.split(separator: "_").map(\.capitalized).joined()
        #expect(try Initializer.named(className) == initializer)
    }

    @Test func `are refused in words where they can't be drawn`() throws {
        let error = #expect(throws: TermError.self) { try Initializer.named("glorot_unifrom") }
        #expect(
            error?.description
                == "There is no initializer called “glorot_unifrom”. Did you mean “glorot_uniform”?")
        #expect(
            try Initializer(text: "random_normal(stddev=-1)").problems == [
                "The stddev of random_normal is -1; make it a number from 0 up."
            ])
        #expect(
            try Initializer(text: "uniform(minval=1, maxval=0)").problems == [
                "random_uniform goes from 1.0 to 0.0. Make minval the smaller of the two."
            ])
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
