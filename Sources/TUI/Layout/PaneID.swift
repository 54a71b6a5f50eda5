/// One of the panes.
public enum PaneID: String, CaseIterable, Sendable {
    /// The samples.
    case data
    /// The network and how it is trained.
    case model
    /// Loss and accuracy by epoch.
    case curves
    /// What the network makes of one sample.
    case inspector
    /// What has happened, line by line.
    case log
    /// What the network makes of all samples.
    case results

    /// The pane's name on the screen.
    var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
    /// The pane's place in the order, from 1: the key that goes to it.
    var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
    /// The pane that says most beside this one, where there is room for two.
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
