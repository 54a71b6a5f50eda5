import Glibc

/// A stream of random numbers that a seed decides: xoshiro256++ (Blackman and Vigna, 2019).
struct Random: RandomNumberGenerator, Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    /// Starts a stream.
    ///
    /// - Parameters:
    ///   - seed: The number that the user chose.
    ///   - stream: Tells streams of one seed apart, so that the order of samples doesn't depend on the layers.
    init(seed: UInt64, stream: UInt64) {
        // Filled by splitmix64, as the authors advise: similar seeds give unlike states.
        var filler = seed &+ stream &* 0xD1B5_4A32_D192_ED03
        func next() -> UInt64 {
            filler &+= 0x9E37_79B9_7F4A_7C15
            var z = filler
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
        state = (next(), next(), next(), next())
    }

    /// Continues where a stream was.
    ///
    /// - Parameter words: The ``words`` of a stream; any other number of them gives `nil`.
    init?(words: [UInt64]) {
        guard words.count == 4 else { return nil }
        state = (words[0], words[1], words[2], words[3])
    }

    /// The place of the stream, from which another can continue.
    var words: [UInt64] { [state.0, state.1, state.2, state.3] }

    mutating func next() -> UInt64 {
        let sum = state.0 &+ state.3
        let result = (sum << 23 | sum >> 41) &+ state.0
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = state.3 << 45 | state.3 >> 19
        return result
    }

    /// A number below `bound`, each as likely as any other (Lemire, 2019).
    mutating func below(_ bound: UInt32) -> UInt32 {
        var product = UInt64(UInt32(truncatingIfNeeded: next() >> 32)) &* UInt64(bound)
        if UInt32(truncatingIfNeeded: product) < bound {
            let threshold = (0 &- bound) % bound
            while UInt32(truncatingIfNeeded: product) < threshold {
                product = UInt64(UInt32(truncatingIfNeeded: next() >> 32)) &* UInt64(bound)
            }
        }
        return UInt32(product >> 32)
    }

    /// A number from -1 to just under 1, a multiple of 2⁻²³.
    mutating func symmetric() -> Float {
        Float(Int32(truncatingIfNeeded: Int64(bitPattern: next()) >> 40)) * 0x1p-23
    }

    /// A number from 0 to just under 1, a multiple of 2⁻⁵³.
    mutating func uniform() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// A number of the normal distribution with mean 0 and deviation 1, by the polar method (Marsaglia and Bray, 1964).
    ///
    /// The method's second number is let go, so that the stream has no state but its own.
    mutating func normal() -> Double {
        while true {
            let (x, y) = (2 * uniform() - 1, 2 * uniform() - 1)
            let square = x * x + y * y
            if square > 0, square < 1 { return x * (-2 * log(square) / square).squareRoot() }
        }
    }
}

extension Array {
    /// Puts the elements in random order (Fisher and Yates).
    ///
    /// Unlike the standard library's, the order of one seed will be the same with every version of Swift.
    mutating func shuffle(by random: inout Random) {
        for last in stride(from: count - 1, to: 0, by: -1) {
            swapAt(last, Int(random.below(UInt32(last + 1))))
        }
    }
}
