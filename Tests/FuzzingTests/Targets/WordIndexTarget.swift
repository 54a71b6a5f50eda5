@testable import Datasets

extension FuzzTarget {
    /// Keras' lists of words with their ranks.
    static let wordIndex = FuzzTarget(
        "word-index", executions: 10_000,
        words: [
            "{", "}", "\"the\": 1", ",", ":", "\\u00e9", "\\ud83d\\ude00", "\\\"", "1000000", "1000001", "-1",
            "0",
            "1e3", "99999999999999999999", "\u{FEFF}",
        ],
        seeds: { ["{\"the\": 1, \"of\": 2}", "{}", "{\"caf\\u00e9\":3,\"\\ud83d\\ude00\":1}"] },
        run: { text in
            guard let index = try? WordIndex(FileBytes(path: "fuzz.json", bytes: Array(text.utf8))) else {
                return false
            }
            try check(index.words.count <= WordIndex.largestRank + 1, "\(index.words.count) words were read")
            try check(index.words.first?.isEmpty == true, "rank 0 belongs to “\(index.words.first ?? "")”")
            return true
        })
}
