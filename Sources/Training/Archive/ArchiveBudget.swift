/// The room that the kept parts of a run may take, in bytes.
public struct ArchiveBudget: Equatable, Sendable {
    /// In memory.
    public var memory: Int
    /// On the disk.
    public var disk: Int

    /// Sets limits; by default 256 MB of memory and 1 GB of disk for each run.
    public init(memory: Int = 256_000_000, disk: Int = 1_000_000_000) {
        self.memory = memory
        self.disk = disk
    }
}

/// A choice among many things where there is no room for all: every second, every fourth, and so on.
struct Thinning {
    /// The step between those that are kept.
    let step: Int

    /// Finds the smallest step that a limit allows.
    ///
    /// - Parameters:
    ///   - count: The number of things.
    ///   - bytes: The room that each takes, in bytes.
    ///   - limit: The most room for all of them, in bytes.
    init(count: Int, bytes: Int, limit: Int) {
        var step = 1
        while step < count, (count + step - 1) / step * bytes > limit { step *= 2 }
        self.step = step
    }

    /// Tells whether the one of that number is kept.
    func keeps(_ number: Int) -> Bool { number.isMultiple(of: step) }
}
