/// One of the panes.
public enum PaneID: String, CaseIterable, Sendable {
    /// The samples.
    case data
    /// The network and how it is trained.
    case model
    /// Loss and accuracy by epoch.
    case curves
    /// The network's prediction for one sample.
    case inspector
    /// A log of events, line by line.
    case log
    /// The network's results for all samples.
    case results

    /// The pane's name on the screen.
    var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
    /// The pane's place in the order, from 1: the key that goes to it.
    var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
    /// The pane that adds most to this one, where there is room for two.
    var companion: PaneID {
        switch self {
        case .data: .inspector
        case .inspector: .data
        case .results: .inspector
        case .model, .log: .curves
        case .curves: .model
        }
    }
}
