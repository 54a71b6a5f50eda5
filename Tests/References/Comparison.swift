import Testing

/// One case of a file: compares numbers with the file's, and notes how near they came to the limit.
package struct Comparison: Sendable {
    let file: String
    package let name: String
    let level: String

    /// Expects numbers to be the file's, each within 1e-6 + 1e-5·|b|, or four times the file's own noise
    /// where that is more.
    ///
    /// - Parameters:
    ///   - actual: Our numbers.
    ///   - expected: The file's, in the same order.
    ///   - noise: The difference, according to the file, between two ways of computing its numbers.
    ///   - what: The name of the numbers, for failures.
    ///   - sourceLocation: The place in the source at which a failure is shown.
    package func expect(
        _ actual: [Double], _ expected: [Double], noise: Double = 0, _ what: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        judge(actual, expected, what, sourceLocation) { Self.ratio($0, $1, noise: noise) }
    }

    /// Tells whether a number is within the limit of the file's.
    ///
    /// - Parameters:
    ///   - actual: Our number.
    ///   - expected: The file's.
    ///   - noise: The difference between two ways of computing it.
    /// - Returns: True if it is.
    package static func isNear(_ actual: Double, _ expected: Double, noise: Double = 0) -> Bool {
        ratio(actual, expected, noise: noise) <= 1
    }

    /// The distance of a number from the file's, in limits.
    private static func ratio(_ actual: Double, _ expected: Double, noise: Double) -> Double {
        actual == expected || (actual.isNaN && expected.isNaN)
            ? 0 : abs(actual - expected) / Limit.of(expected, noise: noise)
    }

    /// Expects numbers to be the file's, within the same limit, where each has a noise of its own.
    ///
    /// - Parameters:
    ///   - actual: Our numbers.
    ///   - expected: The file's, in the same order.
    ///   - noises: The difference between two ways of computing each of the numbers.
    ///   - what: The name of the numbers, for failures.
    ///   - sourceLocation: The place in the source at which a failure is shown.
    package func expect(
        _ actual: [Double], _ expected: [Double], noises: [Double], _ what: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        guard noises.count == expected.count else {
            fail("\(what): \(noises.count) noises for \(expected.count) numbers", sourceLocation)
            return
        }
        let ratios = zip(zip(actual, expected), noises).map { Self.ratio($0.0, $0.1, noise: $1) }
        judge(actual, expected, ratios: ratios, what, sourceLocation)
    }

    /// Expects 32-bit numbers to be the file's, within the same limit, where each has a noise of its own.
    ///
    /// - Parameters:
    ///   - actual: Our numbers.
    ///   - expected: The file's, in the same order.
    ///   - noises: The difference between two ways of computing each of the file's numbers.
    ///   - what: The name of the numbers, for failures.
    ///   - sourceLocation: The place in the source at which a failure is shown.
    package func expect(
        _ actual: [Float], _ expected: [Double], noises: [Double], _ what: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        expect(actual.map(Double.init), expected, noises: noises, what, sourceLocation: sourceLocation)
    }

    /// Expects 32-bit numbers to be the file's, within the same limit.
    ///
    /// - Parameters:
    ///   - actual: Our numbers.
    ///   - expected: The file's, in the same order.
    ///   - noise: The difference, according to the file, between two ways of computing its numbers.
    ///   - what: The name of the numbers, for failures.
    ///   - sourceLocation: The place in the source at which a failure is shown.
    package func expect(
        _ actual: [Float], _ expected: [Double], noise: Double = 0, _ what: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        expect(actual.map(Double.init), expected, noise: noise, what, sourceLocation: sourceLocation)
    }

    /// Expects a number that was estimated from draws to be the file's, within what such an estimate scatters.
    ///
    /// - Parameters:
    ///   - actual: Our number.
    ///   - expected: The file's.
    ///   - limit: The largest difference that is allowed.
    ///   - what: The name of the number, for failures.
    ///   - sourceLocation: The place in the source at which a failure is shown.
    package func expect(
        _ actual: Double, _ expected: Double, within limit: Double, _ what: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        judge([actual], [expected], what, sourceLocation) { $0 == $1 ? 0 : abs($0 - $1) / limit }
    }

    /// Expects numbers to be exactly the file's: counts, labels, indices.
    ///
    /// - Parameters:
    ///   - actual: Our numbers.
    ///   - expected: The file's, in the same order.
    ///   - what: The name of the numbers, for failures.
    ///   - sourceLocation: The place in the source at which a failure is shown.
    package func expectSame(
        _ actual: [Double], _ expected: [Double], _ what: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        judge(actual, expected, what, sourceLocation) { $0 == $1 ? 0 : .infinity }
    }

    /// Expects whole numbers to be exactly the file's.
    ///
    /// - Parameters:
    ///   - actual: Our numbers.
    ///   - expected: A number of the file, or a list of them in the same order.
    ///   - what: The name of the numbers, for failures.
    ///   - sourceLocation: The place in the source at which a failure is shown.
    package func expectSame(
        _ actual: [some BinaryInteger], _ expected: JSON?, _ what: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        expectSame(
            actual.map { Double($0) }, expected?.numbers ?? [], what, sourceLocation: sourceLocation)
    }

    /// Expects a text to be the file's: a checksum, a name.
    ///
    /// - Parameters:
    ///   - actual: Our text.
    ///   - expected: The file's.
    ///   - what: The name of the text, for failures.
    ///   - sourceLocation: The place in the source at which a failure is shown.
    package func expectSame(
        _ actual: String, _ expected: String?, _ what: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        note(count: 1, ratio: actual == expected ? 0 : .infinity, what)
        guard actual != expected else { return }
        fail("\(what) is \(actual) instead of \(expected ?? "a text")", sourceLocation)
    }

    private func judge(
        _ actual: [Double], _ expected: [Double], _ what: String, _ sourceLocation: SourceLocation,
        ratio: (Double, Double) -> Double
    ) {
        judge(actual, expected, ratios: zip(actual, expected).map(ratio), what, sourceLocation)
    }

    private func judge(
        _ actual: [Double], _ expected: [Double], ratios: [Double], _ what: String,
        _ sourceLocation: SourceLocation
    ) {
        guard actual.count == expected.count, !expected.isEmpty else {
            note(count: expected.count, ratio: .infinity, what)
            fail("\(what): \(actual.count) numbers instead of \(expected.count)", sourceLocation)
            return
        }
        var worst = (ratio: 0.0, index: 0)
        for (index, ratio) in ratios.enumerated() {
            // Not a number where the file has one, or the other way round: no limit is wide enough.
            if ratio.isNaN || ratio > worst.ratio { worst = (ratio.isNaN ? .infinity : ratio, index) }
        }
        let index = worst.index
        note(
            count: expected.count, ratio: worst.ratio,
            expected.count == 1 ? what : "\(what), number \(index + 1)")
        guard worst.ratio > 1 else { return }
        fail(
            "\(what): number \(index + 1) is \(actual[index]) instead of \(expected[index]), "
                + "\(worst.ratio) limits off", sourceLocation)
    }

    private func note(count: Int, ratio: Double, _ place: String) {
        RatioLedger.current?.note(self, count: count, ratio: ratio, place: "\(name): \(place)")
    }

    private func fail(_ complaint: String, _ sourceLocation: SourceLocation) {
        let level = level.isEmpty ? "" : " (\(level))"
        Issue.record("\(file).json, \(name)\(level): \(complaint)", sourceLocation: sourceLocation)
    }
}

/// The largest distance that a number of ours may have from a reference number.
enum Limit {
    static func of(_ number: Double, noise: Double) -> Double {
        let granted = 1e-6 + 1e-5 * abs(number)
        return noise.isFinite ? max(granted, 4 * noise) : granted
    }
}
