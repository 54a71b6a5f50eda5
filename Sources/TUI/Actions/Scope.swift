/// The places in which a key holds: everywhere among the panes, one pane, or something that lies over them.
public enum Scope: String, CaseIterable, Sendable {
    case everywhere
    case data, model, curves, inspector, log, results
    /// A list to choose from, the palette included.
    case menu
    /// The help.
    case help
    /// A line of text is being typed.
    case typing
    /// A question waits for yes or no.
    case question
    /// A lesson lies over the panes.
    case lesson

    init(_ pane: PaneID) {
        switch pane {
        case .data: self = .data
        case .model: self = .model
        case .curves: self = .curves
        case .inspector: self = .inspector
        case .log: self = .log
        case .results: self = .results
        }
    }

    /// Tells whether it is one of the panes.
    var isPane: Bool { PaneID(rawValue: rawValue) != nil }
}
