import Datasets

/// A place one came from and goes back to with Escape.
struct TrailStep: Equatable, Sendable {
    /// The pane that was in focus.
    var focus: PaneID
    /// Tells whether it had the whole screen.
    var isZoomed: Bool
    /// The state of the results pane.
    var results: ResultsState
    /// The state of the inspector.
    var inspector: InspectorState
    /// The sample that was chosen.
    var part: DataPart
    var row: Int?
}

extension Dashboard {
    /// Remembers where one is, before one goes somewhere else.
    mutating func leaveTrail() {
        trail.append(
            TrailStep(
                focus: focus, isZoomed: layoutState.isZoomed, results: results, inspector: inspector,
                part: samples.part,
                row: samples.selected))
    }

    /// Goes back to where one was; false where one has come from nowhere.
    mutating func goBackOnTrail() -> Bool {
        guard let step = trail.popLast() else { return false }
        (focus, results, inspector) = (step.focus, step.results, step.inspector)
        layoutState.isZoomed = step.isZoomed
        if let row = step.row, step.part != samples.part || row != samples.selected {
            _ = show(row, of: step.part)
        }
        return true
    }

    /// Chooses a sample in the Data pane, listing its part without a filter where it is not listed.
    ///
    /// - Returns: True if the part has such a sample.
    mutating func show(_ row: Int, of part: DataPart) -> Bool {
        if samples.part != part || !samples.rows.contains(row) { list(part: part) }
        guard samples.select(row, visible: listRows) else { return false }
        predict()
        return true
    }
}
