import Datasets
import Training

/// The state that returns at the next start: layout, theme, last data set, last model, typed lines.
public struct SavedState: Equatable, Sendable {
    /// The last theme.
    public var theme: String?
    /// The settings of the config file at that time.
    public var configured: [String: String] = [:]
    /// The panes to show, and the room of each.
    public var layout: LayoutState?
    /// The last model with its data set and settings.
    public var experiment: Experiment?
    /// Tells whether its layers are a person's.
    public var hasOwnModel = false
    /// The highest speed of runs.
    public var pace: Pace?
    /// The lines written on the command line.
    public var history: [String] = []
    /// Tells whether what one needs at first has been shown.
    public var hasSeenTour = false

    /// Nothing yet.
    public init() {}

    // MARK: As text

    /// The state as a file holds it.
    public var text: String {
        var lines = ["# nnboard keeps this file; what you want to decide belongs into the config file."]
        func add(_ key: String, _ value: String?) {
            if let value, !value.isEmpty { lines.append("\(key) = \(value)") }
        }
        add("theme", theme)
        for (key, value) in configured.sorted(by: { $0.key < $1.key }) { add("configured \(key)", value) }
        if let layout {
            add("layout", layout.preset.rawValue)
            add(
                "hidden",
                PaneID.allCases.filter(layout.hidden.contains).map(\.rawValue).joined(separator: " "))
            for line in Layout.Line.allCases {
                add("line \(line.rawValue)", layout.shares[line].map { "\($0)" })
            }
        }
        add("pace", pace?.text)
        add("tour", hasSeenTour ? "seen" : nil)
        add("own model", hasOwnModel ? "yes" : nil)
        if var experiment {
            // Layers that the data set is yet to decide would be no text; they are not taken from it either.
            if experiment.model.layers.isEmpty { experiment.model.layers = Model.book(classes: 1).layers }
            for line in experiment.text.split(whereSeparator: \.isNewline) { add("experiment", String(line)) }
        }
        for line in history { add("command", line) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Reads a state's text; what can't be read is as at first.
    public init(_ text: String) {
        let file = SettingLines(text)
        theme = file["theme"]
        for line in file.lines where line.key.hasPrefix("configured ") {
            configured[String(line.key.dropFirst("configured ".count))] = line.value
        }
        layout = file["layout"].flatMap(Preset.init(rawValue:)).map { Self.layout($0, file) }
        pace = file["pace"].flatMap { try? Pace(text: $0) }
        hasSeenTour = file["tour"] == "seen"
        hasOwnModel = file["own model"] == "yes"
        let lines = file.lines.filter { $0.key == "experiment" }.map(\.value)
        if !lines.isEmpty { experiment = try? Experiment(text: lines.joined(separator: "\n")) }
        history = file.lines.filter { $0.key == "command" }.map(\.value)
    }

    private static func layout(_ preset: Preset, _ file: SettingLines) -> LayoutState {
        var layout = LayoutState()
        layout.preset = preset
        let names = file["hidden"]?.split(separator: " ").map(String.init) ?? []
        layout.hidden = Set(names.compactMap(PaneID.init(rawValue:)))
        // No pane at all can't have been meant.
        if layout.hidden.count == PaneID.allCases.count { layout.hidden = [.log, .results] }
        for line in Layout.Line.allCases {
            if let share = file["line \(line.rawValue)"].flatMap(Double.init) { layout.move(line, to: share) }
        }
        return layout
    }
}

extension Dashboard {
    /// The state worth keeping for the next start.
    public var saved: SavedState {
        var state = SavedState()
        state.theme = theme.name
        state.layout = layoutState
        state.layout?.isZoomed = false
        state.experiment = experiment
        state.hasOwnModel = hasOwnModel
        state.pace = pace
        state.history = commandHistory.lines
        state.hasSeenTour = !showsTour
        return state
    }

    /// The same, with the experiment of an earlier state as long as nobody has changed the one in its place.
    ///
    /// - Parameter awaited: The earlier state, whose data were not found; `nil` where the experiment is a person's choice.
    /// - Returns: The state to keep.
    func saved(standingInFor awaited: SavedState?) -> SavedState {
        var state = saved
        if let awaited, edits.isEmpty, named == nil, !hasOwnModel, !isChosen {
            (state.experiment, state.hasOwnModel) = (awaited.experiment, awaited.hasOwnModel)
        }
        return state
    }
}
