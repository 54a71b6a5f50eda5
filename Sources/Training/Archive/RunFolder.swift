import Datasets
import FoundationEssentials
import Glibc
import Synchronization

/// The files of one run, so that it survives the end of the program, whatever ends that.
///
/// `run.txt` says what is run, `epochs.jsonl` has a line for each epoch, `weights-7-0.safetensors` the weights after
/// seven epochs and no batch, `state-7.safetensors` all else that decides how the run continues. Whoever holds the lock
/// on `lock` runs it: where nobody does, it was cut off.
///
/// An epoch is kept once it has its line, which is written after its files and flushed after them.
public final class RunFolder: Sendable {
    /// Where it is.
    public let path: String
    private let lock: Int32
    /// The folders that have a new name in them: that of this one, and those of folders made for it.
    let surroundings: [String]
    /// Tells whether the folder itself, and what it says of its run, are on the disk.
    let isSure = Atomic(false)

    static let fitName = "run.txt"
    static let linesName = "epochs.jsonl"

    /// What a folder has.
    struct Contents {
        let folder: RunFolder
        let fit: Fit
        let history: History
        let weights: [Moment]
        let states: [Int]
        let weightBytes: Int
        let stateBytes: Int
    }

    /// Makes a folder for a run that begins.
    ///
    /// - Parameters:
    ///   - fit: What is run.
    ///   - parent: Where runs are kept; made where it isn't there.
    /// - Throws: ``FileError``.
    public init(_ fit: Fit, in parent: String) throws(FileError) {
        var surroundings = [parent]
        while let folder = surroundings.last, !FileManager.default.fileExists(atPath: folder),
            let slash = folder.lastIndex(of: "/")
        {
            surroundings.append(slash == folder.startIndex ? "/" : String(folder[..<slash]))
        }
        self.surroundings = surroundings
        var name = ""
        for number in 0..<10_000 {
            name = "\(parent)/run-\(getpid())-\(number)"
            if !FileManager.default.fileExists(atPath: name) { break }
        }
        do {
            try FileManager.default.createDirectory(atPath: name, withIntermediateDirectories: true)
        } catch {
            throw .notWritten(path: name, reason: .lastSystemError)
        }
        path = name
        guard let lock = Self.lock(name) else {
            let reason = String.lastSystemError
            try? FileManager.default.removeItem(atPath: name)
            throw .notWritten(path: name, reason: reason)
        }
        self.lock = lock
        do {
            try RunFile.write(Array(Self.text(of: fit).utf8), to: name + "/" + Self.fitName)
        } catch {
            remove()
            throw error
        }
    }

    /// Takes over a folder whose run was cut off; `nil` where it is none, or another program still runs it.
    init?(takingOver path: String) {
        // Between a folder and its first file there is a moment in which nobody holds it yet.
        guard FileManager.default.fileExists(atPath: path + "/" + Self.fitName) || Self.isOld(path),
            let lock = Self.lock(path)
        else { return nil }
        self.path = path
        self.lock = lock
        surroundings = []
    }

    private static func isOld(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
            && status.st_mtim.tv_sec < time(nil) - 60
    }

    deinit { close(lock) }

    private static func lock(_ folder: String) -> Int32? {
        let descriptor = open(folder + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
        return descriptor
    }

    func path(of part: Shelf.Part) -> String {
        switch part {
        case .weights(let moment): "\(path)/weights-\(moment.epochs)-\(moment.batches).safetensors"
        case .state(let epoch): "\(path)/state-\(epoch).safetensors"
        }
    }

    func remove(_ part: Shelf.Part) { unlink(path(of: part)) }

    /// Removes all of it.
    public func remove() {
        // First what makes a run of it: who is ended in between has asked for none to be left.
        unlink(path + "/" + Self.linesName)
        try? FileManager.default.removeItem(atPath: path)
    }
}
