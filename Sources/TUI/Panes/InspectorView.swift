import Datasets

/// The views below the inspector's verdict; the samples decide which of them are available.
public enum InspectorView: String, CaseIterable, Sendable {
    /// The chosen sample: a bar for each class, one gauge, or predicted against true numbers.
    case sample
    /// The errors of predicted numbers.
    case residuals
    /// Ten pictures, each with what the network says and what it is.
    case pairs
    /// The words of the sample, with what each does for and against a class.
    case words
    /// The prediction for other words.
    case whatIf = "what-if"
    /// The prediction for the sample after each epoch.
    case epochs
    /// The training samples most like it.
    case nearest
    /// The outputs of the hidden units.
    case units

    /// The views that samples of a data set have, the first to begin with.
    static func all(of dataset: Dataset) -> [InspectorView] {
        if case .values = dataset.train.targets { return [.sample, .residuals] }
        switch dataset.form {
        case .picture: return [.sample, .pairs, .epochs, .nearest]
        case .text: return [.sample, .words, .whatIf, .epochs, .nearest, .units]
        case .point, .row: return [.sample]
        }
    }

    /// The view so many places further, round and round.
    func next(of dataset: Dataset, by offset: Int = 1) -> InspectorView {
        let all = Self.all(of: dataset)
        let place = (all.firstIndex(of: self) ?? -offset) + offset
        return all[(place % all.count + all.count) % all.count]
    }

    /// Tells whether it explains one prediction.
    var isExplanation: Bool {
        switch self {
        case .words, .whatIf, .epochs, .nearest, .units: true
        case .sample, .residuals, .pairs: false
        }
    }
}
