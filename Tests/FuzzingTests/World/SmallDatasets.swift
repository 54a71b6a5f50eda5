@testable import Datasets

/// Data sets so small that a whole session with them takes milliseconds.
enum SmallDatasets {
    /// Data sets by name, one of each form of sample.
    static let all: [String: Dataset] = ["notes": notes, "houses": houses, "points": points]

    private static let words = ["", "the", "frost", "fell", "in", "gold", "a", "mine", "price", "rose"]

    /// Texts of four classes.
    private static let notes: Dataset = {
        func split(_ count: Int, from start: Int) -> Split {
            var texts = TokenSequences()
            for text in start..<start + count {
                let length = 3 + text * 7 % 9
                texts.append(
                    [1, 2] + (0..<length).map { Int32(4 + (text * 31 + $0 * $0) % (words.count - 1)) })
            }
            return Split(
                inputs: .sparse(texts.multiHot(columns: words.count + 3)),
                labels: (start..<start + count).map { Int32($0 * $0 % 4) }, texts: texts)
        }
        return Dataset(
            reference: Term("notes"), title: "made-up notes",
            nouns: Nouns(sample: "note", label: "topic", labels: "topics"),
            classes: ["frost", "gold", "sweet-potato", "kiwi"], train: split(24, from: 0),
            test: split(8, from: 100), vocabulary: Vocabulary(words: words, indexFrom: 3))
    }()

    /// Rows of numbers with a price.
    private static let houses: Dataset = {
        func split(_ count: Int, from start: Int) -> Split {
            let rows = (start..<start + count).map { (row: Int) -> [Float] in
                (0..<3).map { (column: Int) -> Float in Float((row * 37 + column * 11) % 23) }
            }
            return Split(
                inputs: .dense(DenseRows(columns: 3, values: rows.flatMap(\.self))),
                targets: .values(DenseRows(columns: 1, values: rows.map { $0[0] * 2 + $0[1] })))
        }
        return Dataset(
            reference: Term("houses"), title: "made-up houses", nouns: Nouns(sample: "tract"), classes: [],
            train: split(20, from: 0), test: split(6, from: 50),
            features: [Feature("age", unit: "years"), Feature("rooms"), Feature("income", unit: "k$")],
            values: [Feature("median value", unit: "k$")])
    }()

    /// Points of two clouds.
    private static let points: Dataset = {
        func split(_ count: Int) -> Split {
            let labels = (0..<count).map { Int32($0 % 2) }
            let values = labels.indices.flatMap { (place: Int) -> [Float] in
                let x = Float(place % 7) / 7
                return [x + Float(labels[place]) * 2 - 1, Float(place % 5) / 5]
            }
            return Split(inputs: .dense(DenseRows(columns: 2, values: values)), labels: labels)
        }
        return Dataset(
            reference: Term("points"), title: "made-up points", nouns: Nouns(sample: "point", label: "cloud"),
            classes: ["0", "1"], train: split(20), test: split(10), features: [Feature("x"), Feature("y")])
    }()
}
