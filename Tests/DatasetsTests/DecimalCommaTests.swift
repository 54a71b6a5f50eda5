import Testing

@testable import Datasets

@Suite struct `A number with a decimal comma` {
    @Test(arguments: [
        ("0,001", "0.001"), ("-0,5", "-0.5"), ("1,5", "1.5"), ("+2,5", "+2.5"), ("2,5e-3", "2.5e-3"),
        ("1,05", "1.05"), ("1000,25", "1000.25"),
    ])
    func `is told from one with a point`(text: String, point: String) {
        #expect(DecimalComma(text)?.point == point)
    }

    @Test(arguments: ["0.001", "64", "", ",5", "5,", "1,000,000", "a,5", "1, 5", "1,5x", "1e5", "-"])
    func `is none where there is no comma between digits`(text: String) {
        #expect(DecimalComma(text) == nil)
    }

    @Test(arguments: [
        ("dropout(0,5)", "0,5"), ("adam(learning_rate=0,001)", "0,001"), ("dense(64),dropout(0,25)", "0,25"),
        ("sgd(0.1, momentum=0,9)", "0,9"), ("0,001", "0,001"), ("l2(1,05)", "1,05"), ("l2(1,5e-3)", "1,5e-3"),
        ("CosineDecay(0,002,320)", "0,002"), ("EarlyStopping(patience=2,5)", "2,5"),
        ("EarlyStopping(patience=2, 5)", nil), ("CosineDecay(0,1,320)", nil),
        ("CosineDecay(0,1, 320)", "0,1"),
        ("64,64", nil), ("512,256,128", nil), ("dense(64, 3)", nil),
        ("blobs(0, 1)", nil), ("64,dropout(0.5),32", nil), ("PiecewiseConstant(1000,0.5)", nil),
        ("a0,5", nil), ("top_3,0.5", nil),
    ])
    func `is found in a text where it can be no list`(text: String, found: String?) {
        #expect(DecimalComma(in: text)?.found == found)
    }

    @Test(arguments: [
        ("adam(learning_rate=0,001)", "0.001"), ("dropout(0,5)", "0.5"), ("l2(0,01)", "0.01"),
    ])
    func `is refused in a term, with what to write`(text: String, write: String) {
        #expect { try Term(parsing: text) } throws: {
            "\($0)".contains("has a decimal comma: write \(write) where a fraction may stand")
        }
        #expect(throws: TermError.self) { try Term.list(parsing: "dense(4), " + text) }
        #expect(throws: TermError.self) { try Term.Value.list(parsing: "64," + text) }
    }

    @Test(arguments: [
        (
            "1,5", "“1,5” has a decimal comma, but a whole number is needed.",
            "“1,5” has a decimal comma: write 1.5."
        ),
        (
            "20,000", "“20,000” has a comma: write 20000.",
            "“20,000” has a comma: write 20000, or 20.000 for a fraction."
        ),
        (
            "0,200", "“0,200” has a decimal comma, but a whole number is needed.",
            "“0,200” has a decimal comma: write 0.200."
        ),
    ])
    func `has advice that fits the numbers that may stand there`(
        text: String, whole: String, fraction: String
    ) {
        #expect(DecimalComma(text)?.wholeAdvice == whole)
        #expect(DecimalComma(text)?.fractionAdvice == fraction)
    }

    @Test func `is text between quotation marks`() throws {
        #expect(try Term(parsing: #"a(name="0,5")"#) == Term("a", [.init("name", .text("0,5"))]))
    }
}

@Suite struct `A number in a sentence` {
    @Test(arguments: [(0, "0 samples"), (1, "1 sample"), (2, "2 samples"), (-1, "-1 samples")])
    func `has its noun in the right form`(count: Int, text: String) {
        #expect(count.counted("sample") == text)
        #expect(1.counted("class", "classes") == "1 class")
        #expect(3.counted("class", "classes") == "3 classes")
    }

    @Test(arguments: [
        (0, "There is no test 5: test has no samples. Choose another part."),
        (1, "There is no test 5: the only one has the number 0."),
        (4, "There is no test 5: they go from 0 to 3."),
    ])
    func `of a list says which ones there are`(count: Int, text: String) {
        #expect(ListNumbers.missing(5, in: "test", count: count) == text)
    }

    @Test func `is nan whatever its sign bit, where it is not a number`() {
        #expect(Double.nan.spelt == "nan" && (-Double.nan).spelt == "nan")
        #expect((-Float.nan).spelt == "nan")
        #expect((-Float.infinity).spelt == "-inf" && 0.1.spelt == "0.1")
        #expect(Term("a", [.init(nil, .number(-.nan))]).description == "a(nan)")
    }
}

@Suite struct `The text of a file` {
    @Test func `is UTF-8, without one byte order mark`() {
        #expect(String(textFile: Array("\u{FEFF}théme".utf8)) == "théme")
        #expect(String(textFile: Array("théme".utf8)) == "théme")
        #expect(String(textFile: Array("\u{FEFF}\u{FEFF}a".utf8)).unicodeScalars.count == 2)
        #expect(String(textFile: [UInt8]()) == "")
        #expect(String(textFile: [0x61, 0xFF]) == "a\u{FFFD}")
    }

    @Test func `is UTF-16 where its mark says so, in either order`() {
        let units = Array("a é🙂\r\n".utf16)
        let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8] }
        let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] as [UInt8] }
        #expect(String(textFile: little) == "a é🙂\r\n")
        #expect(String(textFile: big) == "a é🙂\r\n")
        #expect(String(textFile: [0xFF, 0xFE] as [UInt8]) == "")
        #expect(String(textFile: [0xFF, 0xFE, 0x61] as [UInt8]) == "")
    }

    @Test func `is UTF-32 where its mark says so, in either order`() {
        func bytes(_ unit: UInt32) -> [UInt8] { (0..<4).map { UInt8(unit >> (24 - 8 * $0) & 0xFF) } }
        var (big, little): ([UInt8], [UInt8]) = ([], [])
        for scalar in "\u{FEFF}a é🙂\r\n".unicodeScalars {
            big += bytes(scalar.value)
            little += bytes(scalar.value).reversed()
        }
        for bytes in [big, little] {
            #expect(String(textFile: bytes) == "a é🙂\r\n")
            #expect(String(textFile: bytes.dropLast()) == "a é🙂\r")
            #expect(bytes.utf8OfTextFile == Array("a é🙂\r\n".utf8))
            #expect(bytes.contains(text: "é🙂"))
        }
        // No scalar has this number.
        #expect(String(textFile: [0, 0, 0xFE, 0xFF, 0, 0x11, 0, 0] as [UInt8]) == "\u{FFFD}")
    }
}
