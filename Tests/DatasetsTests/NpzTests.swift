import Foundation
import Testing

@testable import Datasets

@Suite struct `Samples for numpy` {
    private func arrays(_ dataset: Dataset) throws -> Zip {
        let folder = try TemporaryFolder()
        let path = folder.path + "/samples.npz"
        try Data(dataset.npz).write(to: URL(filePath: path))
        return try Zip(reading: path)
    }

    private func array(_ name: String, of archive: Zip) throws -> Npy {
        try Npy(archive.contents(of: name + ".npy"))
    }

    @Test func `are rows of numbers with their targets`() throws {
        let dataset = try Catalog.load(
            Term("sample_houses"), preprocessing: [], from: DataLocations(environment: [:]))
        let archive = try arrays(dataset)
        let (x, y) = (try array("x_train", of: archive), try array("y_test", of: archive))
        guard case .dense(let rows) = dataset.train.inputs, case .values(let prices) = dataset.test.targets
        else {
            Issue.record("no rows of numbers")
            return
        }
        #expect(x.shape == [dataset.train.count, rows.columns])
        #expect(y.shape == [dataset.test.count, 1])
        #expect(x.values == .floats(rows.values))
        #expect(y.values == .floats(prices.values))
    }

    @Test func `are the words of texts, and where each text ends`() throws {
        let dataset = try Catalog.load(Term("sample"), from: DataLocations(environment: [:]))
        let archive = try arrays(dataset)
        guard case .sparse(let rows) = dataset.test.inputs else {
            Issue.record("no texts")
            return
        }
        let (words, ends) = (try array("words_test", of: archive), try array("ends_test", of: archive))
        #expect(words.values == .integers(rows.indices.map(Int64.init)))
        #expect(ends.values == .integers(rows.offsets.dropFirst().map(Int64.init)))
        #expect(try array("y_train", of: archive).values == .integers(dataset.train.labels.map(Int64.init)))
        #expect(try array("columns", of: archive).shape.isEmpty)
    }
}
