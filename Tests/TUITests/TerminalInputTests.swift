import Testing

@testable import TUI

@Suite struct `A typed character` {
    @Test(
        arguments: [
            (0x00, Key.control(" ")), (0x03, .control("c")), (0x1A, .control("z")), (0x1C, .control("\\")),
            (0x1F, .control("_")), (0x08, .backspace), (0x7F, .backspace), (0x09, .tab), (0x0A, .enter),
            (0x0D, .enter),
            (0x1B, .escape), (0x20, .space), (0x41, .character("A")), (0xE4, .character("ä")),
            (0x6F22, .character("漢")),
        ] as [(UInt32, Key)])
    func `is the key that sends it`(scalar: UInt32, key: Key) throws {
        #expect(Key(typed: try #require(Unicode.Scalar(scalar))) == key)
    }

    @Test(arguments: [0x85, 0x301, 0x200B, 0x202E, 0xE000] as [UInt32])
    func `that would not show is no key`(scalar: UInt32) throws {
        #expect(Key(typed: try #require(Unicode.Scalar(scalar))) == nil)
    }
}

@Suite struct `A character after escape` {
    @Test(
        arguments: [
            (0x78, Key.alt("x")), (0x20, .alt(" ")), (0xE4, .alt("ä")), (0x7F, .altBackspace),
            (0x08, .altBackspace),
        ] as [(UInt32, Key)])
    func `is that character with Alt held`(scalar: UInt32, key: Key) throws {
        #expect(Key(alted: try #require(Unicode.Scalar(scalar))) == key)
    }

    @Test(arguments: [0x0D, 0x1B, 0x301] as [UInt32])
    func `is no key where nobody holds Alt with it`(scalar: UInt32) throws {
        #expect(Key(alted: try #require(Unicode.Scalar(scalar))) == nil)
    }
}

@Suite struct `A paste` {
    private func paste(_ text: String) -> String {
        var buffer = PasteBuffer()
        for scalar in text.unicodeScalars { buffer.append(scalar) }
        return buffer.text
    }

    @Test func `has one kind of line end and no control characters`() {
        #expect(paste("a\rb\r\nc\nd\r\re") == "a\nb\nc\nd\n\ne")
        #expect(paste("x\ty\u{1B}[31mz\u{9B}\u{7F}\u{202E}") == "x y·[31mz···")
        #expect(paste("naïve e\u{301} 漢") == "naïve e\u{301} 漢")
    }

    @Test func `is cut off at its limit, between characters`() {
        let long = String(repeating: "漢", count: PasteBuffer.limit)
        let kept = paste(long + "end")
        #expect(kept.utf8.count == PasteBuffer.limit - PasteBuffer.limit % 3)
        #expect(kept.allSatisfy { $0 == "漢" })
    }
}

@Suite struct `The log` {
    @Test func `lies where programs keep their state`() {
        #expect(
            Terminal.log(environment: ["HOME": "/home/ada"]) == "/home/ada/.local/state/nnboard/nnboard.log")
        #expect(
            Terminal.log(environment: ["HOME": "/home/ada", "XDG_STATE_HOME": "/state"])
                == "/state/nnboard/nnboard.log")
        #expect(
            Terminal.log(environment: ["HOME": "/home/ada", "XDG_STATE_HOME": ""])
                == "/home/ada/.local/state/nnboard/nnboard.log")
    }
}
