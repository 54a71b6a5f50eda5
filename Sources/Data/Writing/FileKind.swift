import Glibc

/// A kind of file that nnboard writes, known again by its beginning.
///
/// A file of the same kind is replaced without a word, as people mean it who save again; any other is somebody's work.
package struct FileKind: Sendable {
    /// The kind, as in “no recorded session of nnboard”.
    package let title: String
    private let begins: @Sendable ([UInt8]) -> Bool
    /// As much as is looked at.
    private static let beginning = 1 << 16

    /// Describes a kind.
    ///
    /// - Parameters:
    ///   - title: Its name, which stands behind “no”.
    ///   - begins: Whether bytes are the beginning of such a file.
    package init(_ title: String, begins: @escaping @Sendable (_ beginning: [UInt8]) -> Bool) {
        (self.title, self.begins) = (title, begins)
    }

    /// Makes sure that nothing of another kind is replaced.
    ///
    /// - Throws: ``OccupiedError`` where a file has the name that is neither of this kind nor empty.
    package func check(_ target: FileTarget) throws(OccupiedError) {
        switch target.way {
        case .make, .stream: return
        case .replace, .rewrite: break
        }
        let descriptor = target.path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        // A file that can't be read can't be known.
        guard descriptor >= 0 else { throw OccupiedError(path: target.name, title: title) }
        defer { close(descriptor) }
        var isRead = false
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.beginning) { buffer, count in
            count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
            // Neither can one whose bytes can't be read.
            isRead = count > 0 || read(descriptor, buffer.baseAddress, buffer.count) == 0
        }
        guard isRead else { throw OccupiedError(path: target.name, title: title) }
        guard bytes.isEmpty || begins(bytes) else { throw OccupiedError(path: target.name, title: title) }
    }
}

/// A file of another kind has the name of one that is to be written.
package struct OccupiedError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The file, as it was named.
    package let path: String
    /// The kind that it would have to be.
    package let title: String

    /// The file that is in the way.
    package var problem: String { "\(path.printable) is there already, and is no \(title.printable)." }

    /// The file, and what to do.
    package var description: String { problem + " Choose another name, or move that file away." }
}

extension [UInt8] {
    /// Tells whether the UTF-8 of a text is somewhere in the bytes.
    package func contains(text: String) -> Bool {
        contains(Array(text.utf8))
    }
}
