/// Texts as lists of word indices, all in one array.
public struct TokenSequences: Equatable, Sendable {
    /// Text `i` holds `tokens[offsets[i]..<offsets[i + 1]]`; `[texts + 1]`, rising from 0.
    public private(set) var offsets: [Int32]
    /// The word indices of all texts, one text after another.
    public private(set) var tokens: [Int32]

    /// The number of texts.
    public var count: Int { offsets.count - 1 }

    /// Starts with no texts.
    public init() {
        offsets = [0]
        tokens = []
    }

    /// Wraps arrays that are already in this form.
    ///
    /// - Parameters:
    ///   - offsets: The place in `tokens` at which each text begins, and at the end their number; `[texts +
    ///     1]`.
    ///   - tokens: The word indices of all texts.
    public init(offsets: [Int32], tokens: [Int32]) {
        precondition(
            offsets.first == 0 && Int(offsets.last ?? -1) == tokens.count,
            "offsets run from 0 to \(tokens.count), not from \(offsets.first ?? -1) to \(offsets.last ?? -1)"
        )
        self.offsets = offsets
        self.tokens = tokens
    }

    /// The word indices of one text.
    public subscript(text: Int) -> ArraySlice<Int32> {
        tokens[Int(offsets[text])..<Int(offsets[text + 1])]
    }

    /// The first texts, in the same order.
    public func first(_ count: Int) -> TokenSequences {
        TokenSequences(
            offsets: Array(offsets[...count]), tokens: Array(tokens[..<Int(offsets[count])]))
    }

    /// Adds one text at the end.
    public mutating func append(_ text: some Sequence<Int32>) {
        tokens.append(contentsOf: text)
        offsets.append(Int32(tokens.count))
    }

    /// Makes room for texts that are about to be appended.
    public mutating func reserveCapacity(texts: Int, tokens count: Int) {
        offsets.reserveCapacity(texts + 1)
        tokens.reserveCapacity(count)
    }

    /// The texts as rows with a one for every word that occurs (the book's `vectorize_sequences`, section 4.1.2).
    ///
    /// - Parameter columns: The number of words that are told apart; greater indices are left out.
    /// - Returns: `[texts, columns]`.
    public func multiHot(columns: Int) -> SparseRows {
        var rowOffsets: [Int32] = [0]
        rowOffsets.reserveCapacity(offsets.count)
        var indices: [Int32] = []
        indices.reserveCapacity(tokens.count)
        // One bit a column: setting them sorts a text's words and removes doubles, five times as fast as a sort.
        var bits = [UInt64](repeating: 0, count: (columns + 63) / 64)
        for text in 0..<count {
            var (first, last) = (bits.count, -1)
            for token in self[text] where token >= 0 && token < columns {
                let word = Int(token) / 64
                bits[word] |= 1 << UInt64(token % 64)
                (first, last) = (min(first, word), max(last, word))
            }
            for word in stride(from: first, through: last, by: 1) {
                while bits[word] != 0 {
                    indices.append(Int32(64 * word + bits[word].trailingZeroBitCount))
                    bits[word] &= bits[word] - 1
                }
            }
            rowOffsets.append(Int32(indices.count))
        }
        return SparseRows(columns: columns, offsets: rowOffsets, indices: indices)
    }
}
