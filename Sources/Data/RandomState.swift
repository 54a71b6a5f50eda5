import Glibc

/// numpy's legacy generator of random numbers, by which Keras shuffles its data sets.
///
/// The Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998) with the distributions that `numpy.random.RandomState`
/// has frozen: the same seed gives the same numbers in the same order as there.
///
/// ```swift
/// var random = RandomState(seed: 113)
/// let order = random.permutation(11_228)
/// ```
public struct RandomState: Sendable {
    private static let size = 624
    private static let middle = 397

    private var words: [UInt32]
    private var next = RandomState.size
    /// The polar method makes two normal numbers at once; this is the other one.
    private var spare: Double?

    /// Starts a sequence, as `numpy.random.RandomState(seed)` does.
    public init(seed: UInt32) {
        words = [seed]
        words.reserveCapacity(Self.size)
        var last = seed
        for index in 1..<UInt32(Self.size) {
            last = 1_812_433_253 &* (last ^ last >> 30) &+ index
            words.append(last)
        }
    }

    /// The next 32 random bits.
    public mutating func uint32() -> UInt32 {
        if next == Self.size { twist() }
        var bits = words[next]
        next += 1
        bits ^= bits >> 11
        bits ^= bits << 7 & 0x9d2c_5680
        bits ^= bits << 15 & 0xefc6_0000
        return bits ^ bits >> 18
    }

    private mutating func twist() {
        for index in 0..<Self.size {
            let following = words[(index + 1) % Self.size]
            let bits = words[index] & 0x8000_0000 | following & 0x7fff_ffff
            words[index] =
                words[(index + Self.middle) % Self.size] ^ bits >> 1 ^ (bits & 1 == 0 ? 0 : 0x9908_b0df)
        }
        next = 0
    }

    /// A number from 0 up to, but not including, 1, with 53 random bits.
    public mutating func randomSample() -> Double {
        let high = Double(uint32() >> 5)
        let low = Double(uint32() >> 6)
        return (high * 67_108_864 + low) / 9_007_199_254_740_992
    }

    /// A number from `low` up to `high`, every part as likely as another.
    public mutating func uniform(_ low: Double, _ high: Double) -> Double {
        low + (high - low) * randomSample()
    }

    /// A number with Gauss' distribution, by Marsaglia's polar method.
    ///
    /// - Parameters:
    ///   - mean: numpy's `loc`.
    ///   - deviation: numpy's `scale`.
    /// - Returns: One number; every other call only takes what the call before has left over.
    public mutating func normal(mean: Double = 0, deviation: Double = 1) -> Double {
        if let spare {
            self.spare = nil
            return mean + deviation * spare
        }
        while true {
            let x1 = 2 * randomSample() - 1
            let x2 = 2 * randomSample() - 1
            let squares = x1 * x1 + x2 * x2
            guard squares < 1, squares != 0 else { continue }
            let factor = sqrt(-2 * log(squares) / squares)
            spare = factor * x1
            return mean + deviation * (factor * x2)
        }
    }

    /// A whole number from 0 to `last`, which takes as many draws as it needs to be fair.
    ///
    /// - Parameter last: The greatest result.
    /// - Returns: A number in `0...last`.
    public mutating func interval(_ last: UInt32) -> UInt32 {
        guard last > 0 else { return 0 }
        let mask = UInt32.max >> UInt32(last.leadingZeroBitCount)
        while true {
            let value = uint32() & mask
            if value <= last { return value }
        }
    }

    /// Brings elements into random order (Fisher and Yates, from the back).
    ///
    /// - Parameter elements: At most 2³² of them.
    public mutating func shuffle<Element>(_ elements: inout [Element]) {
        for index in stride(from: elements.count - 1, to: 0, by: -1) {
            elements.swapAt(index, Int(interval(UInt32(index))))
        }
    }

    /// The numbers from 0 to `count - 1` in random order.
    ///
    /// - Parameter count: The number of numbers.
    /// - Returns: `[count]`.
    public mutating func permutation(_ count: Int) -> [Int] {
        var numbers = Array(0..<count)
        shuffle(&numbers)
        return numbers
    }
}
