import FoundationEssentials
import Glibc

/// The end of a folder.
///
/// It is renamed before anything of it goes: who throws a run away does not find the rest of it at the next start, which
/// finishes the removal instead. Files that no run has stay where they are.
extension RunFolder {
    private static let markOfRemoval = "removed-"

    /// Removes all that a run has in it.
    ///
    /// - Returns: A sentence about what stays; `nil` where nothing does.
    @discardableResult public func remove() -> String? { Self.remove(path) }

    private static func remove(_ path: String) -> String? { empty(marked(path) ?? path) }

    /// Removes folders that were left alone, but those that another program has taken over meanwhile, or may have.
    ///
    /// - Parameter paths: Their paths.
    /// - Returns: A sentence about each that stays, with the path that it has now.
    public static func remove(leftAlone paths: [String]) -> [String] {
        paths.compactMap { path in
            switch lock(path) {
            case .held(let descriptor): RunFolder(path: path, lock: descriptor).remove()
            case .isTaken:
                FileManager.default.fileExists(atPath: path)
                    ? "\(path.printable) stays, since another program has it." : nil
            case .failed(let number): mayBeHeld(path, number) ? unlocked(path, number) : remove(path)
            }
        }
    }

    /// Tells whether a name is that of a folder whose removal has begun.
    static func isMarked(_ name: String) -> Bool { name.hasPrefix(markOfRemoval + "run-") }

    /// Renames a folder, and returns its new path; `nil` where that can't be done.
    private static func marked(_ path: String) -> String? {
        guard let slash = path.lastIndex(of: "/") else { return nil }
        let (parent, name) = (path[..<slash], path[path.index(after: slash)...])
        for number in 0..<100 {
            // Another one of that name may be on its way out, or hold something that no run has.
            let marked = "\(parent)/\(markOfRemoval)\(name)" + (number > 0 ? "-\(number)" : "")
            if rename(path, marked) == 0 { return marked }
            guard errno == ENOTEMPTY || errno == EEXIST else { return nil }
        }
        return nil
    }

    /// Removes a folder with the files of its run.
    ///
    /// - Returns: A sentence about the folder where it stays.
    static func empty(_ path: String) -> String? {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        // First what makes a run of it, and the lock last: that counts where the folder could not be renamed.
        func place(_ name: String) -> Int { name == linesName ? 0 : name == lockName ? 2 : 1 }
        for name in names.sorted(by: { (place($0), $0) < (place($1), $1) }) where isOwn(name) {
            let file = path + "/" + name
            if unlink(file) != 0 { rmdir(file) }
        }
        rmdir(path)
        var status = stat()
        guard lstat(path, &status) == 0 || errno != ENOENT else { return nil }
        return strangers(in: path).first.map { name in
            "\(path.printable) is all that is left of a run that was removed, and holds \(name.printable). "
                + "Move that elsewhere."
        } ?? "\(path.printable) can't be removed. Check its rights, or remove it by hand."
    }

    /// The names in a folder that no run has, in order.
    static func strangers(in path: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { !isOwn($0) }.sorted()
    }

    private static func isOwn(_ name: String) -> Bool {
        let whole =
            name.hasSuffix(RunFile.partSuffix) ? String(name.dropLast(RunFile.partSuffix.count)) : name
        return [fitName, linesName, endName, lockName].contains(whole) || Shelf.Part(fileName: whole) != nil
    }
}

extension Shelf.Part {
    /// The name of its file.
    var fileName: String {
        switch self {
        case .weights(let moment): "weights-\(moment.epochs)-\(moment.batches).safetensors"
        case .state(let epoch): "state-\(epoch).safetensors"
        }
    }

    /// The part that a file of that name is; `nil` where it is none.
    init?(fileName name: String) {
        func numbers(_ kind: String) -> [Int]? {
            guard name.hasPrefix(kind), name.hasSuffix(".safetensors") else { return nil }
            return name.dropFirst(kind.count).dropLast(".safetensors".count).split(separator: "-")
                .compactMap { Int($0) }
        }
        if let numbers = numbers("weights-"), numbers.count == 2 {
            self = .weights(Moment(epochs: numbers[0], batches: numbers[1]))
        } else if let numbers = numbers("state-"), numbers.count == 1 {
            self = .state(numbers[0])
        } else {
            return nil
        }
        // Numbers are written in one way alone.
        guard fileName == name else { return nil }
    }
}
