import Glibc

/// A clock for the phases of training, for benchmarks; without one, nothing is measured.
package final class PhaseClock {
    /// A part of the work.
    package enum Phase: Int, CaseIterable {
        /// The sums of a sparse first layer.
        case gather
        /// Matrix products of dense layers, forward and backward.
        case products
        /// Activations, dropout and normalization, forward and backward.
        case activations
        /// Loss, its gradient, and metrics.
        case loss
        /// Columns made out of rows.
        case sort
        /// Gradient and optimizer.
        case update
        /// Measuring validation samples, all parts together.
        case validation
        /// Copies of the weights.
        case snapshot
    }

    /// Seconds by the clock on the wall, in the order of ``Phase/allCases``.
    package private(set) var seconds = [Double](repeating: 0, count: Phase.allCases.count)
    /// Set while a phase that takes the place of its parts is measured.
    private var isInside = false

    /// Starts at zero.
    package init() {}

    /// The time that a phase took, in seconds.
    package subscript(phase: Phase) -> Double { seconds[phase.rawValue] }

    /// Measures a piece of work, unless it is part of a phase that is measured as a whole.
    func measure<Result>(_ phase: Phase, _ body: () throws -> Result) rethrows -> Result {
        guard !isInside else { return try body() }
        isInside = phase == .validation
        let began = Self.now
        defer {
            seconds[phase.rawValue] += Self.now - began
            isInside = false
        }
        return try body()
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}

extension PhaseClock? {
    /// Measures where there is a clock.
    @inline(__always)
    func measure<Result>(_ phase: PhaseClock.Phase, _ body: () throws -> Result) rethrows -> Result {
        guard let clock = self else { return try body() }
        return try clock.measure(phase, body)
    }
}
