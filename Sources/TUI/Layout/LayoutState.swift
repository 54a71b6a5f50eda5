/// The panes that a person wants to see, and the room of each.
public struct LayoutState: Equatable, Sendable {
    /// The arrangement that it began with.
    public internal(set) var preset = Preset.train
    /// The panes that are off the screen; the one in focus is shown nevertheless.
    public internal(set) var hidden: Set<PaneID> = [.log, .results]
    /// Tells whether the pane in focus has the whole screen.
    public internal(set) var isZoomed = false
    /// The share of the first part on both sides of a line that was moved; lines that were not have shares that suit
    /// the screen.
    public internal(set) var shares: [Layout.Line: Double] = [:]

    /// The panes as they are at first.
    public init() {}

    /// Takes an arrangement.
    mutating func take(_ preset: Preset) {
        self = LayoutState()
        self.preset = preset
        switch preset {
        case .train: break
        case .inspect:
            hidden = [.model, .log, .results]
            shares = [.columns: 0.5, .right: 0.36]
        case .data:
            hidden = [.model, .curves, .log, .results]
            shares = [.columns: 0.62]
        }
    }

    /// Moves a line; each side keeps at least a tenth.
    mutating func move(_ line: Layout.Line, to share: Double) {
        guard share.isFinite else { return }
        shares[line] = min(0.9, max(0.1, share))
    }

    /// Takes a pane off the screen, or brings it back.
    mutating func toggle(_ pane: PaneID) {
        if hidden.remove(pane) == nil { hidden.insert(pane) }
        // Something has to be there.
        if hidden.count == PaneID.allCases.count { hidden.remove(pane == .data ? .curves : .data) }
    }
}
