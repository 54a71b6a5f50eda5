import Training

@testable import TUI

extension Fixture {
    /// A dashboard on which four folds have been trained, each an epoch less than the one before it.
    static func folded(
        epochs: Int = 0, finalEpochs: Int = 0, _ columns: Int = 120, _ rows: Int = 40,
        glyphs: Glyphs = .braille
    ) -> Dashboard {
        var dashboard = dashboard(columns, rows, glyphs: glyphs)
        _ = dashboard.update(.command(.change(.folds(4))))
        _ = dashboard.update(.command(.change(.finalEpochs(finalEpochs))))
        dashboard.press("space")
        for (place, fold) in dashboard.fits.enumerated() {
            _ = dashboard.update(.milestone(fold.id, .started(epochs: 20, batchesPerEpoch: 1)))
            for index in 0..<max(0, epochs - place) {
                var record = epoch(index + 1)
                record.validation?.loss += Double(place) / 10
                _ = dashboard.update(.milestone(fold.id, .epoch(record)))
            }
        }
        return dashboard
    }
}
