import Glibc

/// The reason for which a file can't be written.
package struct WritingError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The file, as it was named.
    package let path: String
    /// The system's words, or a sentence's end of the same kind.
    package let reason: String
    /// The system's number for it, if it came from there.
    let number: Int32?

    init(_ path: String, _ reason: String) {
        (self.path, self.reason, number) = (path, reason, nil)
    }

    init(_ path: String, _ number: Int32) {
        (self.path, reason, self.number) = (path, .systemError(number), number)
    }

    /// Tells whether the folder takes no other file, though the file itself may be one that can be written.
    ///
    /// A file that is mounted on its own can't be renamed over; nor can somebody else's in a folder such as /tmp.
    var isOfFolder: Bool { number.map { [EACCES, EPERM, EROFS, EBUSY, EXDEV].contains($0) } ?? false }

    /// The same with a remark.
    func adding(_ remark: String) -> WritingError { WritingError(path, reason + remark) }

    /// The file and the reason.
    package var description: String {
        "\(path.printable) can't be written: \(reason.printable). Make room, or choose another place."
    }
}
