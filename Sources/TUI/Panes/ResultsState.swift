import Datasets
import Training

/// The state of the results pane: its view, with choices and places in it.
struct ResultsState: Equatable, Sendable {
    /// The samples that were asked for by a cell of the matrix, or by a class.
    enum Chosen: Hashable, Sendable {
        case cell(truth: Int, predicted: Int)
        case label(Int)
    }

    /// The order of a table.
    struct Sorting: Hashable, Sendable {
        var column: ResultsColumn
        var ascending: Bool
    }

    /// The orders of classes in the matrix and through time.
    enum Order: String, CaseIterable, Sendable {
        case number, size, name
    }

    /// The view of the pane.
    var view = ResultsView.matrix
    /// The part whose samples are shown.
    var part = DataPart.test
    /// The samples that lie over the view; `nil` where the view itself is seen.
    var chosen: Chosen?
    /// The sums that the counts are divided by.
    var normalization = ConfusionMatrix.Normalization.none
    /// The size of the matrix' cells; `nil` for the largest at which all of them fit.
    var zoom: ConfusionGrid.Zoom?
    /// The class in the chosen row, and in the chosen column, by their numbers.
    var truth = 0
    var predicted = 0
    var order = Order.number
    var isReversed = false
    /// The place in the table, and the order of its rows; `nil` for the table's own order.
    var position = ListPosition()
    var sorting: Sorting?
    /// Tells whether confidence is shown as it is after temperature scaling.
    var isScaled = false

    /// Shows another view, from its beginning.
    mutating func turn(to view: ResultsView) {
        self.view = view
        (chosen, sorting, position) = (nil, nil, ListPosition())
    }

    /// Shows the samples of a cell or class over the view.
    mutating func open(_ chosen: Chosen) {
        self.chosen = chosen
        (sorting, position) = (nil, ListPosition())
    }
}
