import Datasets
import Foundation
import Training

/// The things that every measurement needs: the data, the number of repetitions, and the measurements to
/// make.
struct Bench {
    let source: DataSource
    /// The number of times that each thing is measured; the median is printed.
    let runs: Int
    /// Words that the name of a measurement must have.
    let only: String?

    /// Tells whether a measurement is wanted.
    func wants(_ name: String) -> Bool {
        only.map { name.localizedCaseInsensitiveContains($0) } ?? true
    }

    /// Trains a workload ``runs`` times.
    func measure(_ workload: Workload) throws -> Measurement {
        let dataset = try source.dataset(for: workload)
        let experiment = try workload.experiment(on: dataset)
        var measurement = Measurement(Size(workload, experiment: experiment, dataset: dataset))
        for _ in 0..<runs {
            let clock = PhaseClock()
            let (report, network) = try HeadlessRun(experiment, dataset: dataset).run(clock: clock)
            measurement.add(report, network, clock)
        }
        return measurement
    }

    /// Processor time of some work: the median of at least five repetitions, in milliseconds.
    func milliseconds(_ work: () throws -> Void) rethrows -> Double {
        var times: [Double] = []
        for _ in 0..<max(5, runs) {
            let began = clock()
            try work()
            times.append(Double(clock() - began) / Double(CLOCKS_PER_SEC) * 1000)
        }
        return times.median
    }
}
