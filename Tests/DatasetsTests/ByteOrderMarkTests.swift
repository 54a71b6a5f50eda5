import Foundation
import Testing

@testable import Datasets

@Suite struct `A byte order mark` {
    @Test(arguments: [
        ("\u{FEFF}title = 1", "title = 1"),
        ("\u{FEFF}", ""),
        ("\u{FEFF}\u{FEFF}twice", "\u{FEFF}twice"),
        ("\u{FEFF}\u{301}accent", "\u{301}accent"),
        ("inside \u{FEFF}", "inside \u{FEFF}"),
        ("", ""),
    ])
    func `is passed over once, at the beginning of a text or of its bytes`(text: String, rest: String) {
        // Scalars are compared, since texts that look alike may differ in them.
        #expect(Array(text.withoutByteOrderMark.unicodeScalars) == Array(rest.unicodeScalars))
        #expect(Array(text[...].withoutByteOrderMark.unicodeScalars) == Array(rest.unicodeScalars))
        #expect(Array(Array(text.utf8).withoutByteOrderMark) == Array(rest.utf8))
        #expect(Array(Data(text.utf8).withoutByteOrderMark) == Array(rest.utf8))
        #expect(text.utf8.byteOrderMarkLength == text.utf8.count - rest.utf8.count)
    }

    @Test func `is no part of a text that only begins like it`() {
        #expect(Array([0xef, 0xbb].withoutByteOrderMark) == [0xef, 0xbb])
        #expect([UInt8]().byteOrderMarkLength == 0)
    }

    /// A text in an encoding, its mark in front.
    private static func bytes(_ text: String, width: Int, isBigEndian: Bool) -> [UInt8] {
        let marked = "\u{FEFF}" + text
        let units: [UInt32] =
            switch width {
            case 1: marked.utf8.map(UInt32.init)
            case 2: marked.utf16.map(UInt32.init)
            default: marked.unicodeScalars.map(\.value)
            }
        return units.flatMap { unit in
            let bytes = (0..<width).map { UInt8(truncatingIfNeeded: unit >> (8 * UInt32($0))) }
            return isBigEndian ? bytes.reversed() : bytes
        }
    }

    @Test(arguments: [1, 2, 4], [false, true])
    func `names the encoding of lines that come piece by piece`(width: Int, isBigEndian: Bool) {
        // Ċ has the byte of a newline in UTF-16 and UTF-32, and the last character takes two units of UTF-16.
        let bytes = Self.bytes("train\r\n\nfind Ċ\u{A0A}\nend 🙂", width: width, isBigEndian: isBigEndian)
        for size in [1, 3, 7, bytes.count] {
            var lines = TextLines()
            var found: [String] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                found += lines.take(bytes[start..<min(start + size, bytes.count)])
            }
            #expect(found == ["train", "", "find Ċ\u{A0A}"], "\(size) bytes at a time")
            #expect(lines.finish() == "end 🙂")
            #expect(lines.finish() == nil)
        }
    }

    @Test func `keeps nobody waiting who types a line without one`() {
        var lines = TextLines()
        #expect(lines.take(Array("q\n".utf8)) == ["q"])
        #expect(lines.take(Array("two\nlines\n".utf8)) == ["two", "lines"])
        #expect(lines.finish() == nil)
        var short = TextLines()
        #expect(short.take([0xFF]) == [] && short.take([0xFE]) == [])
        #expect(short.finish() == nil)
    }
}
