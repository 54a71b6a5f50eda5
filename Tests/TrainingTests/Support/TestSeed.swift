import Foundation

/// The seed of a test whose moments are any: `NNBOARD_SEED`, or else another one each time.
enum TestSeed {
    /// Chooses it, and prints what gives the same again.
    static func choose(for test: String) -> UInt64 {
        let named = ProcessInfo.processInfo.environment["NNBOARD_SEED"].flatMap { UInt64($0) }
        let seed = named ?? UInt64.random(in: 0..<1_000_000_000)
        print("\(test): NNBOARD_SEED=\(seed) repeats it")
        return seed
    }
}
