import Datasets
import Training

/// How the results of a whole part are looked at.
struct ResultsState: Equatable, Sendable {
    /// The samples that were asked for by a cell of the matrix, or by a class.
    enum Chosen: Hashable, Sendable {
        case cell(truth: Int, predicted: Int)
        case label(Int)
    }

    /// How a table is sorted.
    struct Sorting: Hashable, Sendable {
        var column: ResultsColumn
        var ascending: Bool
    }

    /// In which order classes stand in the matrix and through time.
    enum Order: String, CaseIterable, Sendable {
        case number, size, name
    }

    /// What is shown.
    var view = ResultsView.matrix
    /// The part whose samples are shown.
    var part = DataPart.test
    /// The samples that lie over the view; `nil` where the view itself is seen.
    var chosen: Chosen?
    /// What counts are divided by.
    var normalization = ConfusionMatrix.Normalization.none
    /// How large the matrix' cells are; `nil` for as large as all of them fit.
    var zoom: ConfusionGrid.Zoom?
    /// The class in the chosen row, and in the chosen column, by their numbers.
    var truth = 0
    var predicted = 0
    var order = Order.number
    var isReversed = false
    /// Where one is in the table, and how it is sorted; `nil` for its own order.
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
