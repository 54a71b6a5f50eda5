@testable import Training

extension FuzzTarget {
    /// JSON of any form.
    static let json = FuzzTarget(
        "json", executions: 15_000,
        words: [
            "{", "}", "[", "]", ",", ":", "\"a\"", "true", "false", "null", "NaN", "Infinity", "-Infinity",
            "-0", "1e308",
            "1e309", "0.1", "9223372036854775807", "9223372036854775808", "\\u0000", "\\ud83d\\ude00",
            "\\ud83d",
            "\\\"", "\\/", "\u{FEFF}",
        ],
        seeds: {
            [
                "{\"a\":[1,-2.5,true,null],\"b\":{\"c\":\"d\\u00e9\\n\"}}", "[]", "0", "\"\"",
                String(repeating: "[", count: 64) + String(repeating: "]", count: 64),
            ]
        },
        run: { text in
            guard let value = try? JSONValue(parsing: Array(text.utf8)) else { return false }
            // Numbers that are not finite are written as null, so that only a value that was read again stays as it is.
            guard let first = try? JSONValue(parsing: Array(value.description.utf8)) else {
                throw BrokenPromise("“\(value)” was written and is refused")
            }
            try checkReadBack(first.description) { "\(try JSONValue(parsing: Array($0.utf8)))" }
            _ = value.lines(depth: 3)
            return true
        })
}
