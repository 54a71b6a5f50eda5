import Glibc

/// The names in a folder.
package struct FolderListing: Sendable {
    /// The names, in no order.
    package private(set) var names: [String] = []
    /// Names that are no UTF-8, for people to read; a text could only name another file.
    package private(set) var unnameable: [String] = []

    /// Reads a folder; one that can't be read has no names.
    package init(_ path: String) { self.init(PathBytes(path)) }

    init(_ path: PathBytes) {
        guard let folder = path.withCString({ opendir($0) }) else { return }
        defer { closedir(folder) }
        // The system gives fewer bytes than the structure has, so the name is found by its place.
        guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return }
        while let entry = readdir(folder) {
            let start = UnsafeRawPointer(entry) + offset
            let bytes = UnsafeRawBufferPointer(
                start: start, count: strlen(start.assumingMemoryBound(to: CChar.self)))
            if bytes.elementsEqual(".".utf8) || bytes.elementsEqual("..".utf8) { continue }
            if let name = String(validating: bytes, as: UTF8.self) {
                names.append(name)
            } else {
                unnameable.append(PathBytes.text(of: bytes))
            }
        }
    }
}
