import Datasets
import Training

/// Numbers that were to be learnt: the predicted one against the true one, and the same for the whole part.
extension InspectorPane {
    func drawValues(
        _ outputs: [Float], _ row: Int, in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        let features = dataset.learnt
        let truths = dataset.values(of: row, in: split)
        guard let feature = features.first, let predicted = outputs.first, let truth = truths.first else {
            return
        }
        let (head, body, foot) = Self.parts(of: area)
        drawVerdict(
            zip(features, outputs).map { $0.text($1) }.joined(separator: ", "),
            "true \(dataset.truth(of: row, in: split)), \(Self.error(predicted, truth, feature))",
            isRight: nil,
            facts: age.map {
                [
                    "loss of this \(dataset.nouns.sample) \(Format.fixed($0.network.loss(of: split, row: row), 3))"
                ]
            }
                ?? [], in: head, on: &canvas, glyphs)
        drawScatters(feature, predicted, truth, in: body, on: &canvas, glyphs)
        let shown = partError(feature).map { "\(part.rawValue): MAE \($0)" } ?? ""
        let results = results
        drawFoot(
            results.map { (shown, $0) } + [("", results.last ?? shown)], in: foot, on: &canvas, glyphs)
    }

    /// The error of a prediction, in the unit: `$31,400 too high`.
    static func error(_ predicted: Float, _ truth: Float, _ feature: Feature) -> String {
        let error = Double(predicted) - Double(truth)
        guard error != 0 else { return "exact" }
        return "\(feature.text(difference: abs(error))) too \(error > 0 ? "high" : "low")"
    }

    /// The points of the part: true, predicted.
    var points: [(row: Int, truth: Float, predicted: Float)] {
        guard let predictions, predictions.request.part == part, predictions.outputs.count > 0 else {
            return []
        }
        return predictions.request.rows.enumerated().compactMap { place, row in
            guard let predicted = predictions[place].first,
                let truth = dataset.values(of: row, in: split).first
            else { return nil }
            return (row, truth, predicted)
        }
    }

    /// The mean absolute error over the points, in the unit.
    func partError(_ feature: Feature) -> String? {
        let errors = points.map { abs(Double($0.predicted) - Double($0.truth)) }
        guard !errors.isEmpty else { return nil }
        return feature.text(difference: errors.reduce(0, +) / Double(errors.count))
    }

    private func drawScatters(
        _ feature: Feature, _ predicted: Float, _ truth: Float, in area: Rect, on canvas: inout Canvas,
        _ glyphs: Glyphs
    ) {
        guard area.rows >= 3, area.columns >= 10 else { return }
        let points = points.filter { $0.predicted.isFinite && $0.truth.isFinite }
        guard !points.isEmpty else {
            canvas.putHint(["The network is being asked about these \(dataset.nouns.samples)."], in: area)
            return
        }
        if area.columns >= 100 {
            // Both where there is room for both.
            let (left, right) = area.splitLeft(area.columns / 2)
            drawAgainst(
                points, feature, (truth, predicted), in: left.splitLeft(left.columns - 2).left, on: &canvas,
                glyphs)
            drawResiduals(points, feature, (truth, predicted), in: right, on: &canvas, glyphs)
        } else if state.view == .residuals {
            drawResiduals(points, feature, (truth, predicted), in: area, on: &canvas, glyphs)
        } else {
            drawAgainst(points, feature, (truth, predicted), in: area, on: &canvas, glyphs)
        }
    }

    private typealias Points = [(row: Int, truth: Float, predicted: Float)]

    /// Predicted against true numbers, with the line on which they are the same.
    private func drawAgainst(
        _ points: Points, _ feature: Feature, _ own: (truth: Float, predicted: Float), in area: Rect,
        on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        let marks = points.map { Scatter.Mark(feature.onAxis($0.truth), feature.onAxis($0.predicted), 0) }
        let own = Scatter.Mark(feature.onAxis(own.truth), feature.onAxis(own.predicted), 0)
        // One range for both, so that the line goes from corner to corner.
        let range = Scatter.range(of: (marks + [own]).flatMap { [$0.x, $0.y] })
        var scatter = Scatter(points: marks)
        (scatter.xRange, scatter.yRange) = (range, range)
        scatter.isDotted = true
        scatter.lines = [
            .init((range.lowerBound, range.lowerBound), (range.upperBound, range.upperBound))
        ]
        scatter.chosen = own
        draw(scatter, "predicted (up) against true", feature, in: area, on: &canvas, glyphs)
    }

    /// Draws the error of each prediction, upwards where it is too high.
    private func drawResiduals(
        _ points: Points, _ feature: Feature, _ own: (truth: Float, predicted: Float), in area: Rect,
        on canvas: inout Canvas, _ glyphs: Glyphs
    ) {
        func mark(_ truth: Float, _ predicted: Float) -> Scatter.Mark {
            let (truth, predicted) = (feature.onAxis(truth), feature.onAxis(predicted))
            return Scatter.Mark(predicted, predicted - truth, 0)
        }
        var scatter = Scatter(points: points.map { mark($0.truth, $0.predicted) })
        let own = mark(own.truth, own.predicted)
        let all = scatter.points + [own]
        let (across, up) = (Scatter.range(of: all.map(\.x)), Scatter.range(of: all.map(\.y) + [0]))
        (scatter.xRange, scatter.yRange) = (across, up)
        scatter.isDotted = true
        scatter.lines = [.init((across.lowerBound, 0), (across.upperBound, 0))]
        scatter.chosen = own
        draw(scatter, "too high by (up) against predicted", feature, in: area, on: &canvas, glyphs)
    }

    private func draw(
        _ scatter: Scatter, _ title: String, _ feature: Feature, in area: Rect, on canvas: inout Canvas,
        _ glyphs: Glyphs
    ) {
        let unit = feature.axis.unit
        let (head, body) = area.splitTop(area.rows >= 5 ? 1 : 0)
        let count = Format.count(scatter.points.count, dataset.nouns.sample, dataset.nouns.samples)
        let text = "\(title)\(unit.isEmpty ? "" : ", \(unit)"): \(count)"
        canvas.put(
            text.clipped(to: head.columns, ellipsis: glyphs.ellipsis), head.left, head.top, Style(.label),
            in: head)
        scatter.draw(in: body, on: &canvas, glyphs)
    }
}
