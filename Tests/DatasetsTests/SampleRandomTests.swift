import Testing

@testable import Datasets

@Suite struct `The SplitMix64 generator` {
    @Test func `gives the published numbers`() {
        var random = SplitMix64(seed: 1_234_567)
        let numbers = (0..<5).map { _ in random.next() }
        #expect(
            numbers == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
    }

    @Test(arguments: [1, 2, 3, 10, 1000]) func `stays below the bound and reaches all of it`(bound: Int) {
        var random = SplitMix64(seed: 1)
        let numbers = (0..<20 * bound).map { _ in random.below(bound) }
        #expect(numbers.allSatisfy { (0..<bound).contains($0) })
        #expect(numbers.min() == 0)
        #expect(numbers.max() == bound - 1)
    }

    @Test(arguments: [1, 2, 3, 64, 100]) func `prefers low ranks but reaches all of them`(bound: Int) {
        var random = SplitMix64(seed: 1)
        var counts = [Int](repeating: 0, count: bound)
        for _ in 0..<200 * bound { counts[random.ranked(below: bound)] += 1 }
        #expect(counts.allSatisfy { $0 > 0 })
        #expect(counts.max() == counts[0])
    }

    @Test func `shuffles without losing anything`() {
        var random = SplitMix64(seed: 3)
        var numbers = Array(0..<100)
        random.shuffle(&numbers)
        #expect(numbers != Array(0..<100))
        #expect(numbers.sorted() == Array(0..<100))
    }
}

@Suite struct `Real numbers made of whole ones` {
    @Test func `have Gauss' moments, without a logarithm`() {
        var random = SplitMix64(seed: 5)
        let numbers = (0..<20_000).map { _ in random.gauss() }
        let mean = numbers.reduce(0, +) / 20_000
        let variance = numbers.reduce(0) { $0 + $1 * $1 } / 20_000
        #expect(abs(mean) < 0.03)
        #expect(abs(variance - 1) < 0.03)
        #expect(abs(Double(numbers.count { abs($0) < 1 }) / 20_000 - 0.6827) < 0.015)
    }

    @Test(arguments: [(-3.0, 0.049787068), (0, 1), (0.5, 1.648721271), (2, 7.389056099)])
    func `have powers of Euler's number`(power: Double, expected: Double) {
        #expect(abs(SplitMix64.exponential(power) / expected - 1) < 1e-8)
    }

    @Test func `lie evenly between their bounds`() {
        var random = SplitMix64(seed: 9)
        let numbers: [Double] = (0..<10_000).map { _ in random.uniform(-2, 6) }
        let areWithin = numbers.allSatisfy { $0 >= -2 && $0 < 6 }
        #expect(areWithin)
        let mean = numbers.reduce(0, +) / 10_000
        #expect(abs(mean - 2) < 0.1)
    }
}
