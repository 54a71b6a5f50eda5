/// A small generator of random numbers with 64 bits of state (Steele, Lea and Flood, "Fast splittable pseudorandom
/// number generators", 2014): the same seed gives the same numbers on every machine, for ever.
///
/// The standard library's `random(in:using:)` and `shuffled(using:)` may change how they use a generator from one
/// release to the next, so what must stay the same draws with ``below(_:)``, in whole numbers only.
public struct SplitMix64: RandomNumberGenerator, Equatable, Sendable {
    private var state: UInt64

    /// Starts the sequence that belongs to a seed.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
        return bits ^ (bits >> 31)
    }

    /// A number in `0..<bound`, each as likely as another but for one part in 2⁶⁴ / `bound`.
    public mutating func below(_ bound: Int) -> Int {
        precondition(bound > 0, "there is no number from 0 to below \(bound)")
        return Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
    }

    /// A number in `0..<bound` of which `n` comes about `n + 1` times less often than 0, as words do by their rank
    /// (Zipf's law).
    ///
    /// First a power of two is drawn, then a number as long as that: all whole numbers, no logarithm.
    public mutating func ranked(below bound: Int) -> Int {
        precondition(bound > 0, "there is no number from 0 to below \(bound)")
        let octaves = Int.bitWidth - bound.leadingZeroBitCount
        while true {
            let octave = below(octaves)
            let number = (1 << octave) - 1 + below(1 << octave)
            // The last octave reaches beyond the bound: what falls there is drawn again.
            if number < bound { return number }
        }
    }

    /// Puts the elements in random order (Fisher and Yates, as Durstenfeld wrote it in 1964).
    public mutating func shuffle<Element>(_ elements: inout [Element]) {
        for last in stride(from: elements.count - 1, to: 0, by: -1) {
            elements.swapAt(last, below(last + 1))
        }
    }
}
