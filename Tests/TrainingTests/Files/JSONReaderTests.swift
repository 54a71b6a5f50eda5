import Testing

@testable import Training

@Suite struct `Reading JSON` {
    private func read(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

    @Test(arguments: [
        "null", "true", "-12", "0.1", "[]", "{}", #"[1,[2,[3]],{"a":{"b":"c"}}]"#, #""é \" \\ \n \u0001 🙂""#,
    ])
    func `gives what is written as it was`(text: String) throws {
        #expect(try read(text).description == text)
    }

    @Test func `understands every escape`() throws {
        #expect(try read(#""\u00e9\ud83d\ude42\/\b\f\r\t""#).text == "é🙂/\u{8}\u{C}\r\t")
    }

    @Test func `keeps whole numbers whole, and others to the last digit`() throws {
        #expect(try read(" 9007199254740993 ").integer == 9_007_199_254_740_993)
        #expect(try read("1e3").number == 1000)
        #expect(try read("0.30000000000000004").number == 0.1 + 0.2)
    }

    @Test(arguments: [
        ("", "byte 0: it ends where a value should be"), ("[1,]", "byte 3: here should be a value"),
        ("{\"a\" 1}", "byte 5: here should be a colon"), ("[1 2]", "here should be a comma"),
        ("1 2", "there is more behind"), ("nul", "here should be a value"), ("--1", "is no number"),
        ("\"a", "it ends within a text"), ("\"\u{1}\"", "a control character"),
        (#""\x""#, "no such escape"), (#""\u12G4""#, "four hexadecimal digits"),
    ])
    func `says where a text is none`(text: String, problem: String) {
        #expect { try read(text) } throws: { "\($0)".contains(problem) }
    }

    /// As `json.dumps` of Python 3 writes them, and `json.loads` reads them.
    @Test func `takes what Python writes beyond the standard`() throws {
        #expect(try read("NaN").number?.isNaN == true)
        #expect(
            try read("[Infinity, -Infinity, 1e999, -1e999]").items?.map(\.number) == [
                .infinity, -.infinity, .infinity, -.infinity,
            ])
        #expect(try read("2.0").integer == 2)
        #expect(try read("1e3").integer == 1000)
        #expect(try read("[2.0, 3]").integers == [2, 3])
        #expect(try read("2.5").integer == nil)
        #expect(try read("1e300").integer == nil)
        #expect(try read(#"{"a": 1, "b": 0, "a": 2}"#)["a"]?.integer == 2)
        #expect(try read("{\"a\": 1}   \n  ")["a"]?.integer == 1)
    }

    @Test func `reads half of a surrogate pair as a mark, and what follows as it is`() throws {
        #expect(try read(#""\ud800""#).text == "\u{FFFD}")
        #expect(try read(#""\ud83d\ude42\ud83d""#).text == "🙂\u{FFFD}")
        #expect(try read(#""\ud83d\n""#).text == "\u{FFFD}\n")
        #expect(try read(#""\ud83d\u0041""#).text == "\u{FFFD}A")
        #expect(try read(#""\ude42\ud83d""#).text == "\u{FFFD}\u{FFFD}")
    }

    @Test func `passes over one byte order mark in front`() throws {
        #expect(try read("\u{FEFF}{\"a\": 1}")["a"]?.integer == 1)
        #expect(throws: JSONError.self) { try read("\u{FEFF}\u{FEFF}1") }
    }

    @Test func `goes no deeper than the stack does`() {
        #expect { try read(String(repeating: "[", count: 1_000_000)) } throws: {
            "\($0)".contains("nested deeper")
        }
    }

    @Test func `takes no bytes that are no text`() {
        #expect { try JSONValue(parsing: [0x22, 0xFF, 0x22]) } throws: { "\($0)".contains("no UTF-8") }
    }
}
