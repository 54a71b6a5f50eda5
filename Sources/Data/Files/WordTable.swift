/// Finds words by their bytes: a hash table of numbers, with open addressing.
///
/// A `Dictionary` would take words for equal that Unicode calls equivalent, which are two words to Python, and takes
/// three times as long.
struct WordTable {
    /// A place without a word.
    private static let free: Int32 = -1

    /// The numbers of words, or ``free``; a power of two.
    private var slots: [Int32]
    /// The hashes of the words by their numbers.
    private var hashes: [UInt64] = []
    /// Another one each time, so that no file can be made whose words all share a place.
    private let seed = UInt64.random(in: .min ... .max)

    /// Starts without words.
    ///
    /// - Parameter count: The number of words that there may be; more are possible.
    init(expecting count: Int) {
        slots = [Int32](repeating: Self.free, count: 2 << (64 - max(count, 16).leadingZeroBitCount))
        hashes.reserveCapacity(count)
    }

    /// The number of a word: that of an equal one that was asked for before, or else the next.
    ///
    /// - Parameters:
    ///   - word: Any word.
    ///   - known: The words by their numbers.
    /// - Returns: A number from 0 on.
    @inline(__always)
    mutating func number(of word: String, known: (Int) -> String) -> Int {
        if 2 * hashes.count >= slots.count { grow() }
        let hash = hash(of: word)
        var slot = first(hash)
        while slots[slot] != Self.free {
            let number = Int(slots[slot])
            if hashes[number] == hash, known(number).utf8.elementsEqual(word.utf8) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = Int32(hashes.count)
        hashes.append(hash)
        return hashes.count - 1
    }

    private func first(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    }

    /// FNV-1a, which begins elsewhere.
    @inline(__always)
    private func hash(of word: String) -> UInt64 {
        var word = word
        return word.withUTF8 { $0.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 } }
    }

    private mutating func grow() {
        slots = [Int32](repeating: Self.free, count: 2 * slots.count)
        for (number, hash) in hashes.enumerated() {
            var slot = first(hash)
            while slots[slot] != Self.free { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }
}
