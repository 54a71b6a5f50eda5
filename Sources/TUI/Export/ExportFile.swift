import Glibc

/// A file that was exported, never in the place of another one.
public struct ExportFile: Equatable, Sendable {
    /// Where it is: its name alone in the current folder.
    public let path: String
    /// Why it is not in the folder that was asked for, in the system's words.
    public let refusal: String?

    private static let mostNumbers = 9999

    /// Writes what a pane shows.
    ///
    /// - Parameters:
    ///   - content: What to write.
    ///   - name: What the file's name begins with.
    ///   - folder: Where to write; the current folder if empty.
    ///   - home: Where to write if that folder can't be written to; by default the user's home.
    /// - Returns: Where it is.
    /// - Throws: ``ExportError`` if it can't be painted, or neither folder takes it.
    static func write(
        _ content: Effect.Content, name: String, folder: String = "",
        home: String? = getenv("HOME").map { String(cString: $0) }
    ) throws(ExportError) -> ExportFile {
        let (bytes, type): ([UInt8], String) =
            switch content {
            case .csv(let table): (Array(table.csv.utf8), "csv")
            case .svg(let canvas, let theme): (Array(SVG(canvas, theme: theme, title: name).text.utf8), "svg")
            case .png(let canvas, let theme): (try PNG.bytes(of: SVG(canvas, theme: theme)), "png")
            }
        return try write(bytes, name: name, type: type, folder: folder, home: home)
    }

    /// Writes `NAME-1.TYPE`, or the next number that is free.
    ///
    /// - Parameters:
    ///   - bytes: What to write.
    ///   - name: What the file's name begins with; other characters than letters and digits become dashes.
    ///   - type: The file's suffix, as `svg`.
    ///   - folder: Where to write; the current folder if empty.
    ///   - home: Where to write if that folder can't be written to.
    /// - Returns: Where it is.
    /// - Throws: ``ExportError`` if neither folder takes it.
    public static func write(
        _ bytes: [UInt8], name: String, type: String, folder: String = "", home: String? = nil
    ) throws(ExportError) -> ExportFile {
        let stem = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
        do throws(ExportError) {
            let path = try write(bytes, stem, type, folder)
            return ExportFile(path: path, refusal: nil)
        } catch {
            guard let home, home != folder, case .notWritten(_, let reason) = error else { throw error }
            let path = try write(bytes, stem, type, home)
            return ExportFile(path: path, refusal: reason)
        }
    }

    private static func write(
        _ bytes: [UInt8], _ stem: String, _ type: String, _ folder: String
    ) throws(ExportError) -> String {
        func path(_ number: Int) -> String {
            (folder.isEmpty ? "" : folder + "/") + "\(stem)-\(number).\(type)"
        }
        for number in 1...mostNumbers {
            // Only a file that this call makes is written to, whoever else is at it.
            let file = open(path(number), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
            if file < 0 {
                if errno == EEXIST { continue }
                throw .notWritten(path: path(number), reason: reason)
            }
            var failure = fill(file, bytes) ? nil : reason
            if close(file) != 0, failure == nil { failure = reason }
            if let failure {
                unlink(path(number))
                throw .notWritten(path: path(number), reason: failure)
            }
            return path(number)
        }
        throw .noNumberLeft(path: path(mostNumbers))
    }

    private static func fill(_ file: Int32, _ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Glibc.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }

    /// What went wrong last, in the system's words.
    private static var reason: String {
        let number = errno
        // strerror may keep its words where another thread writes its own.
        let words = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
            guard let start = buffer.baseAddress, strerror_r(number, start, buffer.count) == 0 else {
                return "error \(number)"
            }
            return String(cString: start)
        }
        return words.prefix(1).lowercased() + words.dropFirst()
    }
}

extension ExportFile: CustomStringConvertible {
    /// Where the file is, as a notice says it.
    public var description: String {
        guard let refusal else { return "Written to \(path.harmless)." }
        return "Written to \(path.harmless), as this folder can't be written to (\(refusal))."
    }
}
