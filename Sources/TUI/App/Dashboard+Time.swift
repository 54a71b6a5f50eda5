import Datasets
import Training

/// Which weights the panes show: the newest, or those of the epoch under the cursor.
extension Dashboard {
    /// The run whose weights are shown.
    var shownRun: Run? {
        guard let recalled else { return run }
        return allRuns.first { $0.id == recalled.run } ?? run
    }

    /// The weights of a run that all panes show: those of the time one has gone back to, else the newest.
    func shown(of run: Run?) -> Snapshot? {
        guard let run else { return nil }
        guard let recalled, recalled.run == run.id, let snapshot = recalled.snapshot else {
            return run.snapshot
        }
        return snapshot
    }

    /// Does what a command says of the time of a run.
    mutating func perform(_ change: TimeChange) -> [Effect] { [] }
}

extension Dashboard {
    /// Takes weights of an earlier time.
    mutating func recall(_ snapshot: Snapshot?, of id: RunID, at moment: Moment) {
        guard recalled?.run == id, recalled?.moment == moment else { return }
        recalled?.snapshot = snapshot
        predict()
    }
}
