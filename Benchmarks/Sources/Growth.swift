import Foundation

/// That time grows linearly in samples and in distinct words a sample.
struct Growth {
    private static let samples = [1, 2, 5, 10].map {
        Workload(name: "samples × \($0)", epochs: 4, copies: $0)
    }
    private static let words = [1, 2, 4, 8].map {
        Workload(name: $0 == 1 ? "wires as they are" : "\($0) wires in one", epochs: 10, merged: $0)
    }
    private static let columns = [1_000, 3_000, 10_000, 30_000].map {
        Workload(name: "\($0.grouped) words", epochs: 10, words: $0)
    }

    func run(_ bench: Bench) throws {
        guard bench.wants("growth") else { return }
        let samples = try report("growth with samples", Self.samples, bench)
        show(Line(through: samples.map { ($0.size.samples, $0.seconds) }).text(x: "sample"))
        let words = try report("growth with distinct words a sample", Self.words, bench)
        show(Line(through: words.map { ($0.size.words, $0.seconds) }).text(x: "word of a sample"))
        // With more columns, the optimizer has more weights to visit, whether the words occur or not.
        _ = try report("growth with words that have a column", Self.columns, bench)
    }

    private func report(_ title: String, _ workloads: [Workload], _ bench: Bench) throws -> [Measurement] {
        show("\n\(title)")
        var table = Table([
            "workload", "samples", "words", "processor s", "µs a sample", "ns a sample and word",
        ])
        let measurements = try workloads.map(bench.measure)
        for measurement in measurements {
            let size = measurement.size
            table.add([
                size.workload.name, size.samples.grouped, size.wordsPerSample.digits(1),
                measurement.seconds.digits(3), (measurement.seconds / size.samples * 1e6).digits(3),
                (measurement.seconds / size.words * 1e9).digits(2),
            ])
        }
        show(table.text)
        return measurements
    }
}

extension Size {
    /// Distinct words of all samples of the whole run.
    fileprivate var words: Double { Double(training.ones * workload.epochs) }
}

/// The straight line that comes closest to some points, by least squares.
private struct Line {
    let start: Double
    let slope: Double
    /// The share of the variance of y that the line explains: 1 where all points lie on it.
    let share: Double

    init(through points: [(x: Double, y: Double)]) {
        let count = Double(points.count)
        let x = points.map(\.x).reduce(0, +) / count
        let y = points.map(\.y).reduce(0, +) / count
        let xx = points.map { ($0.x - x) * ($0.x - x) }.reduce(0, +)
        let yy = points.map { ($0.y - y) * ($0.y - y) }.reduce(0, +)
        let xy = points.map { ($0.x - x) * ($0.y - y) }.reduce(0, +)
        slope = xy / xx
        start = y - slope * x
        share = xy * xy / (xx * yy)
    }

    func text(x: String) -> String {
        "a line through them: \(start.digits(3)) s and \((slope * 1e9).digits(1)) ns for each \(x), r² \(share.digits(4))"
    }
}
