import Datasets
import Training

/// The reliability diagram.
extension ResultsPane {
    /// The calibration that is shown: after temperature scaling where a person wants that and there is one.
    var calibration: Calibration? {
        (state.isScaled ? results?.scaled?.calibration : nil) ?? results?.calibration
    }

    func drawCalibration(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard let calibration else { return }
        let (head, body) = area.splitTop(area.rows >= 6 ? 1 : 0)
        let columns = (name: 9, count: 8, accuracy: 8, gap: 7)
        let left = columns.name + columns.count + columns.accuracy + columns.gap + 2
        let title =
            "sure %".rightPadded(columns.name) + dataset.nouns.samples.leftPadded(columns.count)
            + "right".leftPadded(columns.accuracy) + "gap".leftPadded(columns.gap)
        canvas.put(title, head.left, head.top, Style(.label), in: head)
        // If there is no room for all, those that are filled are what counts.
        let bins =
            calibration.bins.count <= body.rows ? calibration.bins : calibration.bins.filter { $0.count > 0 }
        let width = min(60, body.columns - left - 1)
        for (line, bin) in bins.suffix(body.rows).enumerated() {
            let row = body.top + line
            let range = "\(Format.fixed(bin.lower * 100, 0))\(glyphs.dash)\(Format.fixed(bin.upper * 100, 0))"
            canvas.put(
                range.rightPadded(columns.name) + Format.grouped(bin.count).leftPadded(columns.count),
                body.left,
                row, Style(bin.count > 0 ? .text : .label), in: body)
            guard bin.count > 0 else { continue }
            let sign = bin.gap > 0 ? "-" : "+"
            let start = body.left + columns.name + columns.count
            canvas.put(
                Format.percent(bin.accuracy).leftPadded(columns.accuracy), start, row, Style(.text), in: body)
            canvas.put(
                (sign + Format.fixed(abs(bin.gap) * 100, 1)).leftPadded(columns.gap),
                start + columns.accuracy, row,
                Style(bin.gap > 0 ? .negative : .positive), in: body)
            guard width >= 4 else { continue }
            Bar(share: bin.accuracy, style: Style(.bar), hasTrack: true)
                .draw(body.left + left, row, width, on: &canvas, glyphs)
            // The bar would end here if the network were right as often as it believes.
            let mark = body.left + left + min(width - 1, Int((bin.confidence * Double(width)).rounded()))
            canvas.put(String(glyphs.cursor), mark, row, Style(.cursor, .bold), in: body)
        }
        let below = body.splitTop(bins.count + 1).rest
        for (line, note) in calibrationNotes.prefix(below.rows).enumerated() {
            canvas.put(note, below.left, below.top + line, Style(.label), in: below)
        }
    }

    var calibrationFoot: [String] {
        guard let results, let calibration else { return [] }
        let before = "calibration error (ECE) \(Format.percent(results.calibration.expectedError))"
        let rest =
            "largest gap \(Format.percent(calibration.maximumError)), Brier score \(Format.fixed(calibration.brierScore, 3))"
        guard let scaled = results.scaled else {
            return ["\(before); no validation samples to fit a temperature on", rest]
        }
        let after = Format.percent(scaled.calibration.expectedError)
        return [
            "\(before); \(after) at temperature \(Format.fixed(scaled.temperature, 2))",
            "shown \(state.isScaled ? "after" : "before") scaling (\(key(.temperature))); \(rest)",
        ]
    }

    /// Sentences on how to read the diagram, where there is room below it.
    private var calibrationNotes: [String] {
        let fitted = results?.scaled.map {
            ["The temperature is fitted on \(Format.count($0.samples, "sample", "samples")) of validation."]
        }
        return [
            "The bar: how often it is right. The line: how sure it is.",
            "The gap: - where it is too sure, + where it is too modest.",
        ] + (fitted ?? [])
    }

    var calibrationTable: ExportTable? {
        guard let results else { return nil }
        func cells(_ bin: Calibration.Bin) -> [String] {
            ["\(bin.count)", "\(bin.confidence)", "\(bin.accuracy)"]
        }
        let after = results.scaled?.calibration
        let rows = results.calibration.bins.enumerated().map { place, bin in
            ["\(bin.lower)", "\(bin.upper)"] + cells(bin) + (after.map { cells($0.bins[place]) } ?? [])
        }
        let names = ["samples", "confidence", "accuracy"]
        return ExportTable(
            columns: ["from", "to"] + names + (after == nil ? [] : names.map { "scaled \($0)" }), rows: rows)
    }
}
