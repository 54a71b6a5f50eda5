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
        guard let grid else { return }
        grid.draw(in: area, on: &canvas, glyphs)
        let below = area.splitTop(grid.parts(of: area).body.bottom - area.top).rest
        drawConfusions(in: below.splitTop(1).rest, on: &canvas, glyphs)
    }

    /// Draws the most frequent mistakes, where there is room below the matrix.
    private func drawConfusions(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let confusions = confusions
        guard area.rows >= 3, !confusions.isEmpty else { return }
        canvas.put("mistaken most often", area.left, area.top, Style(.label), in: area)
        let width = "\(confusions[0].count)".columns
        for (line, confusion) in confusions.prefix(area.rows - 1).enumerated() {
            let row = Rect(area.left, area.top + 1 + line, area.columns, 1)
            let isChosen = confusion.truth == state.truth && confusion.predicted == state.predicted
            let text =
                "\(confusion.count)".leftPadded(width)
                + "  \(dataset.name(of: confusion.truth)) taken for \(dataset.name(of: confusion.predicted))"
            canvas.put(
                text.clipped(to: row.columns, ellipsis: glyphs.ellipsis), row.left, row.top,
                Style(isChosen ? .accent : .text, isChosen ? .bold : []), in: row)
            canvas.link(row, to: .results(.cell(truth: confusion.truth, predicted: confusion.predicted)))
        }
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

    /// A sentence on how to read the matrix.
    var matrixNote: String {
        let shades =
            switch state.normalization {
            case .none: "counts, log shades"
            case .rows: "% of the true \(dataset.nouns.label)"
            case .columns: "% of the predicted \(dataset.nouns.label)"
            case .all: "% of all"
            }
        return "\(shades); rows true, columns predicted; by \(state.order.rawValue)"
    }

    /// The confused pairs of classes, the most frequent first.
    var confusions: [(truth: Int, predicted: Int, count: Int)] {
        guard let matrix = results?.matrix else { return [] }
        return (0..<matrix.classes * matrix.classes)
            .filter { $0 / matrix.classes != $0 % matrix.classes && matrix.counts[$0] > 0 }
            .sorted { (matrix.counts[$0], $1) > (matrix.counts[$1], $0) }
            .map { ($0 / matrix.classes, $0 % matrix.classes, matrix.counts[$0]) }
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
