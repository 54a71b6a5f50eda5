import Datasets

/// What the inspector shows below its verdict; which of these there are follows from the samples.
enum InspectorView: String, CaseIterable, Sendable {
    /// The chosen sample: a bar for each class, one gauge, or predicted against true numbers.
    case sample
    /// How far predicted numbers are from the true ones.
    case residuals
    /// Ten pictures, each with what the network says and what it is.
    case pairs

    /// The views that samples of a data set have, the first to begin with.
    static func all(of dataset: Dataset) -> [InspectorView] {
        if case .values = dataset.train.targets { return [.sample, .residuals] }
        switch dataset.form {
        case .picture: return [.sample, .pairs]
        case .text, .point, .row: return [.sample]
        }
    }

    /// The view after it, round and round.
    func next(of dataset: Dataset) -> InspectorView {
        let all = Self.all(of: dataset)
        return all[((all.firstIndex(of: self) ?? -1) + 1) % all.count]
    }
}
