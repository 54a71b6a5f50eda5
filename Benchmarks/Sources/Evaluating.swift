import Datasets
import Foundation
import Training

/// How long a whole part takes: what the results pane works out after each epoch, in one thread.
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
            let answers = try median(bench.runs) { _ = try Evaluation(of: network, on: split, rows: rows) }
            let report = median(bench.runs) {
                _ = ClassReport(matrix)
                _ = evaluation.topKAccuracies()
            }
            table.add([
                "\(evaluation.count)", answers, median(bench.runs) { _ = ConfusionMatrix(evaluation) },
                report,
                median(bench.runs) { _ = Calibration(evaluation) },
                median(bench.runs) { _ = TemperatureScaling(fitting: evaluation) },
            ])
        }
        show(table.text)
    }

    private func median(_ runs: Int, _ work: () throws -> Void) rethrows -> String {
        var times: [Double] = []
        for _ in 0..<max(5, runs) {
            let began = clock()
            try work()
            times.append(Double(clock() - began) / Double(CLOCKS_PER_SEC) * 1000)
        }
        return times.median.digits(2)
    }
}
