import Datasets

/// The orders in which samples are listed.
enum SampleOrder: Hashable, Sendable {
    case number
    /// The class, by its number or by its name.
    case label, name
    /// The number of words in the text.
    case words
    /// One of the numbers to be learnt, by its place.
    case value(Int)
    /// One of the numbers that a sample is made of, by its place.
    case feature(Int)

    /// The columns that samples of a data set can be sorted by.
    static func all(of dataset: Dataset) -> [SampleOrder] {
        let classes: [SampleOrder] = dataset.hasClasses ? [.label, .name] : []
        let words: [SampleOrder] = dataset.vocabulary == nil ? [] : [.words]
        return [.number] + classes + dataset.learnt.indices.map { .value($0) } + words
            + dataset.columns.indices.map { .feature($0) }
    }

    /// The column's name, on the command line, too.
    func name(in dataset: Dataset) -> String {
        switch self {
        case .number: return "number"
        case .label: return "label"
        case .name: return "name"
        case .words: return "words"
        case .value(let place):
            let all = dataset.learnt
            return all.indices.contains(place) ? all[place].name : "value"
        case .feature(let place):
            let all = dataset.columns
            return all.indices.contains(place) ? all[place].name : "feature"
        }
    }

    /// The column of that name, if there is one.
    static func named(_ name: String, in dataset: Dataset) -> SampleOrder? {
        all(of: dataset).first { $0.name(in: dataset) == name }
    }

    /// The one after it, round and round.
    func next(in dataset: Dataset) -> SampleOrder {
        let all = Self.all(of: dataset)
        return all[((all.firstIndex(of: self) ?? -1) + 1) % all.count]
    }
}
