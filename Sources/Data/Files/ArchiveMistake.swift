/// A file of another kind in the place of a zip archive.
enum ArchiveMistake: CustomStringConvertible {
    case array
    case webPage
    case pointer
    case gzip
    case hdf5
    case pickle
    case text
    case unknown

    /// Tells the kind of a file by its first bytes; `nil` for an archive, whole or not, and for an empty file.
    ///
    /// - Parameter bytes: All of the file.
    init?(_ bytes: [UInt8]) {
        let start = bytes.prefix(1000)
        if start.isEmpty || start.starts(with: "PK".utf8) { return nil }
        let kinds: [([UInt8], ArchiveMistake)] = [
            ([0x93] + Array("NUMPY".utf8), .array), ([0x1f, 0x8b], .gzip),
            ([0x89] + Array("HDF".utf8), .hdf5),
            ([0x80, 2], .pickle), ([0x80, 3], .pickle), ([0x80, 4], .pickle), ([0x80, 5], .pickle),
            (Array("version https://git-lfs".utf8), .pointer),
        ]
        if let (_, kind) = kinds.first(where: { start.starts(with: $0.0) }) {
            self = kind
            return
        }
        let text = String(decoding: start, as: UTF8.self).withoutByteOrderMark
        let beginning = text.drop { $0.isWhitespace }.prefix(14).lowercased()
        if ["<!doctype html", "<html", "<head"].contains(where: beginning.hasPrefix) {
            self = .webPage
        } else {
            // The last character may be cut at the thousandth byte.
            let isText = !text.dropLast().unicodeScalars.contains { scalar in
                scalar == "\u{fffd}" || scalar.value < 0x20 && !"\t\n\r\u{c}".unicodeScalars.contains(scalar)
            }
            self = isText ? .text : .unknown
        }
    }

    /// The kind as the beginning of a sentence.
    var description: String {
        switch self {
        case .array: "it is a single array (.npy)"
        case .webPage: "it is a web page"
        case .pointer: "it only stands for a file of Git LFS, which is not here (“git lfs pull” fetches it)"
        case .gzip: "it is packed by gzip"
        case .hdf5: "it is an HDF5 file"
        case .pickle: "it is a pickle"
        case .text: "it is a text"
        case .unknown: "it is no zip archive"
        }
    }
}
