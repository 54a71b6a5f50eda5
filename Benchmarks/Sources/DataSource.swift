import Datasets
import Foundation

/// The wires to train on: Reuters' where its files are found, else the built-in sample.
final class DataSource {
    private let locations: DataLocations
    private let entry: any CatalogEntry
    /// By the number of words.
    private var loaded: [Int: Dataset] = [:]

    init(folder: String?) {
        locations = DataLocations(option: folder, environment: ProcessInfo.processInfo.environment)
        entry = locations.have(Reuters().files) ? Reuters() : BuiltInSample()
    }

    /// One line about the data.
    func description() throws -> String {
        let dataset = try dataset(for: Workload())
        let note =
            entry is Reuters
            ? ""
            : " (Reuters' files were not found, see --data: what is called R here is not that of other tables)"
        return "\(dataset.title): \(dataset.train.count) training samples, "
            + "\(dataset.train.inputs.columns) words, \(dataset.classes.count) classes\(note)"
    }

    /// The data of a workload: wires with as many words, repeated and merged as it says.
    func dataset(for workload: Workload) throws -> Dataset {
        let original = try loaded[workload.words] ?? load(words: workload.words)
        loaded[workload.words] = original
        guard workload.copies > 1 || workload.merged > 1, case .sparse(let rows) = original.train.inputs
        else { return original }
        return original.training(
            on: Split(
                inputs: .sparse(
                    rows.merged(workload.merged).repeated(workload.copies, after: Workload.validation)),
                labels: original.train.labels.repeated(workload.copies, after: Workload.validation)))
    }

    private func load(words: Int) throws -> Dataset {
        let reference = Term(entry.name, [.init("num_words", .number(Double(words)))])
        return try entry.load(reference, from: locations) { _ in }
    }
}

extension Dataset {
    /// The same data set with other training samples.
    fileprivate func training(on split: Split) -> Dataset {
        Dataset(reference: reference, title: title, nouns: nouns, classes: classes, train: split, test: test)
    }
}

extension [Int32] {
    /// The first numbers once, those that follow them so many times.
    fileprivate func repeated(_ times: Int, after first: Int) -> [Int32] {
        Array(self[..<first]) + (0..<times).flatMap { _ in self[first...] }
    }
}

extension SparseRows {
    /// Rows from the columns of their ones.
    private init(columns: Int, ones: some Collection<some Collection<Int32>>) {
        var offsets: [Int32] = [0]
        var indices: [Int32] = []
        for row in ones {
            indices += row
            offsets.append(Int32(indices.count))
        }
        self.init(columns: columns, offsets: offsets, indices: indices)
    }

    /// The first rows once, those that follow them so many times.
    fileprivate func repeated(_ times: Int, after first: Int) -> SparseRows {
        let order = Array(0..<first) + (0..<times).flatMap { _ in first..<count }
        return SparseRows(columns: columns, ones: order.lazy.map { self[$0] })
    }

    /// Each row with the ones of the rows that follow it, so that as many rows have more ones.
    fileprivate func merged(_ rows: Int) -> SparseRows {
        guard rows > 1 else { return self }
        let merged = (0..<count).map { row in
            Set((0..<rows).flatMap { self[(row + $0) % count] }).sorted()
        }
        return SparseRows(columns: columns, ones: merged)
    }
}
