import Glibc

/// A kind of file that nnboard writes, known again by its beginning.
///
/// A file of the same kind is replaced without a word, as people mean it who save again; any other is somebody's work.
package struct FileKind: Sendable {
    /// The kind, as in “no recorded session of nnboard”.
    package let title: String
    private let begins: @Sendable ([UInt8]) -> Bool
    /// The number of bytes that are looked at.
    private static let beginning = 1 << 16

    /// Describes a kind.
    ///
    /// - Parameters:
    ///   - title: Its name, which stands behind “no”.
    ///   - begins: Tells whether bytes are the beginning of such a file.
    package init(_ title: String, begins: @escaping @Sendable (_ beginning: [UInt8]) -> Bool) {
        (self.title, self.begins) = (title, begins)
    }

    /// Makes sure that nothing of another kind is replaced.
    ///
    /// - Throws: ``OccupiedError`` where a file has the name that is neither of this kind nor empty.
    package func check(_ place: FilePlace) throws(OccupiedError) {
        if let occupied = occupied(place) { throw occupied }
    }

    /// The file of another kind that is at a place; `nil` where there is none, or an empty one.
    package func occupied(_ place: FilePlace) -> OccupiedError? {
        guard let file = place.file else { return nil }
        let other = OccupiedError(path: place.name, title: title, file: file)
        let descriptor = place.path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        // A file that can't be read can't be known.
        guard descriptor >= 0 else { return other }
        defer { close(descriptor) }
        guard FoundFile(open: descriptor)?.isSame(as: file) == true,
            let bytes = Self.beginning(of: descriptor), bytes.isEmpty || begins(bytes)
        else { return other }
        return nil
    }

    /// The first bytes of a file; `nil` where they can't be read.
    private static func beginning(of descriptor: Int32) -> [UInt8]? {
        var isWhole = true
        let bytes = [UInt8](unsafeUninitializedCapacity: beginning) { buffer, count in
            while count < buffer.count {
                let more = read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
                if more < 0, errno == EINTR { continue }
                isWhole = more >= 0
                guard more > 0 else { return }
                count += more
            }
        }
        return isWhole ? bytes : nil
    }
}

/// A file of another kind has the name of one that is to be written.
package struct OccupiedError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The file, as it was named.
    package let path: String
    /// The kind that it would have to be.
    package let title: String
    /// The file itself: who lets it be replaced does not mean another one, nor what it becomes later.
    let file: FoundFile

    /// The file that is in the way.
    package var problem: String { "\(path.printable) exists already, and is no \(title.printable)." }

    /// The file, and what to do.
    package var description: String { problem + " Choose another name, or move that file away." }
}
