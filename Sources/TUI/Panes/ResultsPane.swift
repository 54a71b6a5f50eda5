import Datasets
import Training

/// What the network makes of all samples of a part.
struct ResultsPane: Pane {
    let dataset: Dataset
    let state: ResultsState

    func draw(in area: Rect, on canvas: inout Canvas, _ glyphs: Glyphs) {
        canvas.putHint(["No network yet."], in: area)
    }
}
