import Datasets

/// A figure that somebody has published for an experiment: `test_accuracy(0.797)`, `test_accuracy(0.21, 0.53)`.
public struct PublishedResult: Hashable, Sendable, TermConvertible {
    /// The measure that the figure belongs to.
    public var measure: Measure
    /// The published figure, or the lowest of several runs.
    public var value: Double
    /// The highest of several runs, where there were several.
    public var highest: Double?

    /// A measure of a run: the text before a figure.
    public struct Measure: Hashable, Sendable {
        /// The samples and the epoch that a figure is taken from.
        public enum Place: String, CaseIterable, Sendable {
            /// The test split, at the end.
            case test
            /// The validation samples in the epoch in which they went best.
            case bestValidation = "best_val"
            /// The validation samples in the last epoch, as a mean over the folds.
            case folds
            /// The training samples in the last epoch.
            case last
        }

        /// The samples and the epoch that it is taken from.
        public var place: Place
        /// The key in a history: `accuracy`, `loss`.
        public var key: String

        /// Names a figure.
        public init(_ place: Place, _ key: String) {
            (self.place, self.key) = (place, key)
        }

        /// The place and the key in one word: `best_val_accuracy`.
        public var name: String { "\(place.rawValue)_\(key)" }

        /// In a few words for people: `best validation accuracy`.
        public var title: String {
            let key = key.split(separator: "_").joined(separator: " ")
            return switch place {
            case .test: "test \(key)"
            case .bestValidation: "best validation \(key)"
            case .folds: "\(key) over the folds"
            case .last: "\(key) in the last epoch"
            }
        }
    }

    /// Names a figure, or a range of them.
    public init(_ measure: Measure, _ value: Double, _ highest: Double? = nil) {
        (self.measure, self.value, self.highest) = (measure, value, highest)
    }

    /// Reads a term such as `test_accuracy(0.797)`.
    public init(term: Term) throws {
        let places = Measure.Place.allCases
        guard let place = places.first(where: { term.name.hasPrefix($0.rawValue + "_") }),
            term.name.count > place.rawValue.count + 1
        else {
            throw TermError.unknownName(
                term.name, kind: "figure", choices: places.map { $0.rawValue + "_accuracy" })
        }
        var reader = TermReader(term)
        guard let value = try reader.number("value", at: 0) else {
            throw TermError.missingArgument("value", of: term.name)
        }
        let key = String(term.name.dropFirst(place.rawValue.count + 1))
        self.init(Measure(place, key), value, try reader.number("highest", at: 1))
        try reader.finish()
    }

    /// The figure as a term.
    public var term: Term {
        Term(measure.name, [value, highest].compactMap(\.self).map { .init(nil, .number($0)) })
    }

    /// The figure as people write it: `0.797`, `0.21 to 0.53`.
    public var figure: String { "\(value)" + (highest.map { " to \($0)" } ?? "") }
}
