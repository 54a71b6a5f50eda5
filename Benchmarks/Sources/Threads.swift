import Training

/// The gain by a second thread, which changes no bit.
struct Threads {
    func run(_ bench: Bench) throws {
        guard bench.wants("threads") else { return }
        show("\nthreads: the clock on the wall, least of all runs; the gain needs two free cores")
        var table = Table(["workload", "1 thread", "2 threads", "gain", "processor s", "same weights"])
        for workload in [Workload(), Workload(name: "wide", hidden: [512, 512], epochs: 2)] {
            let one = try bench.measure(workload)
            var wider = workload
            wider.threads = 2
            let two = try bench.measure(wider)
            let (before, after) = (one.wall.min() ?? .nan, two.wall.min() ?? .nan)
            table.add([
                workload.name, before.digits(3), after.digits(3), (before / after).digits(2),
                "\(one.seconds.digits(3)) and \(two.seconds.digits(3))",
                one.network?.weights == two.network?.weights ? "yes, every bit" : "NO",
            ])
        }
        show(table.text)
    }
}
