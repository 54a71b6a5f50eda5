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

        /// Whether what has been published lies outside of what the seeds give.
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

    /// Why a published figure is another, by experiment.
    static let sentences: [String: String] = [:]

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
