import Datasets

/// A column of the results' tables, by which rows can be sorted, too.
enum ResultsColumn: String, CaseIterable, Sendable {
    // Samples.
    case number = "no"
    case part
    case truth = "true"
    case predicted
    case confidence = "sure"
    case loss
    case text
    // Classes.
    case label = "#"
    case name
    case precision, recall, f1, support
    // Label errors.
    case suggested
    case own = "own %"
    case other = "its %"
    // Duplicates.
    case group
    // Numbers.
    case error

    /// The columns of a view.
    static func all(of view: ResultsView, chosen: ResultsState.Chosen?, in dataset: Dataset)
        -> [ResultsColumn]
    {
        let text: [ResultsColumn] = dataset.vocabulary == nil ? [] : [.text]
        if chosen != nil { return [.number, .truth, .predicted, .confidence, .loss] + text }
        switch view {
        case .mistakes, .doubts, .losses: return [.number, .truth, .predicted, .confidence, .loss] + text
        case .topics: return [.label, .name, .precision, .recall, .f1, .support]
        case .suspects: return [.number, .truth, .suggested, .own, .other] + text
        case .duplicates: return [.group, .part, .number] + (dataset.hasClasses ? [.truth] : []) + text
        case .errors: return [.number, .truth, .predicted, .error]
        case .matrix, .history, .topK, .calibration: return []
        }
    }

    /// Tells whether its entries are words, and stand at the left.
    var isText: Bool { [.part, .truth, .predicted, .text, .name, .suggested].contains(self) }

    /// The title above it.
    func title(in dataset: Dataset) -> String {
        switch self {
        case .name: dataset.nouns.label
        case .f1: "F1"
        default: rawValue
        }
    }
}
