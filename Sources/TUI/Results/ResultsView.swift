import Datasets

/// The views in which the results pane shows a whole part.
public enum ResultsView: String, CaseIterable, Sendable {
    /// The numbers of samples of each class that are taken for each class.
    case matrix
    /// Precision, recall and F1 of each class.
    case topics
    /// The same through all epochs.
    case history
    /// The share of samples whose class is among the likeliest.
    case topK = "top-k"
    /// The share that is right of the answers of which the network is so sure.
    case calibration
    /// Samples that are worth a look.
    case mistakes, doubts, losses
    /// Labels that are likely to be wrong.
    case suspects
    /// Samples that are exactly alike.
    case duplicates
    /// The errors of predicted numbers.
    case errors

    /// The views that there are of a data set, the first to begin with.
    static func all(of dataset: Dataset) -> [ResultsView] {
        dataset.hasClasses ? allCases.filter { $0 != .errors } : [.errors, .duplicates]
    }

    /// The view so many places further, round and round.
    func neighbour(_ offset: Int, of dataset: Dataset) -> ResultsView {
        let all = Self.all(of: dataset)
        guard let place = all.firstIndex(of: self) else { return all[0] }
        return all[(place + offset + all.count) % all.count]
    }

    /// The name on the screen.
    var title: String {
        switch self {
        case .matrix: "matrix"
        case .topics: "by class"
        case .history: "F1 by epoch"
        case .topK: "top-k"
        case .calibration: "calibration"
        case .mistakes: "mistakes"
        case .doubts: "doubts"
        case .losses: "losses"
        case .suspects: "label errors"
        case .duplicates: "duplicates"
        case .errors: "errors"
        }
    }

    /// A description of the view, in a line.
    var help: String {
        switch self {
        case .matrix: "confusion matrix"
        case .topics: "precision, recall and F1 by class"
        case .history: "F1 by class through all epochs"
        case .topK: "top-k accuracy, and guessing"
        case .calibration: "reliability diagram, calibration error"
        case .mistakes: "most confident mistakes"
        case .doubts: "least confident hits"
        case .losses: "highest losses"
        case .suspects: "likely label errors"
        case .duplicates: "exact duplicates"
        case .errors: "largest errors"
        }
    }

    /// Tells whether it shows samples of the chosen part, as the network sees them.
    var needsNetwork: Bool { self != .suspects && self != .duplicates }
}
