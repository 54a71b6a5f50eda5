import Datasets

/// A change of how the results of a whole part are looked at; the text is what follows `results` on the command line.
public enum ResultsChange: Hashable, Sendable {
    /// Shows the next view, or the one before.
    case next, previous
    /// Shows a view.
    case view(ResultsView)
    /// Takes the samples of the next part, or the one before, or of one part.
    case nextPart, previousPart
    case part(DataPart)
    /// Divides the matrix by nothing, by its rows, by its columns.
    case normalize
    /// Makes the matrix' cells larger, or smaller.
    case zoomIn, zoomOut
    /// Chooses a cell of the matrix by the numbers of the true and the predicted class.
    case cell(truth: Int, predicted: Int)
    /// Shows how sure the network is before, or after, its logits are divided by a temperature.
    case temperature
    /// Shows the samples behind what is chosen, or inspects the chosen one; begins what takes long.
    case open
}

extension ResultsChange: LosslessStringConvertible {
    private static let simple: [ResultsChange] =
        [.next, .previous, .nextPart, .previousPart, .normalize, .zoomIn, .zoomOut, .temperature, .open]
        + ResultsView.allCases.map(ResultsChange.view) + DataPart.allCases.map(ResultsChange.part)

    /// The change as text.
    public var description: String {
        switch self {
        case .next: "results next"
        case .previous: "results previous"
        case .view(let view): "results \(view.rawValue)"
        case .nextPart: "results part next"
        case .previousPart: "results part previous"
        case .part(let part): "results part \(part.rawValue)"
        case .normalize: "results normalize"
        case .zoomIn: "results zoom in"
        case .zoomOut: "results zoom out"
        case .cell(let truth, let predicted): "results cell \(truth) \(predicted)"
        case .temperature: "results temperature"
        case .open: "results open"
        }
    }

    /// Reads a change's text; `nil` where none is spelt that way.
    public init?(_ description: String) {
        let words = description.split(separator: " ")
        if let found = Self.simple.first(where: { $0.description == words.joined(separator: " ") }) {
            self = found
            return
        }
        guard words.count == 4, words.prefix(2) == ["results", "cell"],
            let truth = Int(words[2]), let predicted = Int(words[3]), truth >= 0, predicted >= 0
        else { return nil }
        self = .cell(truth: truth, predicted: predicted)
    }
}
