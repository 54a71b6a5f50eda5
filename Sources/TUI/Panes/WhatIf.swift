import Datasets

/// A sample that a person has changed: words left out, words added, or another text altogether.
struct WhatIf: Hashable, Sendable {
    /// The sample that it was made of.
    var part: DataPart
    var row: Int
    /// The text in place of the sample's own.
    var text: String?
    /// The words added to it.
    var added = ""
    /// The columns of the words that are left out.
    var off: Set<Int32> = []

    /// Tells whether nothing is changed.
    var isEmpty: Bool { text == nil && off.isEmpty && added.allSatisfy { $0 == " " } }

    /// The columns that hold a one.
    ///
    /// - Parameters:
    ///   - own: The columns of the unchanged sample.
    ///   - encoder: The encoder, which knows the words; without one, nothing that was written counts.
    /// - Returns: The columns, ascending and distinct.
    func columns(of own: [Int32], _ encoder: TextEncoder?) -> [Int32] {
        var columns = Set(text.flatMap { encoder?.encode($0).columns } ?? own)
        for word in encoder?.encode(added).words ?? [] {
            if word.fate == .known, let token = word.token { columns.insert(token) }
        }
        return columns.subtracting(off).sorted()
    }

    /// The distinct words that were written and that the network is not shown, in order.
    func unknown(_ encoder: TextEncoder?) -> [String] {
        guard let encoder else { return [] }
        let all = encoder.encode("\(text ?? "") \(added)")
        return all.unknown + all.leftOut
    }

    /// The changes in words: `2 words off, 1 added`.
    var summary: String {
        let parts = [
            text == nil ? "" : "a text of your own",
            off.isEmpty ? "" : Format.count(off.count, "word off", "words off"),
            added.allSatisfy { $0 == " " } ? "" : "\(added.split(separator: " ").count) added",
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

/// A word of a text as the inspector shows it.
struct ShownWord: Equatable, Sendable {
    /// The reasons for which a word is shown.
    enum Kind: Equatable, Sendable {
        /// It is in the text.
        case plain
        /// It is left out.
        case off
        /// It was added.
        case added
        /// The network is not shown it.
        case unknown
    }

    var text: String
    /// Its column; `nil` where the network is not shown it.
    var column: Int32?
    var kind: Kind
}
