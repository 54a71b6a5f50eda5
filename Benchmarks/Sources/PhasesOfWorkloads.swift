import Training

/// The time of each phase, for R and for wider layers, more wires, and smaller and larger batches.
struct PhasesOfWorkloads {
    let machine: MachineLimits

    private static let workloads = [
        Workload(),
        Workload(name: "wide", hidden: [512, 512], epochs: 2),
        Workload(name: "ten times the wires", epochs: 2, copies: 10),
        Workload(name: "batch 1", batchSize: 1, epochs: 1),
        Workload(name: "batch 32", batchSize: 32, epochs: 5),
        Workload(name: "batch 8192", batchSize: 8192),
    ]

    func run(_ bench: Bench) throws {
        for workload in Self.workloads where bench.wants(workload.name) {
            report(try bench.measure(workload))
        }
    }

    private func report(_ measurement: Measurement) {
        let size = measurement.size
        let seconds = measurement.seconds
        show(
            """

            \(size.title)
            \(seconds.digits(3)) processor s (\(measurement.processor.min()?.digits(3) ?? "") to \
            \(measurement.processor.max()?.digits(3) ?? "")), \((size.samples / seconds).grouped) samples/s, \
            \((size.steps / seconds).grouped) batches/s
            """)
        var table = Table(["phase", "seconds", "share", "GFLOP/s", "of peak", "GB", "GB/s", "of memory"])
        for phase in PhaseClock.Phase.allCases {
            table.add(line("\(phase)", measurement.seconds(of: phase), of: seconds, size.cost(of: phase)))
        }
        table.add(line("rest", measurement.rest, of: seconds, nil))
        table.add(line("all", seconds, of: seconds, size.cost))
        show(table.text)
    }

    private func line(_ name: String, _ seconds: Double, of all: Double, _ cost: Cost?) -> [String] {
        let times = [name, seconds.digits(4), (seconds / all).percent]
        guard let cost else { return times + Array(repeating: "", count: 5) }
        let operations = cost.operations / seconds
        let bytes = cost.bytes / seconds
        return times
            + (cost.operations > 0
                ? [operations.giga, (operations / machine.operations).percent] : ["", ""])
            + [cost.bytes.giga, bytes.giga, (bytes / machine.memory).percent]
    }
}

extension Size {
    /// The workload in one line.
    var title: String {
        "\(workload.name): \(widths.dropFirst().map(String.init).joined(separator: "-")), \(workload.optimizer), "
            + "batch \(workload.batchSize.grouped), \(workload.epochs) epochs of \(training.samples.grouped) samples, "
            + "\(wordsPerSample.digits(0)) words a sample, \(workload.threads) "
            + (workload.threads == 1 ? "thread" : "threads")
    }
}
