import Foundation
import Testing

@testable import Datasets

/// The facts that are printed about Keras' data sets in books and in Keras' own documentation.
@Suite struct `Keras' files` {
    private static func load(_ text: String) throws -> Dataset {
        try Catalog.load(Term(parsing: text), preprocessing: [], from: RealFiles.locations)
    }

    private func prices(_ split: Split) -> [Float] {
        guard case .values(let rows) = split.targets else { return [] }
        return rows.values
    }

    private func sizes(_ dataset: Dataset) -> [Int] { [dataset.train.count, dataset.test.count] }

    private func firstRow(_ split: Split) -> [Float] {
        guard case .dense(let rows) = split.inputs else { return [] }
        return Array(rows[0])
    }

    @Test(arguments: Catalog.entries.flatMap(\.files).filter { RealFiles.has($0.name) })
    func `are those that Keras distributes`(file: RemoteFile) throws {
        let bytes = try Data(contentsOf: URL(filePath: RealFiles.path(file.name)))
        #expect(bytes.count == file.bytes)
        #expect(SHA256.hexadecimal(bytes) == file.sha256)
    }

    @Test(.enabled(if: RealFiles.has("boston_housing.npz"), "\(RealFiles.reason)"))
    func `have Boston's prices in the order that is printed`() throws {
        let dataset = try Self.load("boston_housing")
        #expect(prices(dataset.train).prefix(3) == [15.2, 42.3, 50])
        #expect(prices(dataset.train).suffix(3) == [19.4, 19.4, 29.1])
        #expect(
            firstRow(dataset.train) == [
                1.23247, 0, 8.14, 0, 0.538, 6.142, 91.7, 3.9769, 4, 307, 21, 396.9, 18.72,
            ])
        #expect(dataset.features.count == 13)
    }

    // Keras prints the beginning of the large version with the end of the small one; no call gives that.
    @Test(.enabled(if: RealFiles.has("california_housing.npz"), "\(RealFiles.reason)"))
    func `have California's prices in an order of their own for each version`() throws {
        let small = try Self.load("california_housing(version=small)")
        #expect(sizes(small) == [480, 120])
        #expect(prices(small.train).prefix(4) == [228_400, 132_900, 60_000, 95_200])
        #expect(prices(small.train).suffix(3) == [336_700, 140_500, 217_100])
        #expect(prices(small.test).prefix(3) == [218_800, 218_400, 93_800])
        #expect(prices(small.test).suffix(3) == [330_200, 269_900, 250_000])
        #expect(firstRow(small.train) == [-122.24, 37.73, 21, 7031, 1249, 2930, 1235, 4.5213])
        let large = try Self.load("california_housing")
        #expect(sizes(large) == [16_512, 4128])
        #expect(prices(large.train).prefix(4) == [252_300, 146_900, 290_900, 141_300])
        #expect(prices(large.train).suffix(3) == [500_001, 499_000, 238_100])
        #expect(firstRow(large.train) == [-118.27, 34.09, 52, 2327, 555, 1048, 491, 3.7847])
    }

    @Test(.enabled(if: RealFiles.has("mnist.npz"), "\(RealFiles.reason)"))
    func `have MNIST's digits, as many of each as is known, on average as dark`() throws {
        let dataset = try Self.load("mnist")
        #expect(
            dataset.train.classCounts(10) == [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949])
        #expect(dataset.train.labels.prefix(10) == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4])
        #expect(dataset.test.labels.prefix(5) == [7, 2, 1, 0, 4])
        guard case .dense(let rows) = dataset.train.inputs else {
            Issue.record("the images are not dense")
            return
        }
        let sum = rows.values.reduce(0.0) { $0 + Double($1) }
        #expect(abs(sum / Double(rows.values.count) - 33.318421) < 1e-6)
        #expect(dataset.form == .picture(PictureSize(rows: 28, columns: 28)))
    }

    @Test(.enabled(if: RealFiles.has("imdb.npz", "imdb_word_index.json"), "\(RealFiles.reason)"))
    func `have IMDB's reviews, the first as it is printed, and short ones as many as is known`() throws {
        let dataset = try Self.load("imdb")
        let texts = try #require(dataset.train.texts)
        #expect(texts[0].count == 218)
        #expect(texts[0].suffix(3) == [19, 178, 32])
        #expect(dataset.train.labels.prefix(10) == [1, 0, 0, 1, 0, 0, 1, 0, 1, 0])
        #expect(dataset.test.labels.prefix(10) == [0, 1, 1, 0, 1, 1, 1, 0, 0, 1])
        #expect(dataset.train.classCounts(2) == [12_500, 12_500])
        let short = try Self.load("imdb(maxlen=50)")
        #expect(sizes(short) == [477, 558])
    }

    @Test(.enabled(if: RealFiles.has("california_housing.npz"), "\(RealFiles.reason)"))
    func `are made ready for a network unless it is said otherwise, and get back to dollars`() throws {
        let dataset = try Catalog.load(
            Term(parsing: "california_housing(version=small)"), from: RealFiles.locations)
        #expect(dataset.preprocessing == [.normalize, .divideTargets(100_000)])
        #expect(prices(dataset.train).first == 2.284)
        #expect(abs(dataset.values[0].measured(2.284) - 228_400) < 0.01)
        #expect(abs(dataset.features[2].measured(firstRow(dataset.train)[2]) - 21) < 1e-4)
    }
}
