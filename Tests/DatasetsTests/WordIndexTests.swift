import Testing

@testable import Datasets

@Suite struct `A word index` {
    private func words(_ json: String) throws -> [String] {
        try WordIndex(FileBytes(Array(json.utf8))).words
    }

    @Test func `lists its words by rank`() throws {
        #expect(try words("{\"of\": 2, \"the\": 1}") == ["", "the", "of"])
        #expect(try words(" {\n\t\"the\" :1 ,\"of\": 2\r\n} \n") == ["", "the", "of"])
        #expect(try words("{}") == [""])
    }

    @Test func `may leave ranks out`() throws {
        #expect(try words("{\"c\": 3}") == ["", "", "", "c"])
    }

    @Test func `may escape characters, also those of two halves`() throws {
        #expect(
            try words(#"{"\"\\\/": 1, "\b\f\n\r\t": 2, "\u00fcber": 3, "\ud83d\ude00": 4, "né": 5}"#)
                == ["", "\"\\/", "\u{8}\u{c}\n\r\t", "über", "😀", "né"])
    }

    @Test func `passes over ranks below 1, which belong to marks`() throws {
        #expect(try words("{\"<pad>\": 0, \"a\": 1, \"<start>\": -1, \"<x>\": 0}") == ["", "a"])
        #expect(try words("{\"<pad>\": 0}") == [""])
        let many = String(repeating: "9", count: 400)
        for rank in [
            "-1e400", "-\(many)", "-1\(many.map { _ in "0" }.joined())", "-1.5", "0.25", "-0.0", "-Infinity",
        ] {
            #expect(try words("{\"a\": 1, \"<x>\": \(rank), \"b\": 2}") == ["", "a", "b"], "\(rank)")
        }
    }

    @Test func `takes the last rank of a word that is given twice, as Python does`() throws {
        #expect(try words("{\"a\": 1, \"b\": 2, \"a\": 3}") == ["", "", "b", "a"])
        #expect(try words("{\"a\": 1, \"b\": 1, \"a\": 2}") == ["", "b", "a"], "b has its rank alone")
        #expect(try words("{\"a\": 9999999, \"a\": 1}") == ["", "a"])
        #expect(try words("{\"a\": 1, \"a\": 0}") == [""])
        // One letter, or a letter and an accent: two words to Python, although they look alike.
        let alike = try words("{\"\u{e9}\": 1, \"e\u{301}\": 2}").map { Array($0.unicodeScalars) }
        #expect(alike == [[], ["\u{e9}"], ["e", "\u{301}"]])
    }

    @Test func `gives a rank that two words have to the last, as Python's reversed index does`() throws {
        #expect(try words("{\"w\": 1, \"zz\": 1}") == ["", "zz"])
        // A word that is given twice stays where it was first.
        #expect(try words("{\"w\": 1, \"zz\": 1, \"w\": 1}") == ["", "zz"])
    }

    @Test func `finds words that are given twice among thousands`() throws {
        let entries = (1...5000).map { "\"w\($0)\": \($0)" } + (1...5000).map { "\"w\($0)\": \(5001 - $0)" }
        let words = try words("{" + entries.joined(separator: ", ") + "}")
        #expect(words == [""] + (1...5000).map { "w\(5001 - $0)" })
    }

    @Test func `is read as Python writes it`() throws {
        #expect(try words("\u{FEFF}{\"a\": 1}") == ["", "a"])
        #expect(try words("{\"a\": 1.0, \"b\": 2e0}") == ["", "a", "b"])
        #expect(
            try words(#"{"\ud83d": 1, "\ude00x": 2, "\ud83dA": 3, "\ud83d\ud83d\ude00": 4}"#)
                == ["", "\u{fffd}", "\u{fffd}x", "\u{fffd}A", "\u{fffd}😀"])
    }

    @Test(arguments: [
        ("", "byte 0: it ends where “{” should be"),
        ("[1]", "byte 0: it is a list, where an object with the rank of each word should stand"),
        ("the 1", "byte 0: it does not begin with “{”"),
        ("{", "byte 1: it ends where “}” should be"),
        ("{\"a\"", "byte 4: it ends where “:” should be"),
        ("{\"a\": ", "byte 6: it ends where a number should be"),
        ("{\"a\": 1", "byte 7: it ends where “,” or “}” should be"),
        ("{\"a\": 1,}", "byte 8: “\"” should stand here"),
        ("{\"a\": 1} x", "byte 9: something follows the object's end"),
        ("{\"a\": \"1\"}", "byte 6: a whole number should stand here"),
        ("{\"a\": [1]}", "byte 6: a whole number should stand here"),
        ("{\"a\": 1.5}", "byte 6: a whole number should stand here"),
        ("{\"a\": +1}", "byte 6: a whole number should stand here"),
        (
            "{\"a\": 99999999999999999999}",
            "byte 6: 99999999999999999999 is too large for a rank; at most 1000000"
        ),
        ("{\"a\": 1e30}", "byte 6: 1e30 is too large for a rank"),
        ("{\"a\": 1e999}", "byte 6: 1e999 is too large for a rank"),
        ("{\"a\": 1000001}", "byte 6: “a” has the rank 1000001"),
        ("{\"a\": Infinity}", "byte 6: Infinity is too large for a rank"),
        ("{\"a\": -}", "byte 6: a whole number should stand here"),
        ("{\"a\": -x}", "byte 6: a whole number should stand here"),
        ("{\"\\x\": 1}", "byte 2: “\\” stands before a character"),
        ("{\"\\u12", "byte 4: four hexadecimal digits should take 4 bytes"),
        ("{\"\\u12g4\": 1}", "four hexadecimal digits should stand here"),
        ("{\"a\": NaN}", "byte 6: a whole number should stand here"),
        ("\u{FEFF}\u{FEFF}{}", "byte 3: it does not begin with “{”"),
        ("{\"a\u{1b}\": 1}", "byte 3: a word holds a control character"),
    ])
    func `with a fault names it and its place`(json: String, fault: String) {
        let found = complaint { try words(json) }
        #expect(found.hasPrefix(fault) || found.contains(": " + fault), "\(found)")
    }

    @Test func `that is not UTF-8 is refused`() {
        let bytes = Array("{\"".utf8) + [0xff, 0xfe] + Array("\": 1}".utf8)
        #expect(complaint { try WordIndex(FileBytes(bytes)) }.hasPrefix("byte 2: a word is not in UTF-8"))
    }

    @Test(
        arguments: ["[\"the\"]", "the\nof\n", "{\"the\": 1e30}"].map { Array($0.utf8) } + [
            Array("{\"n".utf8) + [0xE9] + Array("\": 1}".utf8)
        ])
    func `that is whole, but something else, is not called damaged`(bytes: [UInt8]) {
        #expect { try WordIndex(FileBytes(bytes)) } throws: { error in
            let text = "\(error)"
            return text.contains("can't be used") && !text.contains("damaged")
        }
    }

    @Test func `cut off or altered anywhere is read or refused, and no more`() {
        let good = Array(#"{"the": 1, "of\u00fc": 2, "né": 31}"#.utf8)
        for offset in good.indices {
            #expect(complaint { try WordIndex(FileBytes(Array(good.prefix(offset)))) } != "")
            for byte in UInt8.min...UInt8.max {
                var bytes = good
                bytes[offset] = byte
                #expect(!complaint { try WordIndex(FileBytes(bytes)) }.hasPrefix("not a DatasetError"))
            }
        }
    }
}
