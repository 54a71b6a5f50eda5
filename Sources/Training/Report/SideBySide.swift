import Datasets
import Dispatch
import Synchronization

/// Trains several networks at once, as many at a time as there are processors.
///
/// The result of each is the same, bit for bit, as if it were trained alone.
final class SideBySide: Sendable {
    private let fits: [Fit]
    private let dataset: Dataset
    private let state: Mutex<State>

    private struct State {
        /// The index of the fit that is begun next.
        var next = 0
        var results: [FitResult?]
        var progress: [Progress?]
        var error: (any Error)?
    }

    /// Makes ready to train some fits on one data set.
    init(_ fits: [Fit], on dataset: Dataset) {
        self.fits = fits
        self.dataset = dataset
        state = Mutex(
            State(
                results: [FitResult?](repeating: nil, count: fits.count),
                progress: [Progress?](repeating: nil, count: fits.count)))
    }

    /// The time between two reports of progress.
    private static let interval = DispatchTimeInterval.milliseconds(50)

    /// Trains all of them.
    ///
    /// - Parameter progress: Is told, on the caller's thread, how far those are that have begun; may throw to cancel.
    /// - Returns: One result a fit, in their order.
    /// - Throws: ``ModelProblems``, ``EngineError``, ``Descriptors/Shortage``, and what `progress` throws.
    func run(progress: ([Progress]) throws -> Void) throws -> [FitResult] {
        try Descriptors.check(Descriptors.forWork)
        let workers = DispatchGroup()
        for _ in 0..<min(fits.count, Machine.processors) {
            DispatchQueue.global(qos: .userInitiated).async(group: workers) { self.work() }
        }
        while workers.wait(timeout: .now() + Self.interval) == .timedOut {
            do {
                try progress(state.withLock { $0.progress.compactMap(\.self) })
            } catch {
                state.withLock { $0.error = $0.error ?? error }
            }
        }
        return try state.withLock { state in
            if let error = state.error { throw error }
            return state.results.compactMap(\.self)
        }
    }

    /// Trains one fit after another, as long as there are any and nothing has gone wrong.
    private func work() {
        while let place = takeNext() {
            do {
                let result = try FitResult(training: fits[place], on: dataset) { run in
                    let error = state.withLock { state in
                        state.progress[place] = run.progress
                        return state.error
                    }
                    if let error { throw error }
                }
                state.withLock { $0.results[place] = result }
            } catch {
                state.withLock { $0.error = $0.error ?? error }
            }
        }
    }

    private func takeNext() -> Int? {
        state.withLock { state in
            guard state.error == nil, state.next < fits.count else { return nil }
            defer { state.next += 1 }
            return state.next
        }
    }
}
