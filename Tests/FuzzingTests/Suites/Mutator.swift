import Datasets

/// Changes inputs as a fuzzer does, the same for the same seed: bits, bytes, pieces of others, words, lengths.
struct Mutator {
    /// Longer inputs try nothing that shorter ones don't.
    private static let longest = 1 << 14

    private var random: SplitMix64
    private let words: [[UInt8]]
    private let inputs: [[UInt8]]

    /// Begins with what is changed.
    ///
    /// - Parameters:
    ///   - inputs: At least one.
    ///   - words: Pieces to be put in.
    ///   - seed: The seed of the changes.
    init(_ inputs: [[UInt8]], words: [[UInt8]], seed: UInt64) {
        (self.inputs, self.words, random) = (inputs, words, SplitMix64(seed: seed))
    }

    /// An input with one to five changes.
    mutating func next() -> [UInt8] {
        var bytes = inputs[random.below(inputs.count)]
        for _ in 0...random.below(5) { change(&bytes) }
        return Array(bytes.prefix(Self.longest))
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let place = random.below(bytes.count + 1)
        switch random.below(10) {
        case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(random.below(8))
        case 1 where place < bytes.count: bytes[place] = UInt8(random.below(256))
        case 2 where place < bytes.count: bytes[place] = edges[random.below(edges.count)]
        case 3: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.below(8)))
        case 4:
            bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 1 + random.below(64))], at: place)
        case 5: bytes.removeSubrange(place...)
        case 6:
            let other = inputs[random.below(inputs.count)]
            bytes = Array(bytes[..<place] + other[random.below(other.count + 1)...])
        case 7: changeNumber(&bytes, at: place)
        default:
            guard !words.isEmpty else { return }
            let word = words[random.below(words.count)]
            let end = random.below(2) == 0 ? place : min(bytes.count, place + word.count)
            bytes.replaceSubrange(place..<end, with: word)
        }
    }

    private let edges: [UInt8] = [0, 1, 0x7F, 0x80, 0xFF, 0x20, 0x0A, 0x22, 0x3D]

    /// Changes a length: adds a little to a number of two, four or eight bytes, or to a digit.
    private mutating func changeNumber(_ bytes: inout [UInt8], at place: Int) {
        let size = [1, 2, 4, 8][random.below(4)]
        guard place + size <= bytes.count else { return }
        var carry = random.below(33) - 16
        for index in place..<place + size {
            carry += Int(bytes[index])
            bytes[index] = UInt8(truncatingIfNeeded: carry)
            carry >>= 8
        }
    }
}
