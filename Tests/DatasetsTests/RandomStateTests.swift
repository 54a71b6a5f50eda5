import References
import Testing

@testable import Datasets

extension ReferenceVectors {
    @Suite(.reference("numpy_random")) struct `numpy's legacy random numbers` {
        let reference: ReferenceFile

        init() throws {
            reference = try Reference.folder.file("numpy_random")
        }

        private func draw(
            _ expected: JSON, seed: UInt32, _ draw: (inout RandomState) -> Double
        ) -> [Double] {
            var random = RandomState(seed: seed)
            return expected.numbers.map { _ in draw(&random) }
        }

        @Test func `are numpy's, for every seed and distribution`() {
            reference.forEachCase(of: "generators") { item, comparison in
                let seed = try #require(item["seed"]?.uint32)
                for (key, expected) in item.members where key != "seed" {
                    let actual: [Double] =
                        switch key {
                        case "uint32": draw(expected, seed: seed) { Double($0.uint32()) }
                        case "random_sample": draw(expected, seed: seed) { $0.randomSample() }
                        case "uniform_minus1_1": draw(expected, seed: seed) { $0.uniform(-1, 1) }
                        case "normal": draw(expected, seed: seed) { $0.normal() }
                        case "normal_loc3_scale2":
                            draw(expected, seed: seed) { $0.normal(mean: 3, deviation: 2) }
                        case "permutation10": permutation(10, seed: seed)
                        default: []
                        }
                    comparison.expectSame(actual, expected.numbers, "\(key) from seed \(seed)")
                }
            }
        }

        private func permutation(_ count: Int, seed: UInt32) -> [Double] {
            var random = RandomState(seed: seed)
            return random.permutation(count).map(Double.init)
        }

        @Test func `shuffle as numpy shuffles, also a second time`() {
            reference.forEachCase(of: "shuffles") { item, comparison in
                let seed = try #require(item["seed"]?.uint32)
                let count = try #require(item["n"]?.integer)
                var random = RandomState(seed: seed)
                let shuffles = try #require(item["shuffles"]).list
                #expect(!shuffles.isEmpty)
                for result in shuffles {
                    let order = random.permutation(count)
                    let bytes = order.flatMap { number in
                        (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
                    }
                    comparison.expectSame(Array(order.prefix(20)), result["first20"], "the first")
                    comparison.expectSame(Array(order.suffix(20)), result["last20"], "the last")
                    comparison.expectSame([Inflate.crc32(bytes)], result["crc32"], "the checksum")
                    comparison.expectSame(SHA256.hexadecimal(bytes), result["sha256"]?.text, "SHA-256")
                }
            }
        }

        @Test func `keep the spare normal number while other calls come between`() throws {
            guard let mixed = reference["mixed_sequence"] else { return }
            let comparison = reference.compare("mixed_sequence")
            var random = RandomState(seed: try #require(mixed["seed"]?.uint32))
            let steps = try #require(mixed["steps"]).list
            #expect(!steps.isEmpty)
            for (number, step) in steps.enumerated() {
                let call = try #require(step["call"]?.text)
                let count = try #require(step["n"]?.integer)
                let actual: [Double] =
                    switch call {
                    case "normal": (0..<count).map { _ in random.normal() }
                    case "random_sample": (0..<count).map { _ in random.randomSample() }
                    case "shuffle": random.permutation(count).map(Double.init)
                    default: []
                    }
                comparison.expectSame(
                    actual, step["result"]?.numbers ?? [], "\(call), step \(number + 1)")
            }
        }

        @Test func `have no vectors of a kind that is not tested`() {
            let known: Set = ["versions", "generators", "shuffles", "mixed_sequence", "note", "about"]
            #expect(Set(reference.content.members.keys).subtracting(known) == [])
        }
    }
}

@Suite struct `Shuffling` {
    @Test func `nothing and one element takes no draw`() {
        var random = RandomState(seed: 7)
        var fresh = random
        var none: [Int] = []
        var one = [5]
        random.shuffle(&none)
        random.shuffle(&one)
        #expect(random.uint32() == fresh.uint32())
    }
}
