import CKernels

/// Threads that work at one job at a time, part by part; the caller is one of them.
///
/// They wait for work a few microseconds and then lie down, so that a team without work costs nothing.
///
/// It may be shared: what the C team keeps of a job it changes by atomic operations only, or while an atomic flag says
/// that the job's caller has it to itself; a caller that finds the flag set does all parts itself. The pointer never
/// changes, and the threads end when nobody holds the team any more.
final class Team: @unchecked Sendable {
    let pointer: OpaquePointer
    /// The number of threads, the caller's among them.
    let threads: Int

    /// Starts threads.
    ///
    /// - Parameter threads: The number of threads, the caller's among them; there is no team of one. Where
    ///   the system gives fewer, it has fewer.
    init?(threads: Int) {
        guard let pointer = kernels_team_create(Int32(clamping: threads)) else { return nil }
        self.pointer = pointer
        self.threads = Int(kernels_team_threads(pointer))
    }

    deinit { kernels_team_destroy(pointer) }

    /// The number of its threads that sleep now: all but the caller's, without work.
    var resting: Int { Int(kernels_team_resting(pointer)) }
}

extension Kernels {
    /// Does every part of a job once, in no order and side by side where there is a team; allocates nothing.
    ///
    /// - Parameters:
    ///   - job: The data that the work needs.
    ///   - parts: The number of its parts. It must not depend on the number of threads where results of parts
    ///     are put together.
    ///   - work: Does one part.
    func run<Job>(_ job: Job, parts: Int, _ work: kernels_work) {
        withUnsafePointer(to: job) { kernels_team_run(team?.pointer, parts, work, $0) }
    }
}
