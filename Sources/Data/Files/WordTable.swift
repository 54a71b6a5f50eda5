/// Finds words by their bytes: a hash table of numbers, with open addressing.
///
/// A `Dictionary` would take words for equal that Unicode calls equivalent, which are two words to Python, and takes
/// three times as long.
struct WordTable {
    /// A place without a word.
    private static let free: Int32 = -1

    /// The numbers of words, or ``free``; a power of two.
    private var slots = [Int32](repeating: free, count: 1 << 10)
    private var count = 0
    /// Another one each time, so that no file can be made whose words all share a place.
    private let seed = UInt64.random(in: .min ... .max)

    /// The number of a word: that of an equal one that was asked for before, or else the next.
    ///
    /// - Parameters:
    ///   - word: Any word.
    ///   - known: The words by their numbers.
    /// - Returns: A number from 0 on.
    @inline(__always)
    mutating func number(of word: String, known: (Int) -> String) -> Int {
        if 2 * count >= slots.count { grow(known) }
        let slot = slot(of: word, known)
        if slots[slot] != Self.free { return Int(slots[slot]) }
        slots[slot] = Int32(count)
        count += 1
        return count - 1
    }

    /// The place of an equal word, or else a free one.
    @inline(__always)
    private func slot(of word: String, _ known: (Int) -> String) -> Int {
        // FNV-1a, which begins elsewhere.
        var hash = seed
        for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
        while slots[slot] != Self.free, !known(Int(slots[slot])).utf8.elementsEqual(word.utf8) {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private mutating func grow(_ known: (Int) -> String) {
        let numbers = slots.filter { $0 != Self.free }
        slots = [Int32](repeating: Self.free, count: 2 * slots.count)
        for number in numbers { slots[slot(of: known(Int(number)), known)] = number }
    }
}
