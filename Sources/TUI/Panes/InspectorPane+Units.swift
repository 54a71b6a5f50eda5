import Datasets
import Training

/// The outputs of the hidden units for the sample, and the samples and words that excite the chosen one.
extension InspectorPane {
    func drawUnits(_ probabilities: [Float], in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let (head, body, foot) = Self.parts(of: area)
        guard let network = age?.network, !network.model.hiddenLayers.isEmpty,
            let (layer, unit) = state.unit(of: network.model)
        else {
            drawExplainedHead(probabilities, [], in: head, on: &canvas, glyphs)
            canvas.putHint(
                ["This model has no hidden layer.", "Give it one in the Model pane to look at its units."],
                in: body)
            return
        }
        let layers = network.model.hiddenLayers
        let value =
            why.activations.indices.contains(layer) && why.activations[layer].indices.contains(unit)
            ? Format.fixed(Double(why.activations[layer][unit]), 3) : "?"
        drawExplainedHead(
            probabilities, ["\(layers[layer].name) unit \(unit) gives \(value)"], in: head, on: &canvas,
            glyphs)
        let (strips, report) = Self.unitParts(of: body)
        drawStrips(layers, (layer, unit), in: strips, on: &canvas, glyphs)
        drawReport(unit, layer, in: report, on: &canvas, glyphs)
        let up = "\(keymap.name(of: .move(.up))), \(keymap.name(of: .move(.down))): unit"
        let next = "\(keymap.name(of: .why(.next), in: .inspector)): its next \(dataset.nouns.sample)"
        let go = "\(keymap.name(of: .why(.go), in: .inspector)): go there"
        drawFoot(
            [("", "\(up); \(next); \(go)"), ("", "\(next); \(go)"), ("", go)], in: foot, on: &canvas, glyphs)
    }

    /// Divides the room: the units of all layers, and the report on one of them.
    static func unitParts(of area: Rect) -> (strips: Rect, report: Rect) {
        if area.columns >= 64 {
            let (left, right) = area.splitLeft(area.columns * 2 / 5)
            return (left.splitLeft(left.columns - 2).left, right)
        }
        let (top, rest) = area.splitTop(max(min(4, area.rows), area.rows * 2 / 5))
        return (top, rest.splitTop(rest.rows >= 4 ? 1 : 0).rest)
    }

    // MARK: Units

    /// The layers one below the other, each as lines of two cells a unit; of a layer with more lines than there is room
    /// for, those around the chosen unit.
    private func drawStrips(
        _ layers: [HiddenLayer], _ chosen: (layer: Int, unit: Int), in area: Rect, on canvas: inout Canvas,
        _ glyphs: Glyphs
    ) {
        guard area.rows >= 2, area.columns >= 2 else { return }
        /// Counts the lines of each layer where a unit has so many cells.
        func lines(_ width: Int) -> [Int] {
            let perLine = area.columns / width
            return layers.map { ($0.units + perLine - 1) / perLine }
        }
        // Two cells make a square; one has to do where that shows more layers.
        let width = lines(2).reduce(0) { $0 + $1 + 1 } <= area.rows ? 2 : 1
        let lines = lines(width)
        let wanted = lines.reduce(0) { $0 + $1 + 1 }
        var rest = area
        var before = 0
        for (layer, hidden) in layers.enumerated() {
            // If not all fit, the chosen layer has the lines that the others' heads leave.
            let own =
                wanted <= area.rows || layer == chosen.layer
                ? min(lines[layer], max(1, area.rows - (wanted <= area.rows ? 0 : layers.count))) : 0
            let (strip, below) = rest.splitTop(own + 1)
            rest = below
            let values = why.activations.indices.contains(layer) ? why.activations[layer] : []
            drawStrip(
                hidden, values, layer == chosen.layer ? chosen.unit : nil, before, width, in: strip,
                on: &canvas, glyphs)
            before += hidden.units
        }
    }

    private func drawStrip(
        _ hidden: HiddenLayer, _ values: [Float], _ chosen: Int?, _ before: Int, _ width: Int,
        in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        let perLine = max(1, area.columns / width)
        let (head, body) = area.splitTop(1)
        let finite = values.filter(\.isFinite)
        let (least, most) = (min(0, finite.min() ?? 0), finite.max() ?? 0)
        let silent = values.count { $0 == 0 }
        let facts = [
            "\(hidden.name): \(Format.fixed(Double(least), 1)) to \(Format.fixed(Double(most), 1))",
            silent > 0 ? "\(silent) silent" : "", hidden.activation.text,
        ].filter { !$0.isEmpty }.joined(separator: ", ")
        canvas.put(
            facts.clipped(to: head.columns, ellipsis: glyphs.ellipsis), head.left, head.top,
            Style(.label, chosen == nil ? [] : .bold), in: head)
        let first = max(
            0,
            min(
                (chosen ?? 0) / perLine - body.rows / 2, (values.count + perLine - 1) / perLine - body.rows)
        )
        for (unit, value) in values.enumerated() {
            let row = unit / perLine - first
            guard 0..<body.rows ~= row else { continue }
            let span = most - least
            let share = value.isFinite && span > 0 ? Double((value - least) / span) : 0
            let cell = Rect(body.left + unit % perLine * width, body.top + row, width, 1)
            let densities = glyphs.densities
            let sign = String(densities[Int((share * Double(densities.count - 1)).rounded())])
            let shade = Shade.heat(share)
            if unit == chosen {
                canvas.put(
                    width == 2 ? "[]" : "+", cell.left, cell.top, Style(.cursor, .bold).on(.ground(shade)),
                    in: cell)
            } else {
                canvas.put(
                    width == 2 ? sign + sign : sign, cell.left, cell.top,
                    Style().on(.halves(upper: shade, lower: shade)),
                    in: cell)
            }
            canvas.link(cell, to: .choose(.inspector, before + unit))
        }
    }

    // MARK: One unit

    private func drawReport(
        _ unit: Int, _ layer: Int, in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        guard let report = why.unit?.value, report.unit == unit, report.layer == layer else {
            canvas.putHint(["The \(dataset.nouns.samples) are being asked."], in: area)
            return
        }
        let (top, samples) = area.splitTop(max(0, area.rows - max(2, area.rows * 2 / 5)))
        let words = top.splitBottom(top.rows >= 5 ? 1 : 0).rest
        drawWeights(report, in: words, on: &canvas, glyphs)
        drawExcited(report, in: samples, on: &canvas, glyphs)
    }

    private func drawWeights(
        _ report: UnitReport, in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        let (head, body) = area.splitTop(1)
        let title =
            report.isDirect
            ? "largest weights" : "largest weights by way of the layers before, activations left out"
        canvas.put(
            title.clipped(to: head.columns, ellipsis: glyphs.ellipsis), head.left, head.top, Style(.label),
            in: head)
        let (left, right) = body.splitLeft(body.columns / 2)
        for (inputs, half, role) in [
            (report.positive, left, Role.positive), (report.negative, right, .negative),
        ] {
            for (line, input) in inputs.prefix(half.rows).enumerated() {
                let weight = Format.signed(Double(input.weight), 3)
                let room = half.columns - weight.columns - 3
                guard room > 0 else { continue }
                let word = dataset.word(of: Int32(input.column)).clipped(to: room, ellipsis: glyphs.ellipsis)
                canvas.put(
                    weight.leftPadded(6) + " " + word, half.left, half.top + line, Style(role), in: half)
            }
        }
    }

    private func drawExcited(
        _ report: UnitReport, in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        let rows = excitedRows(report)
        var position = ListPosition()
        position.go(to: state.unitSample, count: rows.count, visible: Table.capacity(area))
        Table(
            columns: [
                .init(title: "gives"), .init(title: "train"),
                .init(title: dataset.nouns.label, alignment: .left), .init(title: "text", alignment: .left),
            ], rows: rows.count, position: position, isFocused: isFocused,
            entry: { row, column in rows[row][column] },
            command: { row in
                report.samples.indices.contains(row) ? .select(.train, report.samples[row].row) : nil
            }
        ).draw(in: area, on: &canvas, glyphs)
    }

    /// The rows of the samples that excite the unit most: its output, then number, class and text.
    func excitedRows(_ report: UnitReport) -> [[String]] {
        report.samples.map {
            [
                Format.fixed(Double($0.activation), 3), "\($0.row)",
                dataset.truth(of: $0.row, in: dataset.train), start(ofText: $0.row),
            ]
        }
    }
}
