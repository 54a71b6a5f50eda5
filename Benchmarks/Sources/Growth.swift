/// That time grows linearly in samples and in distinct words a sample.
struct Growth {
    private static let samples = [1, 2, 5, 10].map {
        Workload(name: "samples × \($0)", epochs: 4, copies: $0)
    }
    private static let words =
        [1_000, 3_000, 10_000].map { Workload(name: "\($0.grouped) words", epochs: 10, words: $0) }
        + [2, 4, 8].map { Workload(name: "\($0) wires in one", epochs: 10, merged: $0) }

    func run(_ bench: Bench) throws {
        guard bench.wants("growth") else { return }
        try report("growth with samples", Self.samples, bench)
        // Words that have no column of their own make a smaller kernel, and less for the optimizer to do.
        try report("growth with words a sample", Self.words, bench)
    }

    private func report(_ title: String, _ workloads: [Workload], _ bench: Bench) throws {
        show("\n\(title)")
        var table = Table([
            "workload", "samples", "words", "processor s", "µs a sample", "ns a sample and word",
        ])
        for workload in workloads {
            let measurement = try bench.measure(workload)
            let size = measurement.size
            let each = measurement.seconds / size.samples
            table.add([
                workload.name, size.samples.grouped, size.wordsPerSample.digits(1),
                measurement.seconds.digits(3),
                (each * 1e6).digits(3), (each / size.wordsPerSample * 1e9).digits(2),
            ])
        }
        show(table.text)
    }
}
