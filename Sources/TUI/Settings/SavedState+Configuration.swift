import Training

extension SavedState {
    /// What the config file chose, of what is kept, too.
    public struct Configured: Equatable, Sendable {
        /// The theme.
        public var theme: String?
        /// The arrangement of panes.
        public var preset: Preset?
        /// How fast runs may go, as text.
        public var pace: String?

        /// Nothing.
        public init() {}

        /// Notes what a config file chooses.
        public init(_ configuration: Configuration) {
            (theme, preset, pace) = (configuration.theme, configuration.preset, configuration.pace)
        }
    }

    /// The state that a session begins with.
    ///
    /// - Parameter configuration: The config file; who has written something else there since then wants to see it.
    /// - Returns: What was kept, with what the config file newly chooses.
    public func beginning(with configuration: Configuration) -> SavedState {
        var state = self
        let (new, old) = (Configured(configuration), configured)
        if let theme = new.theme, theme != old.theme { state.theme = theme }
        if let preset = new.preset, preset != old.preset { state.layout.take(preset) }
        if let text = new.pace, text != old.pace, let pace = try? Pace(text: text) { state.pace = pace }
        state.configured = new
        return state
    }
}
