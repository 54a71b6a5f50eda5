import Datasets
import Training

/// The charts: top-k accuracy, F1 by class through all epochs.
extension ResultsPane {
    // MARK: Top-k

    func drawTopK(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        let bars = topKBars
        let nameWidth = bars.map(\.name.columns).max() ?? 0
        for (line, bar) in bars.prefix(area.rows).enumerated() {
            let row = area.top + line
            let style = Style(bar.isGuess ? .baseline : .bar)
            var column = canvas.put(
                bar.name.rightPadded(nameWidth) + " ", area.left, row, Style(bar.isGuess ? .label : .text),
                in: area)
            column = canvas.put(
                Format.percent(bar.share).leftPadded(8) + "  ", column, row,
                Style(bar.isGuess ? .label : .text), in: area)
            Bar(share: bar.share, style: style, hasTrack: true)
                .draw(column, row, min(60, area.right - column), on: &canvas, glyphs)
        }
    }

    /// The bars: top 1 and so on, and what guessing achieves.
    var topKBars: [(name: String, share: Double, isGuess: Bool)] {
        guard let results else { return [] }
        return results.topK.enumerated().map { ("top \($0.offset + 1)", $0.element, false) }
            + [
                ("majority class", results.baselines.majority, true),
                ("shuffled labels", results.baselines.shuffled, true),
            ]
    }

    var topKFoot: [String] {
        [
            "the true \(dataset.nouns.label) is among the k likeliest",
            "majority class, shuffled labels: how often guessing is right",
        ]
    }

    var topKTable: ExportTable? {
        ExportTable(
            columns: ["among", "accuracy"],
            rows: topKBars.map { [$0.name, $0.share.spelt] })
    }

    // MARK: Through time

    /// F1 by class and epoch, `[classes × epochs]`, in the order of the classes; not numbers where weights are gone.
    private var historyMap: (values: [Double], epochs: [Int])? {
        guard let track, let scores = known.scores[track], !scores.isEmpty else { return nil }
        let epochs = scores.keys.sorted()
        let values = order.flatMap { label in
            epochs.map { epoch -> Double in
                let row = scores[epoch] ?? []
                return row.indices.contains(label) ? Double(row[label]) : .nan
            }
        }
        return (values, epochs)
    }

    func drawHistory(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        guard let map = historyMap else {
            canvas.putHint(["The network is being asked as it was after each epoch."], in: area)
            return
        }
        var heat = HeatMap(
            values: map.values, columns: map.epochs.count, rowLabels: order.map { dataset.name(of: $0) },
            columnLabels: map.epochs.map { "\($0)" }, range: 0...1, format: { Format.percent($0, places: 0) })
        let column = age.flatMap { age in map.epochs.firstIndex(of: age.epochs) } ?? map.epochs.count - 1
        heat.chosen = (order.firstIndex(of: state.truth) ?? 0, column)
        heat.draw(in: area, on: &canvas, glyphs)
    }

    var historyFoot: [String] {
        guard let track, let scores = known.scores[track], dataset.classes.indices.contains(state.truth)
        else { return [] }
        let values = scores.sorted { $0.key < $1.key }.compactMap { entry -> (epoch: Int, f1: Double)? in
            entry.value.indices.contains(state.truth) ? (entry.key, Double(entry.value[state.truth])) : nil
        }
        guard let best = values.max(by: { $0.f1 < $1.f1 }), let last = values.last else { return [] }
        let here = age.flatMap { age in values.first { $0.epoch == age.epochs } } ?? last
        return [
            "\(dataset.name(of: state.truth)): F1 \(Format.percent(here.f1)) at epoch \(here.epoch), "
                + "best \(Format.percent(best.f1)) at epoch \(best.epoch)",
            "F1 of each \(dataset.nouns.label), epoch by epoch, on \(state.part.rawValue)",
        ]
    }

    var historyTable: ExportTable? {
        guard let map = historyMap else { return nil }
        let rows = order.enumerated().map { place, label in
            [dataset.classes[label]]
                + map.epochs.indices.map { column in
                    let value = map.values[place * map.epochs.count + column]
                    return value.isNaN ? "" : value.spelt
                }
        }
        return ExportTable(columns: [dataset.nouns.label] + map.epochs.map { "epoch \($0)" }, rows: rows)
    }
}
