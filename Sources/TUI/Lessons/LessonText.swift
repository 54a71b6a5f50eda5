import Datasets

/// A text of the data set, taken apart for the lesson on multi-hot rows.
struct LessonText: Equatable, Sendable {
    /// The sample's number, data set and class.
    let name: String
    /// The data set's word for a sample.
    let noun: String
    /// The index of each word.
    let tokens: [Int32]
    /// The words; marks have a name in brackets.
    let words: [String]
    /// The distance by which indices lie above ranks.
    let indexFrom: Int
    /// The number of columns in a row.
    let columns: Int
    /// For each word the place where its index comes first.
    let firstPlaces: [Int]

    /// The size to look for: as many words as the first of the newswires, with as many different ones.
    private static let wanted = (words: 87, ones: 57)
    /// A longer text is shown up to here; only data sets of very long texts have none that is shorter.
    private static let longest = 2000

    /// Takes the text apart that is the nearest to 87 words with 57 different ones; `nil` where there are no texts.
    init?(_ dataset: Dataset) {
        guard let texts = dataset.train.texts, let vocabulary = dataset.vocabulary, texts.count > 0 else {
            return nil
        }
        columns = dataset.train.inputs.columns
        var (best, distance) = (0, Int.max)
        for number in 0..<texts.count {
            let words = texts[number].count
            // Counting different words takes far longer than counting words.
            guard words > 0, abs(words - Self.wanted.words) < distance else { continue }
            let ones = Self.ones(of: number, in: dataset, columns: columns)
            let away = abs(words - Self.wanted.words) + abs(ones - Self.wanted.ones)
            if away < distance { (best, distance) = (number, away) }
            if away == 0 { break }
        }
        tokens = Array(texts[best].prefix(Self.longest))
        guard !tokens.isEmpty else { return nil }
        indexFrom = vocabulary.indexFrom
        noun = dataset.nouns.sample
        words = tokens.map { token in
            // Below the first rank there are the marks that Keras makes room for.
            if token > vocabulary.indexFrom { return vocabulary[token].harmless }
            return token == 1 ? "[start]" : token == 2 ? "[left out]" : "[mark]"
        }
        var places: [Int32: Int] = [:]
        firstPlaces = tokens.enumerated().map { place, token in
            places[token] = places[token] ?? place
            return places[token] ?? place
        }
        let labels = dataset.train.labels
        let label = labels.indices.contains(best) ? Int(labels[best]) : -1
        let named = dataset.classes.indices.contains(label) ? ", \(dataset.classes[label])" : ""
        name = "\(dataset.title), train \(best)\(named)"
    }

    private static func ones(of number: Int, in dataset: Dataset, columns: Int) -> Int {
        if case .sparse(let rows) = dataset.train.inputs { return rows[number].count }
        return Set(dataset.train.texts?[number].filter { 0..<columns ~= Int($0) } ?? []).count
    }

    /// The columns that hold a one, ascending.
    var ones: [Int] { Set(tokens.map(Int.init).filter { 0..<columns ~= $0 }).sorted() }

    /// Places worth a look: a word that comes for the first time, the first repeated one, the last one.
    var examples: [Int] {
        let first = tokens.count > 1 ? 1 : 0
        let repeated = tokens.indices.first { firstPlaces[$0] < $0 && tokens[$0] > Int32(indexFrom) }
        return [first, repeated, tokens.count - 1].compactMap(\.self)
    }
}
