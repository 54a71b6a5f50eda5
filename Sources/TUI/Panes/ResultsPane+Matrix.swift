import Datasets
import Glibc
import Training

/// The confusion matrix.
extension ResultsPane {
    /// The matrix in the order of the classes; `nil` where there is none.
    var grid: ConfusionGrid? {
        guard let results else { return nil }
        let matrix = results.matrix
        let order = order.filter { $0 < matrix.classes }
        let normalization = state.normalization
        let isWhole = normalization == .none
        let most = Double(matrix.counts.max() ?? 0)
        var grid = ConfusionGrid(
            classes: order.count, names: order.map { dataset.name(of: $0) },
            text: { row, column in
                let value = matrix.value(order[row], order[column], normalization)
                guard value > 0 else { return "" }
                return isWhole ? "\(Int(value))" : Format.fixed(value * 100, 0)
            },
            share: { row, column in
                let value = matrix.value(order[row], order[column], normalization)
                // A few large classes would leave all others in the dark.
                return isWhole ? log(1 + value) / log(1 + max(1, most)) : value
            },
            chosen: (order.firstIndex(of: state.truth) ?? 0, order.firstIndex(of: state.predicted) ?? 0),
            zoom: state.zoom,
            command: { .results(.cell(truth: order[$0], predicted: order[$1])) })
        grid.heads = order.map { "\($0)" }
        return grid
    }

    func drawMatrix(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        grid?.draw(in: area, on: &canvas, glyphs)
    }

    /// The chosen cell in words: `true 4 acq, predicted 3 earn: 12 of 105 (11.4 %)`.
    var cellWords: String {
        guard let matrix = results?.matrix, state.truth < matrix.classes, state.predicted < matrix.classes
        else { return "" }
        let count = matrix[state.truth, state.predicted]
        let ofColumn = state.normalization == .columns
        let whole = ofColumn ? matrix.predicted[state.predicted] : matrix.support[state.truth]
        let share =
            whole > 0
            ? " (\(Format.percent(Double(count) / Double(whole)))\(ofColumn ? " of all predicted so" : ""))"
            : ""
        let (truth, predicted) = (dataset.name(of: state.truth), dataset.name(of: state.predicted))
        let what =
            state.truth == state.predicted
            ? "right: true and predicted \(truth)" : "true \(truth), predicted \(predicted)"
        return "\(what): \(Format.grouped(count)) of \(Format.grouped(whole))\(share)"
    }

    /// How to read the matrix.
    var matrixNote: String {
        let shades =
            switch state.normalization {
            case .none: "counts, shaded by their logarithms"
            case .rows: "% of the true \(dataset.nouns.label) (recall on the diagonal)"
            case .columns: "% of the predicted \(dataset.nouns.label) (precision on the diagonal)"
            case .all: "% of all"
            }
        return "rows true, columns predicted, by \(state.order.rawValue); \(shades)"
    }

    /// The matrix with its classes' names.
    var matrixTable: ExportTable? {
        guard let matrix = results?.matrix else { return nil }
        let order = order.filter { $0 < matrix.classes }
        let rows = order.map { truth in
            [dataset.classes[truth]]
                + order.map { predicted in
                    state.normalization == .none
                        ? "\(matrix[truth, predicted])"
                        : "\(matrix.value(truth, predicted, state.normalization))"
                }
        }
        return ExportTable(columns: ["true \\ predicted"] + order.map { dataset.classes[$0] }, rows: rows)
    }
}
