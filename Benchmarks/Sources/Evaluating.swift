import Datasets
import Foundation
import Training

/// The time for a whole part: the work that the results pane asks for after each epoch, in one thread.
struct Evaluating {
    func run(_ bench: Bench) throws {
        guard bench.wants("evaluating") else { return }
        show(
            "\nevaluating: milliseconds for a part, by the book's network with random weights; "
                + "a full matrix has 60")
        let dataset = try bench.source.dataset(for: Workload())
        let model = Model.book(classes: dataset.classes.count)
        let network = Network(initial: model, inputs: dataset.train.inputs.columns, seed: 1)
        var table = Table(["samples", "answers", "matrix", "report, top 10", "calibration", "temperature"])
        for (split, rows) in [
            (dataset.train, 0..<1000), (dataset.test, 0..<dataset.test.count),
            (dataset.train, 0..<dataset.train.count),
        ] {
            let evaluation = try Evaluation(of: network, on: split, rows: rows)
            let matrix = ConfusionMatrix(evaluation)
            let answers = try bench.milliseconds { _ = try Evaluation(of: network, on: split, rows: rows) }
            let report = bench.milliseconds {
                _ = ClassReport(matrix)
                _ = evaluation.topKAccuracies()
            }
            let others = [
                bench.milliseconds { _ = ConfusionMatrix(evaluation) },
                report,
                bench.milliseconds { _ = Calibration(evaluation) },
                bench.milliseconds { _ = TemperatureScaling(fitting: evaluation) },
            ]
            table.add(["\(evaluation.count)"] + ([answers] + others).map { $0.digits(2) })
        }
        show(table.text)
    }
}
