import Datasets
import References
import Testing

@testable import Training

extension ReferenceVectors {
    @Suite(.reference("evaluation")) struct `What is made of predictions` {
        private func evaluation(_ item: JSON) throws -> Evaluation {
            let classes = try #require(item["classes"]?.integer)
            return Evaluation(
                probabilities: DenseRows(
                    columns: classes, values: try #require(item["probabilities"]).floats),
                labels: try #require(item["labels"]).integers)
        }

        /// The same with the scores that the probabilities were made of.
        private func scored(_ item: JSON) throws -> Evaluation {
            let plain = try evaluation(item)
            return Evaluation(
                rows: plain.rows, labels: plain.labels,
                scores: DenseRows(columns: plain.classes, values: try #require(item["scores"]).floats),
                probabilities: plain.probabilities, losses: plain.losses)
        }

        @Test func `is scikit-learn's confusion matrix, with each of its normalizations`() throws {
            try Reference.file("evaluation").forEachCase(of: "cases") { item, comparison in
                let matrix = ConfusionMatrix(try evaluation(item))
                let expected = try #require(item["confusion"])
                comparison.expectSame(matrix.counts, expected["None"], "counts")
                let names: [(ConfusionMatrix.Normalization, String)] = [
                    (.none, "None"), (.rows, "true"), (.columns, "pred"), (.all, "all"),
                ]
                for (normalization, name) in names {
                    let values = (0..<matrix.classes).flatMap { truth in
                        (0..<matrix.classes).map { matrix.value(truth, $0, normalization) }
                    }
                    comparison.expect(values, try #require(expected[name]).numbers, name)
                }
            }
        }

        @Test func `is scikit-learn's precision, recall and F1, by class and as means`() throws {
            try Reference.file("evaluation").forEachCase(of: "cases") { item, comparison in
                let report = ClassReport(ConfusionMatrix(try evaluation(item)))
                func expected(_ key: String) throws -> [Double] { try #require(item[key]).numbers }
                comparison.expect(report.rows.map(\.precision), try expected("precision"), "precision")
                comparison.expect(report.rows.map(\.recall), try expected("recall"), "recall")
                comparison.expect(report.rows.map(\.f1), try expected("f1"), "F1")
                comparison.expectSame(report.rows.map(\.support), item["support"], "support")
                comparison.expect(report.macro.numbers, try expected("macro"), "macro average")
                comparison.expect(report.weighted.numbers, try expected("weighted"), "weighted average")
                comparison.expect([report.accuracy], try expected("accuracy"), "accuracy")
            }
        }

        @Test func `is scikit-learn's top-k accuracy`() throws {
            try Reference.file("evaluation").forEachCase(of: "cases") { item, comparison in
                guard let expected = item["top_k"]?.numbers else { return }
                let shares = try evaluation(item).topKAccuracies()
                comparison.expect(Array(shares.prefix(expected.count)), expected, "top-k accuracies")
            }
        }

        @Test func `is scikit-learn's calibration curve, Brier score and log loss`() throws {
            try Reference.file("evaluation").forEachCase(of: "cases") { item, comparison in
                let evaluation = try evaluation(item)
                for curve in try #require(item["reliability"]).list {
                    let calibration = Calibration(evaluation, bins: try #require(curve["bins"]?.integer))
                    let filled = calibration.bins.filter { $0.count > 0 }
                    func expected(_ key: String) throws -> [Double] { try #require(curve[key]).numbers }
                    comparison.expectSame(calibration.bins.map(\.count), curve["counts"], "samples by bin")
                    comparison.expect(filled.map(\.accuracy), try expected("accuracy"), "accuracy by bin")
                    comparison.expect(
                        filled.map(\.confidence), try expected("confidence"), "confidence by bin")
                    comparison.expect([calibration.expectedError], try expected("expected_error"), "ECE")
                    comparison.expect([calibration.maximumError], try expected("maximum_error"), "MCE")
                }
                let calibration = Calibration(evaluation)
                comparison.expect(
                    [calibration.brierScore], try #require(item["brier"]).numbers, "Brier score")
                comparison.expect(
                    [calibration.crossentropy], try #require(item["log_loss"]).numbers, "log loss")
                comparison.expect([evaluation.meanLoss], try #require(item["log_loss"]).numbers, "mean loss")
            }
        }

        @Test func `is scikit-learn's temperature, and what follows from it`() throws {
            try Reference.file("evaluation").forEachCase(of: "cases") { item, comparison in
                let evaluation = try scored(item)
                let scaling = TemperatureScaling(fitting: evaluation)
                comparison.expect(
                    [scaling.temperature], try #require(item["temperature"]).numbers, "temperature")
                let scaled = scaling.scaled(evaluation)
                #expect(scaled.predicted == evaluation.predicted)
                comparison.expect(
                    [scaled.meanLoss], try #require(item["scaled_log_loss"]).numbers, "log loss at it")
                comparison.expect(
                    [Calibration(scaled).expectedError], try #require(item["scaled_expected_error"]).numbers,
                    "ECE at it")
            }
        }

        @Test func `is scikit-learn's errors of numbers`() throws {
            try Reference.file("evaluation").forEachCase(of: "values") { item, comparison in
                let targets = try #require(item["truth"]).rows.dense
                let errors = ValueErrors(
                    rows: 0..<targets.count, outputs: try #require(item["given"]).rows.dense,
                    targets: targets)
                func expect(_ value: Double, _ key: String) throws {
                    comparison.expect([value], try #require(item[key]).numbers, key)
                }
                try expect(errors.meanAbsoluteError, "mean_absolute_error")
                try expect(errors.rootMeanSquaredError, "root_mean_squared_error")
                try expect(errors.determination, "r2")
            }
        }
    }
}

extension ClassReport.Row {
    fileprivate var numbers: [Double] { [precision, recall, f1, Double(support)] }
}
