import Foundation

@testable import Training

/// A disk as far as a log goes, and what it may hold after a power cut then.
///
/// Sure are the bytes of a file when its last flush began, and the names in a folder when its last flush began. Of all
/// else anything may be there: nothing, all, the beginning, or any sectors and names.
struct CutDisk {
    /// The share of unsure bytes that the disk holds after the cut.
    enum Luck: CaseIterable {
        case nothing, everything, beginning, anything
    }

    private struct File {
        var sure: [UInt8] = []
        var now: [UInt8] = []
        /// Its contents when the present flush began.
        var flushing: [UInt8]?
    }

    private enum Naming {
        case set(String, file: Int)
        case remove(String)
        /// Both at once, as all file systems with a journal do it.
        case rename(String, to: String, file: Int)

        var folder: String {
            switch self {
            case .set(let path, _), .remove(let path), .rename(_, let path, _):
                path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
            }
        }
    }

    private static let isFolder = -1
    private static let sector = 512

    private var files: [File] = []
    /// An inode is used again once its file is gone.
    private var fileOfInode: [Int: Int] = [:]
    private var sureNames: [String: Int] = [:]
    private(set) var names: [String: Int] = [:]
    private var namings: [(number: Int, naming: Naming)] = []
    private var namingCount = 0
    private var folderFlushes: [String: Int] = [:]
    private let root: String

    init(root: String) { self.root = root }

    mutating func take(_ event: DiskEvent) {
        switch event.kind {
        case .make(let inode, let path):
            if let file = names[path], fileOfInode[inode] == file {
                files[file].now = []
            } else {
                files.append(File())
                fileOfInode[inode] = files.count - 1
                name(.set(path, file: files.count - 1))
            }
        case .write(let inode, let offset, let bytes):
            guard let file = fileOfInode[inode] else { return }
            let end = offset + bytes.count
            if files[file].now.count < end {
                files[file].now += Array(repeating: 0, count: end - files[file].now.count)
            }
            files[file].now.replaceSubrange(offset..<end, with: bytes)
        case .flushBegins(let inode):
            guard let file = fileOfInode[inode] else { return }
            files[file].flushing = files[file].now
        case .flushEnds(let inode):
            guard let file = fileOfInode[inode], let sure = files[file].flushing else { return }
            files[file].sure = sure
        case .folderFlushBegins(let path): folderFlushes[path] = namingCount
        case .folderFlushEnds(let path):
            let sure = folderFlushes[path] ?? 0
            for (number, naming) in namings where number < sure && naming.folder == path {
                Self.apply(naming, to: &sureNames)
            }
            namings.removeAll { $0.number < sure && $0.naming.folder == path }
        case .rename(let old, let new):
            guard let file = names[old] else { return }
            name(.rename(old, to: new, file: file))
        case .link(let inode, let path):
            if let file = fileOfInode[inode] { name(.set(path, file: file)) }
        case .unlink(let path): name(.remove(path))
        case .folder(let path): name(.set(path, file: Self.isFolder))
        case .note: break
        }
    }

    private mutating func name(_ naming: Naming) {
        Self.apply(naming, to: &names)
        namings.append((namingCount, naming))
        namingCount += 1
    }

    private static func apply(_ naming: Naming, to names: inout [String: Int]) {
        switch naming {
        case .set(let path, let file): names[path] = file
        case .remove(let path): names[path] = nil
        case .rename(let old, let new, let file): (names[old], names[new]) = (nil, file)
        }
    }

    // MARK: After a power cut

    /// The path that an inode's file has now.
    func path(of inode: Int) -> String? {
        fileOfInode[inode].flatMap { file in names.first { $0.value == file }?.key }
    }

    /// Makes what is left, in a folder.
    func restore(to folder: String, _ luck: Luck, _ random: inout some RandomNumberGenerator) throws {
        var names = sureNames
        let kept =
            switch luck {
            case .nothing: 0
            case .everything, .anything: namings.count
            case .beginning: Int.random(in: 0...namings.count, using: &random)
            }
        for (_, naming) in namings.prefix(kept) where luck != .anything || Bool.random(using: &random) {
            Self.apply(naming, to: &names)
        }
        func isThere(_ path: String) -> Bool { path == root || names[path] == Self.isFolder }
        for (path, file) in names.sorted(by: { $0.key < $1.key }) {
            let parent = Naming.remove(path).folder
            guard isThere(parent) else { continue }
            let copy = folder + path.dropFirst(root.count)
            if file == Self.isFolder {
                try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
            } else if FileManager.default.fileExists(atPath: Naming.remove(copy).folder) {
                try Data(bytes(of: files[file], luck, &random)).write(to: URL(filePath: copy))
            }
        }
    }

    private func bytes(of file: File, _ luck: Luck, _ random: inout some RandomNumberGenerator) -> [UInt8] {
        guard file.now != file.sure else { return file.now }
        switch luck {
        case .nothing: return file.sure
        case .everything: return file.now
        case .beginning:
            let count = Int.random(in: min(file.sure.count, file.now.count)...file.now.count, using: &random)
            return Array(file.now.prefix(count))
        case .anything:
            // The length is known, but some sectors are not there yet.
            var bytes = file.now
            for start in stride(from: 0, to: bytes.count, by: Self.sector) where Bool.random(using: &random) {
                for place in start..<min(start + Self.sector, bytes.count) {
                    bytes[place] = place < file.sure.count ? file.sure[place] : 0
                }
            }
            return bytes
        }
    }
}
