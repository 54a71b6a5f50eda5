import Datasets
import Training

/// The inspector of points in a plane: the network's prediction for the chosen one, and for the whole plane.
struct PointsPane: Pane {
    let dataset: Dataset
    let part: DataPart
    /// The number of the chosen point within its split.
    let row: Int?
    let plane: PlaneState
    /// The newest network, and how far it has been trained.
    let snapshot: Snapshot?
    /// Its prediction for the chosen point.
    let probabilities: [Float]?
    /// The result on the test points.
    let test: Metrics?
    /// Tells whether the pane has the whole screen, and shows all pictures that fit.
    let isZoomed: Bool
    /// The keymap, for the names of keys that the pane speaks of.
    var keymap = Keymap()

    /// Tells whether a data set is shown by this pane: points that belong to classes.
    static func shows(_ dataset: Dataset) -> Bool {
        guard dataset.form == .point, case .dense = dataset.train.inputs, case .labels = dataset.train.targets
        else { return false }
        return !dataset.classes.isEmpty
    }

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let parts = parts(of: area)
        drawHead(in: parts.head, on: &canvas, glyphs)
        drawFoot(in: parts.foot, on: &canvas, glyphs)
        for section in parts.sections {
            drawTitle(of: section, on: &canvas, glyphs)
            if let reason = lack(of: section.view) {
                canvas.putHint(reason, in: section.body)
                continue
            }
            for picture in pictures(in: section) {
                drawCaption(of: picture, on: &canvas, glyphs)
                scatter(of: picture).draw(in: picture.area, on: &canvas, glyphs)
            }
        }
    }

    /// The reason that there is nothing to be seen in a view.
    private func lack(of view: PlaneState.View) -> [String]? {
        guard view != .regions else { return nil }
        guard let model = snapshot?.network.model else {
            return [
                "No network yet.",
                "Press \(keymap.name(of: .train)) to train one: then this shows what its units give.",
            ]
        }
        guard !isLost else { return ["The units give no numbers."] }
        guard let hidden = plane.hidden(of: model) else {
            return [
                "The network has no hidden layer.", "Add one in the Model pane, and train it.",
            ]
        }
        guard view == .outputs, hidden.units != 2 else { return nil }
        return [
            "\(hidden.name) has \(Format.count(hidden.units, "unit", "units")): only two make a plane.",
            model.hiddenLayers.count > 1
                ? "\(keymap.name(of: .plane(.layer), in: .inspector)) looks at the next hidden layer."
                : "Give it 2 units in the Model pane, and train it, to see what the outputs make of them.",
        ]
    }

    /// Tells whether the network's weights are no numbers any more.
    private var isLost: Bool { plane.maps.sources != nil && snapshot?.network.isFinite == false }

    // MARK: Words

    private func drawHead(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard !area.isEmpty else { return }
        var line = area.splitTop(1).top
        if let verdict = verdict(glyphs) {
            let column = canvas.put(
                verdict.text.clipped(to: line.columns, ellipsis: glyphs.ellipsis), line.left, line.top,
                Style(verdict.role, .bold), in: line)
            canvas.put(
                verdict.rest.clipped(to: line.right - column, ellipsis: glyphs.ellipsis), column, line.top,
                Style(verdict.role == .error ? .truth : verdict.role), in: line)
        }
        guard area.rows >= 2, let row else { return }
        line = Rect(area.left, area.top + 1, area.columns, 1)
        let mark = dataset.split(of: part).mark(row)
        let names = dataset.features.count == 2 ? dataset.features.map(\.name) : ["x", "y"]
        let facts = [
            "\(part.rawValue) \(row)",
            "\(names[0]) \(Format.fixed(mark.x, 2)), \(names[1]) \(Format.fixed(mark.y, 2))", age,
        ]
        canvas.put(
            facts.joined(separator: glyphs.separator).clipped(to: line.columns, ellipsis: glyphs.ellipsis),
            line.left, line.top, Style(.label), in: line)
    }

    /// The network's answer for the chosen point, and the right one.
    private func verdict(_ glyphs: Glyphs) -> (text: String, rest: String, role: Role)? {
        guard snapshot != nil else {
            return ("No network yet: \(keymap.name(of: .train)) trains one.", "", .label)
        }
        guard !isLost else {
            return ("The network's outputs are no numbers: try a smaller learning rate.", "", .error)
        }
        guard let row else { return ("No \(dataset.nouns.sample) is chosen.", "", .label) }
        guard let probabilities, let predicted = Network.likeliest(probabilities) else { return nil }
        func words(_ label: Int) -> String {
            let share = probabilities.indices.contains(label) ? Double(probabilities[label]) : .nan
            return "\(dataset.nouns.label) \(name(of: label))  \(Format.percent(share))"
        }
        let truth = Int(dataset.split(of: part).labels[row])
        return predicted == truth
            ? ("\(glyphs.verdict.right) \(words(predicted))", "  right", .success)
            : ("\(glyphs.verdict.wrong) \(words(predicted))", "  wrong: it is \(words(truth))", .error)
    }

    private func name(of label: Int) -> String {
        dataset.classes.indices.contains(label) ? dataset.classes[label] : "\(label)"
    }

    /// The time in the network's training, in words.
    private var age: String {
        guard let snapshot else { return "untrained" }
        let epochs = "after \(Format.count(snapshot.epochs, "epoch", "epochs"))"
        guard snapshot.batches > 0 else { return epochs }
        return "\(epochs) and \(Format.count(snapshot.batches, "batch", "batches"))"
    }

    private func drawFoot(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard let test else { return }
        let accuracy = test.accuracy.map { ", accuracy \(Format.percent($0))" } ?? ""
        let text = "test: loss \(Format.fixed(test.loss, 4))\(accuracy)"
        canvas.put(
            text.clipped(to: area.columns, ellipsis: glyphs.ellipsis), area.left, area.top,
            Style(.text, .bold), in: area)
    }

    private func drawTitle(of section: Section, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let hidden = snapshot.flatMap { plane.hidden(of: $0.network.model) }
        let name = hidden?.name ?? "hidden layer"
        let shown = pictures(in: section).count
        let text: String
        switch section.view {
        case .regions: text = "regions"
        case .units:
            let all = hidden.map { Format.count($0.units, "unit", "units") } ?? "units"
            let count = hidden.map { shown < $0.units ? "\(shown) of \(all)" : all } ?? all
            text = "\(name): what its \(count) \(hidden?.units == 1 ? "gives" : "give")"
        case .outputs: text = "what the outputs make of \(name)"
        }
        canvas.put(
            text.clipped(to: section.title.columns, ellipsis: glyphs.ellipsis), section.title.left,
            section.title.top, Style(.title), in: section.title)
    }

    /// Draws the name of a picture, between the ends of its scale.
    private func drawCaption(of picture: Picture, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard let unit = picture.unit, let ground = ground(of: picture) else { return }
        let area = picture.caption
        let name = picture.view == .units ? "unit \(unit + 1)" : outputName(unit)
        let (low, high) = (ground.range.lowerBound, ground.range.upperBound)
        var column = canvas.put(
            name.clipped(to: area.columns, ellipsis: glyphs.ellipsis), area.left, area.top, Style(.accent),
            in: area)
        let numbers = (Format.fixed(low, 1), Format.fixed(high, 1))
        if low == high {
            canvas.put("  \(numbers.0) everywhere", column, area.top, Style(.label), in: area)
            return
        }
        let scale = 4
        let width = numbers.0.columns + numbers.1.columns + scale + 4
        guard column + width <= area.right else {
            // Without the colours, and without the digits that don't matter.
            let short = [1, 0].map { "  \(Format.fixed(low, $0)) to \(Format.fixed(high, $0))" }
            let text = short.first { column + $0.columns <= area.right } ?? ""
            canvas.put(text, column, area.top, Style(.label), in: area)
            return
        }
        column = canvas.put("  \(numbers.0) ", column, area.top, Style(.label), in: area)
        for step in 0..<scale {
            let share = Double(step) / Double(scale - 1)
            canvas[column + step, area.top] = ScatterGround.cell(ofShares: share, share, glyphs)
        }
        canvas.put(" \(numbers.1)", column + scale, area.top, Style(.label), in: area)
    }

    /// The answer that an output stands for: a class, or yes.
    private func outputName(_ unit: Int) -> String {
        let isSingle = plane.maps.outputs.count == 1
        return "\(dataset.nouns.label) \(name(of: isSingle ? 1 : unit))"
    }
}
