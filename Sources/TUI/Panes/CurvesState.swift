/// The view of the curves: which of them, along which axis, how much of it, and the place that is read.
///
/// A value with one method for each step that a key can make. What depends on where points are takes a
/// ``CurvesRuler``.
struct CurvesState: Equatable, Sendable {
    /// The axes that curves run along.
    enum XAxis: CaseIterable, Sendable {
        case epoch, step, time
    }

    /// The part of the horizontal axis that is seen.
    struct Window: Equatable, Sendable {
        /// Its length.
        var span: Double
        /// Its end; `nil` at the newest point, which then stays in view as others come.
        var end: Double?
    }

    /// The order of the table of epochs.
    struct Sorting: Equatable, Sendable {
        var column = 0
        var ascending = true
    }

    /// The chart in front where not all fit: 0 is the loss, then come the metrics.
    private(set) var front = 0
    /// Tells whether only the chart in front is shown, even where two fit.
    private(set) var isSingle = false
    /// The share of the past that a smoothed curve keeps; 0 where curves are not smoothed.
    private(set) var smoothing = 0.0
    /// Tells whether what was measured is seen behind smoothed curves.
    private(set) var showsRaw = true
    private(set) var isLogX = false
    private(set) var isLogY = false
    /// Tells whether the vertical axis shows just the values that can be seen, in place of all from 0 on.
    private(set) var fitsData = false
    private(set) var xAxis = XAxis.epoch
    /// The part that is seen; `nil` for all.
    private(set) var window: Window?
    /// The place that is read.
    private(set) var cursor: Double?
    /// The number of points at the start that are left out.
    private(set) var skip = 0
    /// Tells whether several runs are drawn as their mean and deviation.
    private(set) var showsBand = false
    /// Tells whether epochs are shown as a table in place of charts.
    private(set) var isTable = false
    /// The order of the table.
    private(set) var sorting = Sorting()
    /// The row of the table that is chosen, and the first one in sight.
    private(set) var position = ListPosition()
    /// The runs that are not drawn.
    private(set) var hidden: Set<RunID> = []
    /// The run in focus; the newest one where there is none, or it is gone.
    private(set) var focused: RunID?

    // MARK: The charts to show

    /// Turns to the next of so many charts.
    mutating func nextChart(of count: Int) { front = count > 0 ? (front + 1) % count : 0 }
    /// One chart; as many as fit.
    mutating func toggleSingle() { isSingle.toggle() }
    /// The epochs as a table; as charts.
    mutating func toggleTable() { isTable.toggle() }

    // MARK: The drawing of curves

    /// The weights that ``smoother()`` steps through.
    static let weights = [0, 0.3, 0.6, 0.8, 0.9, 0.95, 0.97, 0.99]

    /// Keeps more of the past.
    mutating func smoother() { smoothing = Self.weights.first { $0 > smoothing } ?? smoothing }
    /// Keeps less of the past.
    mutating func rougher() { smoothing = Self.weights.last { $0 < smoothing } ?? 0 }
    /// Keeps so much of the past, from 0 to 0.99.
    mutating func smooth(by weight: Double) { smoothing = weight.isFinite ? min(0.99, max(0, weight)) : 0 }
    /// Measured values behind smoothed curves; smoothed curves alone.
    mutating func toggleRaw() { showsRaw.toggle() }
    /// A logarithmic vertical axis; an even one.
    mutating func toggleLogY() { isLogY.toggle() }
    /// A logarithmic horizontal axis; an even one.
    mutating func toggleLogX() { isLogX.toggle() }
    /// Just the values that can be seen; all from 0 on.
    mutating func toggleFit() { fitsData.toggle() }
    /// Mean and deviation of the runs; the runs themselves.
    mutating func toggleBand() { showsBand.toggle() }

    /// Mean and deviation.
    mutating func showBand() { showsBand = true }

    // MARK: Leaving out the start

    /// The numbers of points that ``skipMore()`` steps through.
    private static let skips = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000]

    /// Leaves out more points at the start.
    mutating func skipMore() { skip = Self.skips.first { $0 > skip } ?? skip }
    /// Leaves out fewer points at the start.
    mutating func skipFewer() { skip = Self.skips.last { $0 < skip } ?? 0 }
    /// Leaves out so many points at the start.
    mutating func skip(_ count: Int) { skip = max(0, count) }

    /// Leaves out ten points and smooths by 0.9, as in the book (section 4.3.4); or neither.
    mutating func toggleBookView() {
        let isOn = skip == 10 && smoothing == 0.9
        skip(isOn ? 0 : 10)
        smooth(by: isOn ? 0 : 0.9)
    }

    // MARK: The axis

    /// Turns to the next of epochs, steps and time; the cursor stays at its epoch, and everything comes into view.
    ///
    /// - Parameter place: A function that finds a place of the first axis on the second.
    mutating func nextAxis(place: (_ x: Double, _ from: XAxis, _ to: XAxis) -> Double?) {
        let all = XAxis.allCases
        turn(to: all[((all.firstIndex(of: xAxis) ?? 0) + 1) % all.count], place: place)
    }

    /// Turns to an axis; see ``nextAxis(place:)``.
    mutating func turn(to axis: XAxis, place: (_ x: Double, _ from: XAxis, _ to: XAxis) -> Double?) {
        cursor = cursor.flatMap { place($0, xAxis, axis) }
        window = nil
        xAxis = axis
    }

    // MARK: Runs

    /// Brings the next of the runs into focus, or with -1 the one before.
    mutating func focusNext(_ direction: Int = 1, of runs: [RunID]) {
        let shown = runs.filter { !hidden.contains($0) }
        guard !shown.isEmpty else { return }
        let now = focused.flatMap(shown.firstIndex) ?? shown.count - 1
        focused = shown[((now + direction) % shown.count + shown.count) % shown.count]
    }

    /// Brings a run into focus, and into view.
    mutating func focus(_ run: RunID) {
        focused = run
        hidden.remove(run)
    }

    /// Takes a run out of view, or brings it back; the last one stays.
    mutating func toggleHidden(_ run: RunID, of runs: [RunID]) {
        if hidden.remove(run) == nil, runs.contains(where: { $0 != run && !hidden.contains($0) }) {
            hidden.insert(run)
            if focused == run { focused = nil }
        }
    }

    /// Brings all runs back into view.
    mutating func showAllRuns() { hidden = [] }

    // MARK: The table

    /// Moves through the table.
    mutating func moveRow(_ motion: Motion, count: Int, visible: Int) {
        position.move(motion, count: count, visible: visible)
    }

    /// Chooses a row of the table.
    mutating func chooseRow(_ row: Int, count: Int, visible: Int) {
        position.go(to: row, count: count, visible: visible)
    }

    /// Sorts the table by a column; by the same one again the other way round.
    mutating func sort(by column: Int) {
        sorting =
            sorting.column == column
            ? Sorting(column: column, ascending: !sorting.ascending) : Sorting(column: column)
    }

    /// Sorts the table by the next of so many columns.
    mutating func sortByNext(of count: Int) {
        sorting = Sorting(column: count > 0 ? (sorting.column + 1) % count : 0)
    }

    // MARK: Places

    /// Sets the window and the cursor; see `CurvesState+Places.swift` for the steps.
    mutating func place(window: Window?) { self.window = window }
    mutating func place(cursor: Double?) { self.cursor = cursor }
}
