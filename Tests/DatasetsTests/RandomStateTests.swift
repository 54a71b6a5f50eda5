import Testing

@testable import Datasets

@Suite struct `numpy's legacy random numbers` {
    /// `numpy_random.json`.
    struct Reference: Decodable {
        struct Generator: Decodable {
            let seed: UInt32
            let uint32: [UInt32]
            let randomSample: [Double]
            let normal: [Double]
            let uniformMinus11: [Double]
            let normalLoc3Scale2: [Double]
            let permutation10: [Int]
        }

        struct Shuffles: Decodable {
            struct Result: Decodable {
                let first20: [Int]
                let last20: [Int]
                let crc32: UInt32
                let sha256: String
            }

            let seed: UInt32
            let n: Int
            let shuffles: [Result]
        }

        struct Mixed: Decodable {
            struct Step: Decodable {
                let call: String
                let n: Int
                let result: [Double]
            }

            let seed: UInt32
            let steps: [Step]
        }

        let generators: [Generator]
        let shuffles: [Shuffles]
        let mixedSequence: Mixed
    }

    let reference: Reference

    init() throws {
        reference = try ReferenceFolder.read("numpy_random.json", as: Reference.self)
    }

    private func draw<Value>(
        _ count: Int, seed: UInt32, _ draw: (inout RandomState) -> Value
    ) -> [Value] {
        var random = RandomState(seed: seed)
        return (0..<count).map { _ in draw(&random) }
    }

    @Test func `are numpy's, for every seed and distribution`() {
        #expect(!reference.generators.isEmpty)
        for expected in reference.generators {
            let seed = expected.seed
            #expect(draw(expected.uint32.count, seed: seed) { $0.uint32() } == expected.uint32)
            #expect(
                draw(expected.randomSample.count, seed: seed) { $0.randomSample() } == expected.randomSample)
            #expect(
                draw(expected.uniformMinus11.count, seed: seed) { $0.uniform(-1, 1) }
                    == expected.uniformMinus11)
            #expect(draw(expected.normal.count, seed: seed) { $0.normal() } == expected.normal)
            #expect(
                draw(expected.normalLoc3Scale2.count, seed: seed) { $0.normal(mean: 3, deviation: 2) }
                    == expected.normalLoc3Scale2)
            var random = RandomState(seed: seed)
            #expect(random.permutation(10) == expected.permutation10)
        }
    }

    @Test func `shuffle as numpy shuffles, also a second time`() {
        #expect(!reference.shuffles.isEmpty)
        for expected in reference.shuffles {
            var random = RandomState(seed: expected.seed)
            for result in expected.shuffles {
                let order = random.permutation(expected.n)
                let bytes = order.flatMap { number in
                    (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
                }
                #expect(Array(order.prefix(20)) == result.first20)
                #expect(Array(order.suffix(20)) == result.last20)
                #expect(Inflate.crc32(bytes) == result.crc32)
                #expect(SHA256.hexadecimal(bytes) == result.sha256)
            }
        }
    }

    @Test func `keep the spare normal number while other calls come between`() throws {
        var random = RandomState(seed: reference.mixedSequence.seed)
        #expect(!reference.mixedSequence.steps.isEmpty)
        for step in reference.mixedSequence.steps {
            switch step.call {
            case "normal": #expect((0..<step.n).map { _ in random.normal() } == step.result)
            case "random_sample": #expect((0..<step.n).map { _ in random.randomSample() } == step.result)
            case "shuffle": #expect(random.permutation(step.n).map(Double.init) == step.result)
            default: Issue.record("the reference has an unknown call \(step.call)")
            }
        }
    }

    @Test func `shuffle nothing and one element without a draw`() {
        var random = RandomState(seed: 7)
        var fresh = random
        var none: [Int] = []
        var one = [5]
        random.shuffle(&none)
        random.shuffle(&one)
        #expect(random.uint32() == fresh.uint32())
    }
}
