import Training

/// The beginning of a session: the state kept of the last one, and the settings of the config file.
///
/// The kept state comes first, except where the config file has been changed since: a person who writes
/// something there wants to see it.
public struct Beginning: Equatable, Sendable {
    /// The theme's name; `nil` for the one that nnboard comes with.
    public let theme: String?
    /// The panes to show, and the room of each.
    public let layout: LayoutState
    /// The highest speed of runs.
    public let pace: Pace

    /// Puts both together.
    public init(_ configuration: Configuration, _ state: SavedState) {
        func choose<Value>(_ key: String, kept: Value?, configured: Value?) -> Value? {
            guard let configured else { return kept }
            return configuration.named[key] == state.configured[key] ? kept ?? configured : configured
        }
        theme = choose("theme", kept: state.theme, configured: configuration.theme)
        pace =
            choose("pace", kept: state.pace, configured: configuration.pace)
            ?? .epochsPerSecond(5)
        let preset = configuration.preset.map { preset in
            var layout = LayoutState()
            layout.take(preset)
            return layout
        }
        layout = choose("layout", kept: state.layout, configured: preset) ?? LayoutState()
    }
}
