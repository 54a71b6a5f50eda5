import Datasets
import References
import Testing

@testable import Training

extension ReferenceVectors {
    @Suite(.reference("metrics")) struct `Every metric` {
        @Test(arguments: everyKernels)
        func `counts as Keras counts, batch by batch`(kernels: Kernels) throws {
            try Reference.file("metrics").forEachCase(of: "cases", level: "\(kernels.level)") {
                item, comparison in
                let name = try #require(item["metric"]?.text)
                let metric = try Metric(term: Term(name, Term.Argument.list(keras: item["params"])))
                let outputs = try #require(item["y_pred"]).matrix
                let truth = try #require(item["y_true"])
                let what = "\(metric.text) (\(item["note"]?.text ?? "ordinary"))"

                var tally = Tally([metric])
                var running: [Double] = []
                var start = 0
                for count in try #require(item["batches"]).integers {
                    let end = start + Int(count)
                    add(metric, outputs[start..<end], truth, start, kernels, into: &tally)
                    start = end
                    running.append(tally.means[metric] ?? .nan)
                }
                comparison.expect(running, try #require(item["running"]).numbers, what)
                comparison.expect(
                    [running.last ?? .nan], try #require(item["result"]).numbers, "result of \(what)")
                guard let perSample = item["per_sample"] else { return }
                let each = outputs.indices.map { sample in
                    var tally = Tally([metric])
                    add(metric, outputs[sample...sample], truth, sample, kernels, into: &tally)
                    return tally.means[metric] ?? .nan
                }
                comparison.expect(each, perSample.numbers, "\(what), by sample")
            }
        }

        /// Counts some samples, whose truth is a class each or a row each.
        private func add(
            _ metric: Metric, _ outputs: ArraySlice<[Float]>, _ truth: JSON, _ start: Int, _ kernels: Kernels,
            into tally: inout Tally
        ) {
            let all = truth.list[start..<start + outputs.count]
            let form = metric.function.form(outputs: outputs.first?.count ?? 0)
            let labels = all.map { Int32($0.number ?? 0) }
            let rows = Rows(all.map { $0.number == nil ? $0.floats : [Float($0.number ?? 0)] })
            let hasLabels = truth.list.first?.number != nil && form != .rows
            Rows(Array(outputs)).withBlock { outputs in
                rows.withBlock { rows in
                    labels.withUnsafeBufferPointer { labels in
                        let lent = hasLabels ? labels.baseAddress.map(BatchTargets.labels) : nil
                        tally.withCounts(of: 0) { sums in
                            metric.function.count(
                                MetricBatch(outputs: outputs, targets: lent ?? .rows(rows)), into: sums,
                                kernels)
                        }
                    }
                }
            }
            tally.add(samples: outputs.count, loss: 0)
        }
    }
}

@Suite struct `A metric` {
    /// TensorFlow's rules: `argmax` passes over what is not a number and is 0 if there is nothing else;
    /// `in_top_k` says no where an output is not finite; nothing is not above a threshold.
    @Test(
        arguments: [
            ("accuracy", [.nan, .nan], 0, true), ("accuracy", [.nan, .nan], 1, false),
            ("accuracy", [-.nan, -.nan, -.nan], 0, true), ("accuracy", [.nan, 1, 2], 2, true),
            ("accuracy", [3, .nan, 2], 0, true), ("accuracy", [.nan, 1, 2], 0, false),
            ("accuracy", [-.infinity, -.infinity], 0, true), ("accuracy", [1, .infinity], 1, true),
            ("accuracy", [2, 2], 0, true), ("accuracy", [2, 2], 1, false),
            ("top_2_accuracy", [.nan, .nan], 0, false), ("top_2_accuracy", [3, .nan, 2], 0, false),
            ("top_2_accuracy", [3, .infinity, 2], 0, false), ("top_2_accuracy", [3, 1, 2], 2, true),
        ] as [(String, [Float], Int32, Bool)])
    func `counts rows that are not all numbers as Keras does`(
        name: String, outputs: [Float], label: Int32, isHit: Bool
    ) throws {
        let metric = try Metric(text: name)
        var sums = [0.0]
        [label].withUnsafeBufferPointer { label in
            Rows([outputs]).withBlock { block in
                sums.withUnsafeMutableBufferPointer {
                    guard let label = label.baseAddress else { return }
                    metric.function.count(
                        MetricBatch(outputs: block, targets: .labels(label)), into: $0, .standard)
                }
            }
        }
        #expect(sums == [isHit ? 1 : 0])
    }

    @Test(arguments: [(Float(0), true), (1, false)])
    func `takes a single output that is not a number for a no`(truth: Float, isHit: Bool) throws {
        let metric = try Metric(text: "accuracy")
        var sums = [0.0]
        Rows([[truth]]).withBlock { truth in
            Rows([[.nan]]).withBlock { outputs in
                sums.withUnsafeMutableBufferPointer {
                    metric.function.count(
                        MetricBatch(outputs: outputs, targets: .rows(truth)), into: $0, .standard)
                }
            }
        }
        #expect(sums == [isHit ? 1 : 0])
    }

    @Test(arguments: [
        "accuracy", "top_3_accuracy", "top_10_accuracy", "mae", "mean_absolute_error",
        "precision(thresholds=0.8, name=\"strict\")", "recall(class_id=3)", "top_k_categorical_accuracy(k=2)",
    ])
    func `is read back from its text`(text: String) throws {
        #expect(try Metric(text: text).text == text)
    }

    @Test(arguments: [
        ("mae", "mae"), ("MeanAbsoluteError", "mean_absolute_error"), ("top_3_accuracy", "top_3_accuracy"),
        ("precision(name=strict)", "strict"), ("acc", "acc"),
    ])
    func `has Keras' key in a history`(text: String, key: String) throws {
        #expect(try Metric(text: text).name == key)
    }

    @Test func `of yes and no counts hits, false alarms and misses`() throws {
        // Worked out by hand: above 0.5 are the first, second and fourth; the first, third and fourth should be.
        let outputs = Rows([[0.9], [0.8], [0.3], [0.6], [0.5]])
        let truth = Rows([[1], [0], [1], [1], [0]])
        func value(_ text: String) throws -> Double {
            let metric = try Metric(text: text)
            var tally = Tally([metric])
            outputs.withBlock { outputs in
                truth.withBlock { truth in
                    tally.withCounts(of: 0) {
                        metric.function.count(
                            MetricBatch(outputs: outputs, targets: .rows(truth)), into: $0, .standard)
                    }
                }
            }
            tally.add(samples: 5, loss: 0)
            return tally.means[metric] ?? .nan
        }
        #expect(try value("precision") == 2.0 / 3)
        #expect(try value("recall") == 2.0 / 3)
        #expect(try value("precision(thresholds=0.85)") == 1)
        #expect(try value("recall(thresholds=0.85)") == 1.0 / 3)
        #expect(try value("precision(thresholds=0.95)") == 0)
        #expect(try value("accuracy") == 3.0 / 5)
    }
}
