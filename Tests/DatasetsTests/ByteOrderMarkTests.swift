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
}
