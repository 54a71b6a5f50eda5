import Glibc

/// A limit that the shell has set on the memory of this process.
public struct MemoryLimit: Equatable, Sendable {
    /// The number of bytes that may be taken.
    let bytes: Int
    /// The letter behind `ulimit` that sets it: `v` for addresses, `d` for data.
    let letter: Character

    /// The smaller of the two limits; `nil` where there is none.
    static var current: MemoryLimit? {
        let limits = [
            (resource: RLIMIT_AS, letter: Character("v")), (resource: RLIMIT_DATA, letter: Character("d")),
        ]
        return limits.compactMap { resource, letter in
            var limit = rlimit()
            // No limit is the largest of all numbers.
            guard getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0,
                let bytes = Int(exactly: limit.rlim_cur)
            else { return nil }
            return MemoryLimit(bytes: bytes, letter: letter)
        }.min { $0.bytes < $1.bytes }
    }

    /// The words that name it: `within the limit of 150 MB (ulimit -v)`.
    var words: String { "within the limit of \(Self.megabytes(bytes)) (ulimit -\(letter))" }

    /// A number of bytes in whole megabytes, at least one.
    static func megabytes(_ bytes: Int) -> String {
        "\(max(1, bytes / 1_000_000 + (bytes % 1_000_000 >= 500_000 ? 1 : 0))) MB"
    }
}
