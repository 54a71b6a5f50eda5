import Foundation
import Training

/// The outcome of running one workload several times.
struct Measurement {
    let size: Size
    /// Processor seconds of each fit, and seconds by the clock on the wall.
    private(set) var processor: [Double] = []
    private(set) var wall: [Double] = []
    /// Each phase's share of each fit's time on the wall.
    private var shares: [[Double]] = []
    /// The last run's weights, which are the same in all runs.
    private(set) var network: Network?

    init(_ size: Size) {
        self.size = size
    }

    /// Adds a run.
    mutating func add(_ report: Report, _ network: Network, _ clock: PhaseClock) {
        processor.append(report.seconds.fitCPU)
        wall.append(report.seconds.fit)
        shares.append(PhaseClock.Phase.allCases.map { clock[$0] / report.seconds.fit })
        self.network = network
    }

    /// Processor seconds of the fit.
    var seconds: Double { processor.median }

    /// Processor seconds of a phase: its share of the time on the wall, which other programs lengthen, applied to the
    /// processor's time, which they don't.
    func seconds(of phase: PhaseClock.Phase) -> Double {
        shares.map { $0[phase.rawValue] }.median * seconds
    }

    /// Processor seconds of all that is no phase: shuffling, counting, and reading the clock.
    var rest: Double { max(0, seconds - PhaseClock.Phase.allCases.map(seconds(of:)).reduce(0, +)) }
}

extension [Double] {
    /// The one in the middle; the mean of two where their number is even.
    var median: Double {
        guard !isEmpty else { return .nan }
        let sorted = sorted()
        return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
    }
}
