import Datasets

/// The last line of a text that nnboard wrote for people to change: it tells whether they have.
enum WrittenMark {
    private static let beginning = "# as written by nnboard: "

    /// Puts the mark behind a text.
    static func marked(_ text: String) -> String {
        let text = text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
        return text + line(behind: text.utf8)
    }

    /// Tells whether a file is as it was written, or empty.
    ///
    /// One without a mark, which an earlier version wrote or the shell redirected, may have been changed.
    static func isIntact(in bytes: [UInt8]) -> Bool {
        if bytes.isEmpty { return true }
        guard let mark = bytes.ranges(of: Array(beginning.utf8)).last else { return false }
        return bytes[mark.lowerBound...].elementsEqual(line(behind: bytes[..<mark.lowerBound]).utf8)
    }

    private static func line(behind text: some Sequence<UInt8>) -> String {
        var sum = CRC32()
        sum.add(Array(text))
        return "\(beginning)\(String(sum.value, radix: 16))\n"
    }

    /// A file that a person may have changed would be replaced.
    struct ChangedFile: Error, CustomStringConvertible {
        let path: String
        var description: String {
            "\(path.printable) is not as this command wrote it, and may have been changed by hand. Choose another name, or "
                + "add --force to replace it."
        }
    }
}
