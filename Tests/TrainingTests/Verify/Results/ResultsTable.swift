import Foundation

@testable import Training

/// The table of `Docs/results.md`.
struct ResultsTable {
    var rows: [Row]

    /// One measure of one experiment.
    struct Row {
        var experiment: String
        var measure: PublishedResult.Measure
        var published: PublishedResult?
        var keras: [Double]
        /// One a seed.
        var ours: [Double]

        /// Tells whether the published figure lies outside of what the seeds give.
        var differs: Bool {
            guard let published, let least = ours.min(), let most = ours.max() else { return false }
            return published.value > most || (published.highest ?? published.value) < least
        }

        var line: String {
            let our = Results(ours)
            let cells = [
                experiment, measure.title, published?.figure ?? "",
                keras.isEmpty ? "" : Self.text(Results(keras), count: keras.count),
                Self.text(our, count: ours.count), Self.number(ours.min()), Self.number(ours.max()),
                differs ? "differs" : "",
            ]
            return "| " + cells.joined(separator: " | ") + " |"
        }

        private static func text(_ results: Results, count: Int) -> String {
            count == 1 ? number(results.mean) : "\(number(results.mean)) ± \(number(results.deviation))"
        }

        private static func number(_ value: Double?) -> String { String(format: "%.4f", value ?? .nan) }
    }

    /// The reasons why a published figure is another, by experiment.
    static let sentences: [String: String] = [
        "boston":
            """
        one run of 2017, judged by 102 tracts. Keras 3 gives 2.64 ± 0.16 by three seeds where it \
        trains the same network with batches of 16 for 100 epochs, so one run may well end at 2.55.
        """,
        "boston-folds":
            """
        one run of 2017. Keras 3 gives 2.63 by one seed, which lies within nnboard's ten.
        """,
        "imdb":
            """
        the book's figures are those of rmsprop (imdb-rmsprop). By adam Keras 3 gives 0.8786 ± \
        0.0028 and 0.314 ± 0.010 by five seeds, and nnboard the same.
        """,
        "reuters-first":
            """
        one run of 2017. Here the final network learns from 7,982 wires and ends 1.5 points lower; \
        on all 8,982 it gives what the book has (reuters-course: 0.791, Keras 3 0.793).
        """,
    ]

    private static let head = """
        | experiment | measure | published | Keras | nnboard | smallest | largest | |
        |---|---|---:|---:|---:|---:|---:|---|
        """

    private static let marks = ("<!-- results: begin -->", "<!-- results: end -->")

    /// Puts the table, and the sentences below it, between the marks of `Docs/results.md`.
    func write() throws {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let file = package.appending(path: "Docs/results.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        guard let begin = text.range(of: Self.marks.0), let end = text.range(of: Self.marks.1) else {
            throw CocoaError(.fileReadCorruptFile)
        }
        let differing = Set(rows.filter(\.differs).map(\.experiment))
        let sentences = Self.sentences.filter { differing.contains($0.key) }.sorted { $0.key < $1.key }
            .map { "- **\($0.key)**: \($0.value)" }
        let table = ([Self.head] + rows.map(\.line)).joined(separator: "\n")
        let between =
            "\n" + table + "\n\nWhere a published figure lies outside of ten seeds:\n\n"
            + sentences.joined(separator: "\n") + "\n"
        try (text[..<begin.upperBound] + between + text[end.lowerBound...])
            .write(to: file, atomically: true, encoding: .utf8)
    }
}
