import Glibc

/// The reason for which a file can't be written.
package struct WritingError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The file, as it was named.
    package let path: String
    /// The system's words, or a sentence's end of the same kind.
    package let reason: String
    /// The thing that helps.
    package let remedy: WritingRemedy
    /// The system's number for it, if it came from there.
    let number: Int32?

    init(_ path: String, _ reason: String, remedy: WritingRemedy = .otherPlace) {
        (self.path, self.reason, self.remedy, number) = (path, reason, remedy, nil)
    }

    package init(_ path: String, _ number: Int32) {
        (self.path, reason, remedy) = (path, .systemError(number), WritingRemedy(number))
        self.number = number
    }

    private init(_ path: String, _ reason: String, _ remedy: WritingRemedy, _ number: Int32?) {
        (self.path, self.reason, self.remedy, self.number) = (path, reason, remedy, number)
    }

    /// Another file has come to the place since it was looked at.
    package static func appeared(at path: String) -> WritingError {
        WritingError(path, "another file has appeared there meanwhile, and is left as it is")
    }

    /// Tells whether the folder takes no other file, though the file itself may be one that can be written.
    ///
    /// A file that is mounted on its own can't be renamed over; nor can somebody else's in a folder such as /tmp.
    var isOfFolder: Bool { number.map { [EACCES, EPERM, EROFS, EBUSY, EXDEV].contains($0) } ?? false }

    /// The same with a remark.
    func adding(_ remark: String) -> WritingError { WritingError(path, reason + remark, remedy, number) }

    /// The file, the reason, and what to do.
    package var description: String {
        "\(path.printable) can't be written: \(reason.printable). \(remedy.sentence())"
    }
}
