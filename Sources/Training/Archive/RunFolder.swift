import Datasets
import FoundationEssentials
import Glibc
import Synchronization

/// The files of one run, so that it survives the end of the program, whatever ends that.
///
/// `run.txt` says what is run, `epochs.jsonl` has a line for each epoch, `weights-7-0.safetensors` the weights after
/// seven epochs and no batch, `state-7.safetensors` all else that decides how the run continues. Whoever holds the lock
/// on `lock` runs it: where nobody does, the program has ended without it. `ended.txt` says after which epoch the run had
/// come to its end by then; without it, a run with fewer epochs than planned was cut off.
///
/// An epoch is kept once it has its line, which is written after its files and flushed after them.
public final class RunFolder: Sendable {
    /// The path of the folder.
    public let path: String
    private let lock: Int32
    /// The folders that have a new name in them: that of this one, and those of folders made for it.
    let surroundings: [String]
    /// Tells whether the folder itself, and what it says of its run, are on the disk.
    let isSure = Atomic(false)

    static let fitName = "run.txt"
    static let linesName = "epochs.jsonl"
    static let endName = "ended.txt"
    static let lockName = "lock"

    /// The contents of a folder that was read.
    struct Contents {
        let folder: RunFolder
        let fit: Fit
        let history: History
        /// The changes that were made before the end of its newest epoch.
        let changes: [TimedEdit]
        let lost: LostEpochs
        let weights: [Moment]
        let states: [Int]
        /// The end that the run had come to with the newest epoch; `nil` where it was cut off.
        let ending: RunEnding?
        let weightBytes: Int
        let stateBytes: Int
    }

    /// Makes a folder for a run that begins.
    ///
    /// - Parameters:
    ///   - fit: The fit that is run.
    ///   - parent: The folder that runs are kept in; made where it doesn't exist.
    /// - Throws: ``FileError``; nothing is left of the folder then.
    public init(_ fit: Fit, in parent: String) throws(FileError) {
        var surroundings = [parent]
        while let folder = surroundings.last, !FileManager.default.fileExists(atPath: folder),
            let slash = folder.lastIndex(of: "/")
        {
            surroundings.append(slash == folder.startIndex ? "/" : String(folder[..<slash]))
        }
        self.surroundings = surroundings
        for folder in surroundings.reversed() where !FileManager.default.fileExists(atPath: folder) {
            // Another program may have been faster.
            guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
                throw FileError(notWritten: folder, errno)
            }
        }
        let name = try Self.makeFolder(in: parent)
        path = name
        switch Self.lock(name) {
        case .held(let descriptor): lock = descriptor
        case .isTaken: throw .notWritten(path: name, reason: "another program has taken it")
        case .failed(let number):
            unlink(name + "/" + Self.lockName)
            rmdir(name)
            throw FileError(notWritten: name, number)
        }
        do {
            try RunFile.write(Array(Self.text(of: fit).utf8), to: name + "/" + Self.fitName)
        } catch {
            remove()
            throw error
        }
    }

    /// Makes a folder that was not there before, and returns its path.
    private static func makeFolder(in parent: String) throws(FileError) -> String {
        var path = ""
        for number in 0..<10_000 {
            path = "\(parent)/run-\(getpid())-\(number)"
            if mkdir(path, 0o777) == 0 { return path }
            guard errno == EEXIST else { break }
        }
        throw FileError(notWritten: path, errno)
    }

    init(path: String, lock: Int32) {
        self.path = path
        self.lock = lock
        surroundings = []
    }

    /// The outcome of an attempt to take a folder over.
    enum Taking {
        case folder(RunFolder)
        /// There is no folder, or another program runs it.
        case none
        case unreadable(reason: String)
        /// It can't be locked at present, and another program may run it.
        case unlocked(reason: String)
        /// It holds a file that no run has.
        case foreign(reason: String)
    }

    /// Takes over a folder whose run was cut off.
    static func taking(_ path: String) -> Taking {
        // Between a folder and its first file there is a moment in which nobody holds it yet.
        guard FileManager.default.fileExists(atPath: path + "/" + fitName) || isOld(path) else {
            return .none
        }
        // A later version may have written it, or a person put it there.
        if let name = strangers(in: path).first {
            guard !isHeld(path) else { return .none }
            return .foreign(
                reason: "\(path.printable) holds \(name.printable), which no run of this version has. "
                    + "Move that elsewhere, and the next start reads the run.")
        }
        switch lock(path) {
        case .held(let descriptor): return .folder(RunFolder(path: path, lock: descriptor))
        case .isTaken: return .none
        case .failed(let number):
            // Another program may have removed it.
            guard FileManager.default.fileExists(atPath: path) else { return .none }
            if mayBeHeld(path, number) { return .unlocked(reason: unlocked(path, number)) }
            let error = FileError.unreadable(path: path + "/" + lockName, reason: .systemError(number))
            return .unreadable(reason: "\(error)")
        }
    }

    /// Tells whether another program runs it.
    static func isHeld(_ path: String) -> Bool {
        let descriptor = open(path + "/" + lockName, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) != 0
    }

    private static func isOld(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
            && status.st_mtim.tv_sec < time(nil) - 60
    }

    /// A folder to be looked at, whoever may run it.
    convenience init(lookingAt path: String) { self.init(path: path, lock: -1) }

    deinit { if lock >= 0 { close(lock) } }

    enum Lock {
        case held(Int32)
        case isTaken
        /// With the system's number for the reason.
        case failed(Int32)
    }

    static func lock(_ folder: String) -> Lock {
        let path = folder + "/" + lockName
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return .failed(errno) }
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let number = errno
            // A program that only looks holds a shared lock for a moment.
            guard number == EWOULDBLOCK, flock(descriptor, LOCK_SH | LOCK_NB) == 0 else {
                close(descriptor)
                return number == EWOULDBLOCK ? .isTaken : .failed(number)
            }
            sched_yield()
        }
        guard isFile(descriptor, at: path) else {
            close(descriptor)
            return .isTaken
        }
        return .held(descriptor)
    }

    /// Tells whether an open file is the one that a path leads to: another program may have removed it since it was
    /// opened, and names are given again.
    private static func isFile(_ descriptor: Int32, at path: String) -> Bool {
        var (own, present) = (stat(), stat())
        return fstat(descriptor, &own) == 0 && stat(path, &present) == 0
            && own.st_dev == present.st_dev && own.st_ino == present.st_ino
    }

    /// Tells whether another program may hold a folder that can't be locked here, by the system's number for the reason.
    static func mayBeHeld(_ path: String, _ number: Int32) -> Bool {
        switch number {
        case EISDIR, ENOENT: false
        case EACCES: isOthers(path)
        default: true
        }
    }

    /// Tells whether the lock of a folder, or the folder where it hides its lock, belongs to another user.
    private static func isOthers(_ path: String) -> Bool {
        var status = stat()
        if stat(path + "/" + lockName, &status) == 0 { return status.st_uid != geteuid() }
        // Nobody holds a lock that is not there.
        if errno == ENOENT { return false }
        return stat(path, &status) != 0 || status.st_uid != geteuid()
    }

    /// The sentence about a folder that another program may hold.
    static func unlocked(_ path: String, _ number: Int32) -> String {
        let start = "\(path.printable) can't be locked: \(String.systemError(number)). "
        return start
            + (number == EACCES
                ? "It stays, since another user's program may have it. Remove it as that user where none does."
                : "It stays, since another program may have it. Try again later.")
    }

    func path(of part: Shelf.Part) -> String { path + "/" + part.fileName }

    func remove(_ part: Shelf.Part) { unlink(path(of: part)) }
}
