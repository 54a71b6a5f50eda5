/// A score of how well a text has the letters that were typed, in their order but not side by side.
///
/// Letters at the starts of words and letters that follow each other count more, so that `ce` finds “class sizes”
/// and “curves cursor” before “choose”.
struct FuzzyMatch: Equatable {
    /// The more the better.
    let score: Int
    /// The indices of the text's characters that were meant.
    let places: [Int]

    /// Looks for what was typed; blanks in it don't count, nor does case.
    ///
    /// - Returns: `nil` where a letter is missing.
    init?(_ typed: String, in text: String) {
        let (typed, text) = (typed.lowercased(), text.lowercased())
        // Most texts are out of the question at first sight, and every key asks of all of them.
        guard Self.has(Array(typed.utf8), in: Array(text.utf8)) else { return nil }
        let wanted = Array(typed).filter { $0 != " " }
        let letters = Array(text)
        guard !wanted.isEmpty else {
            (score, places) = (0, [])
            return
        }
        guard wanted.count <= letters.count else { return nil }
        // best[j]: the best score of a match whose last letter so far stands at j; a table of few rows and columns.
        let impossible = Int.min / 2
        var best = [Int](repeating: impossible, count: letters.count)
        var origins: [[Int]] = []
        for (row, letter) in wanted.enumerated() {
            var next = [Int](repeating: impossible, count: letters.count)
            var origin = [Int](repeating: -1, count: letters.count)
            var leading = (score: impossible, place: -1)
            for place in letters.indices {
                if row > 0, place > 0, best[place - 1] > leading.score {
                    leading = (best[place - 1], place - 1)
                }
                guard letters[place] == letter else { continue }
                let isStart = place == 0 || !letters[place - 1].isLetter
                let own = 1 + (isStart ? 8 : 0)
                if row == 0 {
                    next[place] = own - min(place, 8) / 4
                    continue
                }
                guard leading.score > impossible else { continue }
                (next[place], origin[place]) = (leading.score + own, leading.place)
                let adjoining = place > 0 ? best[place - 1] : impossible
                // More than a word's start is worth, or initials would come before the word itself.
                if adjoining > impossible, adjoining + own + 9 > next[place] {
                    (next[place], origin[place]) = (adjoining + own + 9, place - 1)
                }
            }
            best = next
            origins.append(origin)
        }
        guard let last = best.indices.max(by: { best[$0] < best[$1] }), best[last] > impossible else {
            return nil
        }
        var places = [last]
        for origin in origins.dropFirst().reversed() { places.append(origin[places[places.count - 1]]) }
        self.places = places.reversed()
        score = best[last]
    }

    /// Tells whether the bytes come in that order, blanks aside.
    private static func has(_ wanted: [UInt8], in bytes: [UInt8]) -> Bool {
        var place = 0
        for byte in wanted where byte != UInt8(ascii: " ") {
            while place < bytes.count, bytes[place] != byte { place += 1 }
            guard place < bytes.count else { return false }
            place += 1
        }
        return true
    }
}
