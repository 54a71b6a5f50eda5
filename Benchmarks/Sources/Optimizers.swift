import Training

/// The cost of each optimizer on R's network.
struct Optimizers {
    let machine: MachineLimits

    func run(_ bench: Bench) throws {
        guard bench.wants("optimizers") else { return }
        show("\nevery optimizer: R with 5 epochs; the update's GB/s and their share of memory's")
        let phases = PhaseClock.Phase.allCases.filter { $0 != .snapshot }
        var table = Table(
            ["optimizer", "processor s", "samples/s"] + phases.map { "\($0)" } + ["GB/s", "of memory"])
        for name in Optimizer.names {
            let measurement = try bench.measure(Workload(name: name, optimizer: name, epochs: 5))
            let bytes = (measurement.size.cost(of: .update)?.bytes ?? .nan) / measurement.seconds(of: .update)
            table.add(
                [
                    name, measurement.seconds.digits(3),
                    (measurement.size.samples / measurement.seconds).grouped,
                ]
                    + phases.map { measurement.seconds(of: $0).digits(4) }
                    + [bytes.giga, (bytes / machine.memory).percent])
        }
        show(table.text)
    }
}
