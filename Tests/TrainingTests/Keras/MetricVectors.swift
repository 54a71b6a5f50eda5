import Testing

@testable import Training

@Suite struct `Every metric` {
    @Test(arguments: everyKernels)
    func `counts as Keras counts, batch by batch`(kernels: Kernels) throws {
        let cases = try #require(try Reference.file("metrics")["cases"]).list
        var tested = 0
        for item in cases {
            guard let metric = Metric(keras: item) else { continue }
            let outputs = try #require(item["y_pred"]).rows
            let labels = try #require(item["y_true"]).list.map { row in
                row.integer.map(Int32.init) ?? Int32(row.numbers.firstIndex(of: 1) ?? -1)
            }
            func sum(_ range: Range<Int>) -> Double {
                Rows(Array(outputs[range])).withBlock { block in
                    metric.function.sum(outputs: block, labels: Array(labels[range]), kernels)
                }
            }
            var running: [Double] = []
            var total = 0.0
            var start = 0
            for count in try #require(item["batches"]).integers {
                total += sum(start..<start + Int(count))
                start += Int(count)
                running.append(total / Double(start))
            }
            expectKeras(running, try #require(item["running"]).numbers, metric.name)
            if let perSample = item["per_sample"] {
                expectKeras(
                    outputs.indices.map { sum($0..<$0 + 1) }, perSample.numbers, "\(metric.name) by sample")
            }
            tested += 1
        }
        #expect(tested >= 12)
    }

    @Test func `never calls what is not a number right`() {
        Rows([[.nan, .nan]]).withBlock { block in
            for metric in [Metric.accuracy, .topK(2)] {
                #expect(metric.function.sum(outputs: block, labels: [0], .standard) == 0)
            }
        }
    }

    @Test(arguments: ["accuracy", "top_3_accuracy", "top_10_accuracy"])
    func `is read back from its name`(name: String) throws {
        #expect(try Metric(text: name).text == name)
    }
}

extension Metric {
    /// Reads a case of metrics.json, where it is of a kind that nnboard has.
    fileprivate init?(keras item: JSON) {
        switch item["metric"]?.text {
        case "categorical_accuracy", "sparse_categorical_accuracy": self = .accuracy
        case "top_k_categorical_accuracy", "sparse_top_k_categorical_accuracy":
            guard let k = item["params"]?["k"]?.integer else { return nil }
            self = .topK(k)
        default: return nil
        }
    }
}
