import CFaultyDisk
import Foundation
import Testing

@testable import Training

/// A folder on a disk that fails, stops or is logged as a test says.
final class FaultyDisk {
    private let folder: OwnFolder
    private let number: Int32

    init() throws {
        folder = try OwnFolder()
        number = faulty_disk_watch(folder.path)
        try #require(number >= 0, "too many disks at once")
    }

    deinit { faulty_disk_release(number) }

    var path: String { folder.path }
    /// The number of calls so far that may change something.
    var changes: Int { faulty_disk_changes(number) }
    /// The number of flushes that wait.
    var held: Int { faulty_disk_held(number) }

    func fail(at change: Int, _ error: Int32, forGood isLasting: Bool) {
        faulty_disk_fail(number, change, error, isLasting)
    }
    /// Fails no more.
    func recover() { fail(at: 0, 0, forGood: false) }
    func hold(_ isHeld: Bool) { faulty_disk_hold(number, isHeld) }
    func log() { faulty_disk_log(number) }
    func note(_ text: String) { faulty_disk_note(number, text) }

    /// The events of the log.
    var logged: [DiskEvent] {
        var size = 0
        guard let bytes = faulty_disk_logged(number, &size) else { return [] }
        return DiskEvent.events(UnsafeRawBufferPointer(start: bytes, count: size))
    }
}

/// Something that happened to a disk, with its time in nanoseconds.
struct DiskEvent {
    enum Kind {
        /// A file that is new, or empty again.
        case make(inode: Int, path: String)
        case write(inode: Int, offset: Int, bytes: [UInt8])
        case flushBegins(inode: Int)
        case flushEnds(inode: Int)
        case folderFlushBegins(String)
        case folderFlushEnds(String)
        case rename(String, to: String)
        case link(inode: Int, path: String)
        case unlink(String)
        case folder(String)
        case note(String)
    }

    let time: Int
    let kind: Kind

    static func events(_ log: UnsafeRawBufferPointer) -> [DiskEvent] {
        var events: [DiskEvent] = []
        var place = 0
        while place < log.count, let end = log[place...].firstIndex(of: UInt8(ascii: "\n")) {
            let fields = String(decoding: log[place..<end], as: UTF8.self).split(separator: "\t").map(
                String.init)
            place = end + 1
            guard fields.count >= 3, let time = Int(fields[1]) else { continue }
            let number = Int(fields[2]) ?? 0
            let last = fields.count > 3 ? fields[3] : ""
            let kind: Kind
            switch fields[0] {
            case "make": kind = .make(inode: number, path: last)
            case "write":
                let count = Int(fields[4]) ?? 0
                kind = .write(inode: number, offset: Int(last) ?? 0, bytes: Array(log[place..<place + count]))
                place += count + 1
            case "begin": kind = .flushBegins(inode: number)
            case "end": kind = .flushEnds(inode: number)
            case "begin/": kind = .folderFlushBegins(fields[2])
            case "end/": kind = .folderFlushEnds(fields[2])
            case "rename": kind = .rename(fields[2], to: last)
            case "link": kind = .link(inode: number, path: last)
            case "unlink": kind = .unlink(fields[2])
            case "folder": kind = .folder(fields[2])
            default: kind = .note(fields[2])
            }
            events.append(DiskEvent(time: time, kind: kind))
        }
        return events
    }
}

extension Trait where Self == ConditionTrait {
    /// Lets a suite run where file calls can be watched.
    static var faultyDisk: Self {
        .enabled(if: faulty_disk_is_available(), "needs glibc, and no sanitizer in its place")
    }
}
