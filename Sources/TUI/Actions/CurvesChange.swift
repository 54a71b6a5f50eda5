/// A change of how the curves are looked at; the case's text is what follows `curves` on the command line.
public enum CurvesChange: String, CaseIterable, Sendable {
    /// Moves the cursor by a point.
    case cursorLeft = "cursor left"
    case cursorRight = "cursor right"
    /// Moves the cursor to the epoch with the lowest validation loss.
    case cursorBest = "cursor best"
    /// Takes the cursor away.
    case cursorOff = "cursor off"
    /// Shows fewer points, larger; or more of them.
    case zoomIn = "zoom in"
    case zoomOut = "zoom out"
    /// Shows all points again.
    case all
    /// Shows earlier, or later, points.
    case panLeft = "pan left"
    case panRight = "pan right"
    /// Smooths more, or less.
    case smoother, rougher
    /// Shows what was measured behind smoothed curves, or not.
    case raw
    /// Counts by epochs, steps or seconds.
    case axis
    /// Draws powers of ten at equal distances, or not, on either axis.
    case logY = "log y"
    case logX = "log x"
    /// Has the vertical axis end where the values do, or begin at 0.
    case fit
    /// Leaves out more, or fewer, points at the start.
    case skipMore = "skip more"
    case skipFewer = "skip fewer"
    /// Leaves out ten points and smooths by 0.9, as the book draws K-fold curves; or shows all as it was measured.
    case asInBook = "book"
    /// Turns to the next metric.
    case other
    /// Shows one chart only, or as many as fit.
    case single
    /// Shows the epochs as a table, or curves again.
    case table
    /// Shows the mean of all runs with its deviation, or not.
    case band
    /// Puts the next run in front.
    case nextRun = "run next"
    /// Hides the run in front.
    case hideRun = "run hide"
    /// Shows all runs again.
    case allRuns = "run all"
}
