import Datasets
import Training

/// The network as a table, and below it how it is trained.
struct ModelPane: Pane {
    let experiment: Experiment
    let pace: Pace
    /// The number of inputs in each sample.
    let inputs: Int
    /// The problems of the model, if it has any.
    let problems: [ModelProblem]
    let state: ModelState
    let isFocused: Bool
    /// The size of each layer's gradient, epoch by epoch, by the layer's name; of the last run.
    var gradients: [String: [Double]] = [:]

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let settingsRows = ModelField.settings(of: experiment).count
        let chosen = state.layer(in: experiment)
        // On a small screen the half one is in goes first.
        let isTall = area.rows >= settingsRows + 4
        let complaintRows = problems.isEmpty ? 0 : min(3, max(1, area.rows / 4))
        let (main, complaints) = area.splitBottom(complaintRows)
        if isTall {
            let (table, settings) = main.splitTop(
                min(experiment.model.layers.count + 3, main.rows - settingsRows - 1))
            drawTable(in: table, on: &canvas, glyphs)
            let gap = main.rows - table.rows - settingsRows >= 1 ? 1 : 0
            drawSettings(in: settings.splitTop(gap).rest, on: &canvas, glyphs)
        } else if chosen != nil {
            drawTable(in: main, on: &canvas, glyphs)
        } else {
            drawSettings(in: main, on: &canvas, glyphs)
        }
        drawProblems(in: complaints, on: &canvas, glyphs)
    }

    // MARK: Layers

    private struct Columns {
        var name: Int
        var units: Int
        var activation: Int
        var shape: Int
        var parameters: Int

        /// From the left edge to the end of the last column.
        var width: Int { 1 + name + units + activation + shape + parameters }

        init(_ total: Int) {
            name = total >= 60 ? 14 : total >= 34 ? 9 : 8
            units = 7
            activation = total >= 60 ? 14 : total >= 34 ? 11 : 8
            // The right-hand columns go first where there is no room.
            let basis = name + units + activation + 1
            parameters = total >= basis + 10 ? 10 : 0
            shape =
                parameters > 0 && total >= basis + parameters + 12 ? 12 + min(8, (total - basis - 22) / 3) : 0
        }
    }

    private func drawTable(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard !area.isEmpty else { return }
        let columns = Columns(area.columns)
        let summary = experiment.model.summary(inputs: inputs)
        var (head, body) = area.splitTop(area.rows >= 3 ? 1 : 0)
        put(
            ["layer", "units", "activation", "output", "parameters"], columns, head, Style(.label),
            on: &canvas)
        if let room = gradientRoom(columns, in: head), !gradients.isEmpty {
            canvas.put("gradient", room.left, room.top, Style(.label), in: room)
        }
        let foot: Rect
        (body, foot) = body.splitBottom(body.rows >= 2 ? 1 : 0)
        let top = max(0, min(state.row, summary.count - 1) - body.rows + 1)
        for (line, index) in summary.indices.dropFirst(top).prefix(body.rows).enumerated() {
            let row = Rect(body.left, body.top + line, body.columns, 1)
            drawLayer(summary[index], index, columns, row, on: &canvas, glyphs)
            drawGradient(of: summary[index], columns, row, on: &canvas, glyphs)
            canvas.link(row, to: .choose(.model, index))
        }
        guard !foot.isEmpty else { return }
        let line = foot.top - max(0, body.rows - summary.count)
        let total = "total " + Format.grouped(experiment.model.parameterCount(inputs: inputs))
        let layers = Format.count(summary.count, "layer", "layers")
        let facts = "\(layers)\(glyphs.separator)\(Format.grouped(inputs)) inputs"
        let right = columns.parameters > 0 ? area.left + columns.width : area.right
        let start = max(foot.left + 1, right - total.columns)
        canvas.put(total, start, line, Style(.text, .bold), in: area)
        // The size of the network matters more than its make-up, which stands above.
        guard foot.left + 1 + facts.columns < start else { return }
        canvas.put(facts, foot.left + 1, line, Style(.label), in: area)
    }

    /// The room to the right of the last column in a line, where it is enough for a small curve.
    private func gradientRoom(_ columns: Columns, in row: Rect) -> Rect? {
        let left = row.left + columns.width + 2
        guard columns.parameters > 0, row.right - left >= 12, !row.isEmpty else { return nil }
        return Rect(left, row.top, min(40, row.right - left), 1)
    }

    private func drawGradient(
        of layer: LayerSummary, _ columns: Columns, _ row: Rect, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        guard let values = gradients[layer.name], let room = gradientRoom(columns, in: row) else { return }
        Sparkline(values: values, style: Style(.trainingCurve), format: { Format.fixed($0, 2) })
            .draw(in: room, on: &canvas, glyphs)
    }

    /// The number of units, in the digits that the column has.
    private func unitsText(_ units: Int, _ columns: Columns) -> String {
        let text = Format.grouped(units)
        return text.columns < columns.units ? text : Format.short(Double(units))
    }

    private func drawLayer(
        _ layer: LayerSummary, _ index: Int, _ columns: Columns, _ row: Rect, on canvas: inout Canvas,
        _ glyphs: Glyphs
    ) {
        let isChosen = state.row == index
        let surface: Surface = isChosen && isFocused ? .quietSelection : .background
        if isChosen && isFocused { canvas.lay(surface, under: row) }
        let hasProblem = problems.contains { $0.place == .layer(index) }
        // If nothing stands to the right of it, an activation may be as long as the row.
        let room =
            columns.parameters > 0
            ? columns.activation - 1 : row.columns - 1 - columns.name - columns.units
        // The cost of large weights stands behind the activation, and in its place while one is on it.
        let l2 = experiment.model.layers[index].l2 ?? 0
        let isOnL2 = isChosen && isFocused && state.column > 1
        let cost = l2 > 0 || isOnL2 ? "l2 \(Format.significant(l2, 4))" : ""
        let detail = isOnL2 ? cost : cost.isEmpty ? layer.detail : "\(layer.detail), \(cost)"
        put(
            [
                layer.name.clipped(to: columns.name - 1, ellipsis: glyphs.ellipsis),
                unitsText(layer.units, columns),
                detail.clipped(to: room, ellipsis: glyphs.ellipsis), layer.outputShape,
                Format.grouped(layer.parameters),
            ], columns, row, Style(hasProblem ? .error : .text, on: surface), on: &canvas)
        guard isChosen else { return }
        canvas.put(glyphs.pointer, row.left, row.top, Style(.accent, on: surface), in: row)
        guard isFocused else { return }
        let left = row.left + 1 + columns.name
        let cell =
            state.column == 0
            ? Rect(left, row.top, columns.units - 1, 1)
            : Rect(left + columns.units, row.top, columns.activation - 1, 1)
        canvas.lay(.selection, under: cell.intersection(row))
    }

    private func put(
        _ texts: [String], _ columns: Columns, _ row: Rect, _ style: Style, on canvas: inout Canvas
    ) {
        guard !row.isEmpty else { return }
        var column = row.left + 1
        canvas.put(texts[0], column, row.top, style, in: row)
        column += columns.name
        canvas.put(texts[1].leftPadded(columns.units - 2), column, row.top, style, in: row)
        column += columns.units
        canvas.put(texts[2], column, row.top, style, in: row)
        column += columns.activation
        if columns.shape > 0 { canvas.put(texts[3], column, row.top, style, in: row) }
        column += columns.shape
        if columns.parameters > 0 {
            canvas.put(texts[4].leftPadded(columns.parameters), column, row.top, style, in: row)
        }
    }

    // MARK: Settings

    private func drawSettings(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let layers = experiment.model.layers.count
        let top = max(0, state.row - layers - area.rows + 1)
        let narrow = area.columns < 36
        let leftWidth = narrow ? area.columns : area.columns * 62 / 100
        for (line, (index, fields)) in Array(ModelField.settings(of: experiment).enumerated()).dropFirst(top)
            .prefix(
                area.rows
            )
            .enumerated()
        {
            let row = Rect(area.left, area.top + line, area.columns, 1)
            canvas.link(row, to: .choose(.model, layers + index))
            for (column, field) in fields.enumerated() {
                let isChosen = state.row == layers + index && min(state.column, fields.count - 1) == column
                // With room for one field only, the row shows the one that is chosen.
                if narrow, state.row == layers + index ? !isChosen : column > 0 { continue }
                let cell =
                    fields.count == 1 || narrow
                    ? row
                    : column == 0
                        ? Rect(row.left, row.top, leftWidth, 1)
                        : Rect(row.left + leftWidth, row.top, row.columns - leftWidth, 1)
                drawField(field, nameWidth: column == 0 ? 14 : 11, isChosen, cell, on: &canvas, glyphs)
            }
        }
    }

    private func drawField(
        _ field: ModelField, nameWidth: Int, _ isChosen: Bool, _ cell: Rect, on canvas: inout Canvas,
        _ glyphs: Glyphs
    ) {
        if isChosen { canvas.put(glyphs.pointer, cell.left, cell.top, Style(.accent), in: cell) }
        canvas.put(field.name(in: experiment), cell.left + 1, cell.top, Style(.label), in: cell)
        let value = field.value(in: experiment, pace: pace)
        let left = cell.left + 1 + nameWidth
        let room = cell.right - left - 1
        let text = value.clipped(to: room, ellipsis: glyphs.ellipsis)
        let hasProblem = problems.contains { $0.place == field.place }
        canvas.put(text, left, cell.top, Style(hasProblem ? .error : .text), in: cell)
        if isChosen, isFocused {
            canvas.lay(.selection, under: Rect(left, cell.top, max(1, text.columns), 1).intersection(cell))
        }
    }

    private func drawProblems(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let lines = problems.flatMap { problem in
            WrappedText("\(glyphs.verdict.wrong) \(problem.message)", columns: area.columns).lines
        }
        for (index, line) in lines.prefix(area.rows).enumerated() {
            canvas.put(line, area.left, area.top + index, Style(.error), in: area)
        }
    }
}
