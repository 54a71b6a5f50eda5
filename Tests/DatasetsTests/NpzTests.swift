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

    private func array(_ name: String, of archive: Zip) throws -> NpyArray {
        try NpyArray(name, of: archive)
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
        #expect(x.type.name == "float32")
        #expect(try x.floats() == rows.values)
        #expect(try y.floats() == prices.values)
    }

    @Test func `are the words of texts, and where each text ends`() throws {
        let dataset = try Catalog.load(Term("sample"), from: DataLocations(environment: [:]))
        let archive = try arrays(dataset)
        guard case .sparse(let rows) = dataset.test.inputs else {
            Issue.record("no texts")
            return
        }
        let (words, ends) = (try array("words_test", of: archive), try array("ends_test", of: archive))
        #expect(try words.integers() == rows.indices)
        #expect(try ends.integers() == Array(rows.offsets.dropFirst()))
        #expect(try array("y_train", of: archive).integers() == dataset.train.labels)
        #expect(try array("columns", of: archive).shape.isEmpty)
    }
}
