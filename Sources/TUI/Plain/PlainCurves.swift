import Datasets
import Training

/// Loss and metrics by epoch as a table, how far the run is, and whether it overfits.
struct PlainCurves: PlainText {
    let run: Run?
    /// Those before it, the oldest first.
    let past: [Run]
    let pace: Pace
    /// The results of guessing on the test samples.
    let baselines: Baselines
    let samples: String
    /// The data set, which gives errors their unit.
    var dataset: Dataset?

    /// The largest number of epochs in the list, the newest.
    static let longest = 30

    var lines: [String] {
        guard let run else { return ["No curves yet: “train” trains the network."] }
        let earlier = past.map {
            "Before, \($0.name): " + ($0.history.epochs.last.map(Self.sums) ?? "no epoch") + "."
        }
        return ["Curves: \(run.name), \(run.experiment.summary)."] + earlier + table(of: run.history)
            + [progress(of: run)] + verdicts(on: run)
    }

    /// An epoch in one line: `epoch 3/20: loss 0.421, accuracy 0.902; validation loss 0.934, accuracy 0.811; 0.03 s`.
    static func line(of record: EpochRecord, of run: Run) -> String {
        let epochs = run.experiment.settings.epochs
        let best = run.history.bestEpoch == record.index ? "; the lowest validation loss so far" : ""
        return "epoch \(record.index)/\(epochs): \(sums(record)); \(Format.fixed(record.seconds, 2)) s\(best)"
    }

    private static func sums(_ record: EpochRecord) -> String {
        LogText.describe(record.training)
            + (record.validation.map { "; validation \(LogText.describe($0))" } ?? "")
    }

    private func table(of history: History) -> [String] {
        let columns = history.columns
        guard !columns.isEmpty else { return [] }
        let shown = history.epochs.indices.suffix(Self.longest)
        let table = PlainTable(
            head: ["epoch"] + columns.map(\.key),
            rows: shown.map { row in
                ["\(history.epochs[row].index)"] + columns.map { Format.fixed($0.values[row], 4) }
            })
        let left = history.epochs.count - shown.count
        return (left > 0 ? ["\(Format.count(left, "epoch", "epochs")) before these:"] : []) + table.lines
    }

    private func progress(of run: Run) -> String {
        let epochs = run.experiment.settings.epochs
        var facts = ["epoch \(min(run.epoch, epochs)) of \(epochs)"]
        switch run.status {
        case .running: facts.insert("training", at: 0)
        case .paused: facts.insert("paused", at: 0)
        case .finished: facts = ["trained \(Format.count(run.history.epochs.count, "epoch", "epochs"))"]
        case .stopped: facts = ["stopped after \(Format.count(run.history.epochs.count, "epoch", "epochs"))"]
        case .failed: facts = ["failed"]
        }
        if run.isActive, let progress = run.progress {
            facts.append("batch \(progress.batch) of \(progress.batches)")
        }
        facts.append(Format.seconds(run.seconds))
        if run.isActive, let left = run.secondsLeft(at: pace) { facts.append("\(Format.seconds(left)) left") }
        if let rate = run.samplesPerSecond { facts.append("\(Format.short(rate)) \(samples) a second") }
        return "Now: \(facts.joined(separator: ", "))."
    }

    /// Sums up the run as a whole, in sentences.
    func verdicts(on run: Run) -> [String] {
        var lines: [String] = []
        if case .failed(let reason) = run.status { lines.append(reason) }
        if let trouble = run.trouble { lines.append(trouble) }
        lines += run.remarks
        if let best = run.history.bestEpoch {
            lines.append("The validation loss was lowest at epoch \(best).")
        }
        if let overfitting = run.history.overfitting { lines.append("\(overfitting)") }
        if let test = run.test {
            lines.append(PlainResult(metrics: test, baselines: baselines, dataset: dataset).line)
        }
        return lines
    }
}
