import References
import Testing

/// A list of numbers of a training, with the file's.
struct MeasuredNumbers {
    /// The most noise that repetitions can show, as a share of a number's size; the limit is four times that, 0.8 %.
    ///
    /// On the book's network, one switched ReLU moves batch losses by up to 0.08 %, and sums of weights by up to 0.07 %
    /// of the sum of their sizes. Repetitions with biases of 1e-5, a hundred times rounding, meet many switches, and none
    /// moves a number by more than 0.8 %. What differs by more has another reason, whatever repetitions do.
    static let mostNoise = 0.002

    var name: String
    var values: [Double]
    var expected: [Double]
    /// The difference that rounding may make; 0 where the limit of every number covers it.
    var noise = 0.0
    /// The number of samples of which the numbers are shares.
    var samples: Int?
    /// The size that noise is a share of, where numbers of both signs cancel; else that of each of the file's numbers.
    var size: Double?

    /// Tells whether all numbers are near the file's, without any repetition.
    var areNear: Bool { areNear(among: []) }

    /// Tells whether all numbers are near the file's, with what repetitions show.
    func areNear(among repeats: [[Double]]) -> Bool {
        zip(zip(values, expected), noises(among: repeats)).allSatisfy {
            Comparison.isNear($0.0, $0.1, noise: $1)
        }
    }

    /// The difference that each number may have: the largest that repetitions have shown up to it, as far as switched
    /// ReLUs explain it.
    func noises(among repeats: [[Double]]) -> [Double] {
        guard !repeats.isEmpty else { return values.map { _ in noise } }
        // One sample more or less, and no second: a limit is four times the noise.
        let least = max(noise, samples.map { 0.26 / Double($0) } ?? 0)
        var shown = least
        return zip(values.indices, expected).map { place, expected in
            for other in repeats { shown = max(shown, abs(other[place] - values[place])) }
            return min(shown, max(least, Self.mostNoise * (size ?? abs(expected))))
        }
    }
}

@Suite struct `Noise that repetitions show` {
    private func numbers(_ values: [Double], _ expected: [Double], size: Double? = nil) -> MeasuredNumbers {
        MeasuredNumbers(name: "sum", values: values, expected: expected, size: size)
    }

    @Test func `excuses what a switched ReLU does, from there on`() {
        let one = numbers([2, 1.0008], [2, 1])
        #expect(!one.areNear)
        #expect(one.areNear(among: [[2, 1.0001], [2, 1.0004]]))
        #expect(!one.areNear(among: [[2, 1.0008], [2, 1.0007]]))
        #expect(!numbers([2.001, 1.0008], [2, 1]).areNear(among: [[2.001, 1.0001]]))
    }

    @Test(arguments: [[1.5], [1000], [.infinity], [-.infinity], [.nan]])
    func `excuses no sum that is clearly wrong, whatever a repetition does`(repetition: [Double]) {
        #expect(!numbers([1.01], [1]).areNear(among: [repetition]))
        #expect(!numbers([790], [690], size: 9712).areNear(among: [repetition]))
        #expect(!numbers([.nan], [1]).areNear(among: [repetition]))
    }

    @Test func `is a share of the sizes where both signs cancel`() {
        #expect(numbers([800], [790], size: 9712).areNear(among: [[803]]))
        #expect(!numbers([800], [790]).areNear(among: [[803]]))
    }

    @Test func `of shares is one sample at least, of however few`() {
        var one = numbers([0.001], [0.002])
        one.samples = 1000
        #expect(one.areNear(among: [[0.001]]))
        one.values = [0.004]
        #expect(!one.areNear(among: [[1]]))
    }
}
