import Testing

@testable import Datasets

@Suite struct `The checksum SHA-256` {
    @Test(arguments: [
        // FIPS 180-4's examples, and the empty message.
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
    ])
    func `is the one that the standard gives`(message: String, expected: String) {
        #expect(SHA256.hexadecimal(message.utf8) == expected)
    }

    @Test func `takes a million letters in pieces of any length`() {
        var sum = SHA256()
        var left = 1_000_000
        var size = 1
        while left > 0 {
            sum.update([UInt8](repeating: UInt8(ascii: "a"), count: min(size, left)))
            left -= min(size, left)
            size += 1
        }
        #expect(sum.hexadecimal() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test func `is the same whether the message comes at once or byte by byte`() {
        // The lengths around the ends of blocks are where padding goes wrong.
        for length in 0...130 {
            let message = (0..<length).map { UInt8($0) }
            var sum = SHA256()
            for byte in message { sum.update([byte]) }
            #expect(sum.hexadecimal() == SHA256.hexadecimal(message))
        }
    }
}
