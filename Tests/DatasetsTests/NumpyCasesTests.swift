import Foundation
import References
import Testing

@testable import Datasets

/// Small files of kinds that people have met with other programs, and what `numpy.load` gives for them
/// (`Reference/make_cases.py`).
@Suite struct `Keras' files in other forms` {
    private let expected: JSON

    init() throws {
        expected = try JSONDecoder().decode(JSON.self, from: Data(contentsOf: Reference.own("cases.json")))
    }

    private static func load(_ name: String, as dataset: String) throws -> Dataset {
        let folder = Reference.own("cases/\(name)").path
        return try Catalog.load(
            Term(dataset), preprocessing: [], from: DataLocations(option: folder, environment: [:]))
    }

    /// The order in which Keras' `load_data` gives some samples, and how many of them are to learn from.
    private static func order(_ count: Int) -> (order: [Int], train: Int) {
        var random = RandomState(seed: 113)
        return (random.permutation(count), Int(Double(count) * 0.8))
    }

    @Test(arguments: [
        "big-endian", "float16", "rows-int32", "prices-int64", "prices-column", "python2-header",
    ])
    func `have the rows and prices that numpy reads`(name: String) throws {
        let item = try #require(expected[name])
        let (rows, prices) = (item["x"]?.floats ?? [], item["y"]?.floats ?? [])
        let dataset = try Self.load(name, as: "boston_housing")
        let (order, cut) = Self.order(prices.count)
        for (split, places) in [(dataset.train, order[..<cut]), (dataset.test, order[cut...])] {
            #expect(
                split.inputs
                    == .dense(
                        DenseRows(columns: 13, values: places.flatMap { rows[$0 * 13..<$0 * 13 + 13] })))
            #expect(split.targets == .values(DenseRows(columns: 1, values: places.map { prices[$0] })))
        }
    }

    @Test(arguments: [
        "lists", "tuples", "arrays", "scalars", "labels-int16", "labels-uint8", "byte-order-mark", "rank-0",
        "padded",
    ])
    func `have the texts and labels that numpy reads`(name: String) throws {
        let item = try #require(expected[name])
        let labels = item["y"]?.integers ?? []
        var texts = item["x"]?.list.map(\.integers) ?? []
        if texts.first?.count ?? 0 == 1 {
            // A table of numbers; none of its rows has a zero that is no padding.
            let numbers = item["x"]?.integers ?? []
            let width = numbers.count / labels.count
            texts = labels.indices.map { row in
                numbers[row * width..<(row + 1) * width].filter { $0 != 0 }
            }
        }
        #expect(texts.count == labels.count && !labels.isEmpty)
        let dataset = try Self.load(name, as: "reuters")
        let (order, cut) = Self.order(labels.count)
        for (split, places) in [(dataset.train, order[..<cut]), (dataset.test, order[cut...])] {
            #expect(split.labels == places.map { labels[$0] })
            let tokens = try #require(split.texts)
            // Keras' start mark, and its words three further on.
            #expect(
                (0..<tokens.count).map { Array(tokens[$0]) }
                    == places.map { [1] + texts[$0].map { $0 + 3 } })
        }
        #expect(dataset.vocabulary?[4] == "w1", "the word of rank 1")
    }

    @Test(arguments: [
        "labels-int64", "labels-big-column", "labels-float", "int64", "big-uint16-fortran", "float32",
        "float32-unit", "big-float64-unit", "float16-unit", "rows", "rows-float-unit", "channel-last",
        "channel-first", "bool",
    ])
    func `have the images and digits that numpy reads`(form: String) throws {
        let item = try #require(expected["mnist-" + form])
        let dataset = try Self.load("mnist-" + form, as: "mnist")
        #expect(dataset.picture == PictureSize(rows: 28, columns: 28))
        for (part, split) in [("train", dataset.train), ("test", dataset.test)] {
            #expect(split.labels == item["y_" + part]?.integers)
            guard case .dense(let rows) = split.inputs else {
                Issue.record("the images are not dense")
                return
            }
            var pixels = [Float](repeating: 0, count: split.count * 784)
            let places = item["x_" + part]?["places"]?.integers ?? []
            #expect(places.count > 20)
            for (place, pixel) in zip(places, item["x_" + part]?["pixels"]?.floats ?? []) {
                pixels[Int(place)] = pixel
            }
            #expect(rows.values.count == pixels.count)
            let farthest = zip(rows.values, pixels).map { abs($0 - $1) }.max() ?? .infinity
            // Pixels from 0 to 1 come back to bytes by a product, which is rounded.
            #expect(farthest <= (form.hasSuffix("unit") || form == "channel-first" ? 3e-5 : 0))
        }
    }

    @Test func `of bytes that were divided by 255 are those bytes again`() throws {
        let bytes = try Self.load("mnist-rows", as: "mnist")
        for form in ["float32-unit", "big-float64-unit", "rows-float-unit", "channel-first"] {
            #expect(try Self.load("mnist-" + form, as: "mnist").train == bytes.train, "\(form)")
        }
    }

    @Test func `are refused with both shapes where these don't fit`() {
        let error = #expect(throws: DatasetError.self) { try Self.load("labels-table", as: "reuters") }
        let message = error?.description ?? ""
        #expect(message.contains("x has shape (40,), y (2, 20): 40 texts need y of shape (40,) or (40, 1)"))
        #expect(!message.contains("damaged"))
    }
}
