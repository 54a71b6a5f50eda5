import Datasets
import Glibc

/// A file that was exported, never in the place of another one.
public struct ExportFile: Equatable, Sendable {
    /// The file's path: its name alone in the current folder.
    public let path: String
    /// The reason that it is not in the folder that was asked for, in the system's words.
    public let refusal: String?

    private static let mostNumbers = 9999

    /// Writes the content of a pane.
    ///
    /// - Parameters:
    ///   - content: The content of the file.
    ///   - name: The beginning of the file's name.
    ///   - folder: The folder to write to; the current folder if empty.
    ///   - home: The folder to write to if the first can't be written to; by default the user's home.
    /// - Returns: The file that was written.
    /// - Throws: ``ExportError`` if it can't be painted, or neither folder takes it.
    static func write(
        _ content: Effect.Content, name: String, folder: String = "",
        home: String? = getenv("HOME").map { String(cString: $0) }
    ) throws(ExportError) -> ExportFile {
        try write(
            content.bytes(title: name), name: name, type: content.form.rawValue, folder: folder, home: home)
    }

    /// Writes `NAME-1.TYPE`, or the next number that is free.
    ///
    /// - Parameters:
    ///   - bytes: The content of the file.
    ///   - name: The beginning of the file's name; other characters than letters and digits become dashes.
    ///   - type: The file's suffix, as `svg`.
    ///   - folder: The folder to write to; the current folder if empty.
    ///   - home: The folder to write to if the first can't be written to.
    /// - Returns: The file that was written.
    /// - Throws: ``ExportError`` if neither folder takes it.
    public static func write(
        _ bytes: [UInt8], name: String, type: String, folder: String = "", home: String? = nil
    ) throws(ExportError) -> ExportFile {
        let stem = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
        do throws(ExportError) {
            let path = try write(bytes, stem, type, folder)
            return ExportFile(path: path, refusal: nil)
        } catch {
            guard let home, home != folder, case .notWritten(_, let reason, _) = error else { throw error }
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
        do throws(WritingError) {
            // Whole before it has a name, and only a name that nobody else has.
            var file = try PartialFile(for: FilePlace(new: path(1)))
            try file.write(bytes)
            try file.complete()
            for number in 1...mostNumbers where try file.takeNewName(path(number)) { return path(number) }
        } catch {
            let reason = error.reason.prefix(1).lowercased() + error.reason.dropFirst()
            throw .notWritten(path: error.path, reason: reason, remedy: error.remedy)
        }
        throw .noNumberLeft(path: path(mostNumbers))
    }
}

extension ExportFile: CustomStringConvertible {
    /// The file's path, in a sentence for a notice.
    public var description: String {
        guard let refusal else { return "Written to \(path.harmless)." }
        return "Written to \(path.harmless), as this folder can't be written to (\(refusal))."
    }
}
