import CMemoryLimit

/// A limit that the shell has set on the memory of this process.
public struct MemoryLimit: Equatable, Sendable {
    /// The number of bytes that may be taken.
    let bytes: Int
    /// The letter behind `ulimit` that sets it: `v` for addresses, `d` for data.
    let letter: Character

    /// The limit that refuses so many bytes more, with those in use; `nil` where another reason does.
    static func refusing(_ bytes: Int) -> MemoryLimit? {
        refusing(bytes, in: memory_room_now())
    }

    /// The same in a process with such a use and such limits.
    static func refusing(_ bytes: Int, in room: memory_room) -> MemoryLimit? {
        let limit = memory_limit_refusing(max(0, bytes), room)
        guard limit.bytes > 0 else { return nil }
        return MemoryLimit(
            bytes: Int(clamping: limit.bytes), letter: Character(Unicode.Scalar(UInt8(limit.letter))))
    }

    /// The words that name it: `within the limit of 150 MB (ulimit -v)`.
    var words: String {
        let limit = memory_limit(bytes: bytes, letter: CChar(letter.asciiValue ?? 0))
        return String(unsafeUninitializedCapacity: 64) { text in
            text.withMemoryRebound(to: CChar.self) { text in
                memory_limit_describe(limit, text.baseAddress, text.count)
                return text.firstIndex(of: 0) ?? 0
            }
        }
    }

    /// A number of bytes in whole megabytes, at least one.
    static func megabytes(_ bytes: Int) -> String { "\(max(1, memory_megabytes(max(0, bytes)))) MB" }
}
