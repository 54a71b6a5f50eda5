import Datasets
import Training

/// The content of the pane in focus, on the clipboard and in files.
extension Dashboard {
    mutating func copy(_ form: CopyForm) -> [Effect] {
        switch form {
        case .text: return [.copy(shown, of: focus.title)]
        case .csv:
            guard let table = table(of: focus) else { return refuseTable() }
            return [.copy(table.csv, of: "\(focus.title) as CSV")]
        }
    }

    /// Writes the pane in focus to a file: the one that is named, or else the next of the pane's own.
    mutating func export(_ form: ExportForm, to file: FileArgument?) -> [Effect] {
        let name = "nnboard-\(focus.rawValue)"
        let content: Effect.Content
        switch form {
        case .csv:
            guard let table = table(of: focus) else { return refuseTable() }
            content = .csv(table)
        case .svg: content = .svg(picture, theme)
        case .png: content = .png(picture, theme)
        }
        return carryOut(.export(content, title: name, to: file))
    }

    private mutating func refuseTable() -> [Effect] {
        complain("\(focus.title) has no table to take along yet.")
        return []
    }

    /// The pane in focus as it stands on the screen, with its frame.
    private var picture: Canvas {
        guard let area = layout.panes[focus] else { return Canvas(Size(0, 0)) }
        var still = self
        (still.overlay, still.notice, still.showsTour) = (nil, nil, false)
        return still.draw().part(area)
    }

    /// The text in the pane in focus, without its frame.
    private var shown: String {
        guard let area = layout.panes[focus] else { return "" }
        let inside = Frame.inside(area)
        return picture.text(
            in: Rect(inside.left - area.left, inside.top - area.top, inside.columns, inside.rows))
    }

    /// Tabulates the content of a pane: all of it, not only the part that fits.
    func table(of pane: PaneID) -> ExportTable? {
        guard let dataset else { return nil }
        switch pane {
        case .data:
            return tableOfSamples(in: dataset)
        case .model:
            let rows = experiment.model.summary(inputs: dataset.train.inputs.columns).map {
                [$0.name, "\($0.units)", $0.detail, $0.outputShape, "\($0.parameters)"]
            }
            return ExportTable(columns: ["layer", "units", "activation", "output", "parameters"], rows: rows)
        case .curves:
            guard let pane = curvesPane, !pane.runs.isEmpty else { return nil }
            return curves.isTable ? pane.exportTableOfEpochs : pane.exportTable()
        case .inspector:
            return tableOfAnswers(in: dataset)
        case .results: return resultsPane(on: dataset).exportTable
        case .log:
            let rows = log.entries.map { [Format.fixed($0.seconds, 1), "\($0.kind)", $0.text] }
            return ExportTable(columns: ["seconds", "kind", "text"], rows: rows)
        }
    }
}
