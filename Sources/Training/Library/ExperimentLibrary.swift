import Datasets
import FoundationEssentials

/// The named experiments: the book's, the courses', and people's own.
public struct ExperimentLibrary: Sendable {
    /// All of them, in the order of the book, people's own last.
    public let experiments: [NamedExperiment]
    /// The problems of files that can't be read.
    public let problems: [String]
    /// The same by the names that the experiments would have.
    private let faults: [String: any Error]

    /// The experiments that nnboard brings along, by families.
    private static let texts = reuters + imdb + houses + points + digits

    /// The names of those that nnboard brings along, which cost no reading.
    public static var names: [String] { texts.map(\.name) }

    /// Gathers what nnboard brings along, and the files of a folder.
    ///
    /// - Parameter folder: The folder where people keep experiments of their own, in files `NAME.experiment`;
    ///   one of a name that nnboard has takes its place.
    public init(folder: String? = nil) {
        var experiments: [NamedExperiment] = []
        var problems: [String] = []
        var faults: [String: any Error] = [:]
        for (name, text) in Self.texts {
            do {
                experiments.append(try NamedExperiment(name: name, text: text))
            } catch {
                problems.append("The experiment “\(name)”: \(error)")
            }
        }
        let suffix = "." + Self.fileExtension
        let listing = folder.map { FolderListing($0) }
        for file in listing?.unnameable ?? [] where file.hasSuffix(suffix) {
            problems.append(
                "\((folder ?? "").printable)/\(file.printable) can't be named, since it holds bytes that are no UTF-8. "
                    + "Rename it.")
        }
        for file in (listing?.names ?? []).sorted() where file.hasSuffix(suffix) && !file.hasPrefix(".") {
            let path = (folder ?? "") + "/" + file
            do {
                let own = try Self.read(path, from: try WholeFile.read(path, atMost: Self.largest))
                experiments.removeAll { $0.name == own.name }
                experiments.append(own)
            } catch {
                problems.append("\(error)")
                faults[String(file.dropLast(suffix.count))] = error
            }
        }
        self.experiments = experiments
        self.problems = problems
        self.faults = faults
    }

    /// The ending of files that hold an experiment.
    public static let fileExtension = "experiment"

    /// The largest file that is read, in bytes.
    private static let largest = 1 << 24

    /// Reads an experiment from a file or a pipe, whose name becomes its own.
    ///
    /// - Throws: ``FileError`` or ``ExperimentFileError``.
    public static func read(_ path: String) throws -> NamedExperiment {
        try read(path, from: try WholeFile.readStream(path, atMost: largest))
    }

    private static func read(
        _ path: String, from bytes: [UInt8]
    ) throws(ExperimentFileError) -> NamedExperiment {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        let suffix = "." + fileExtension
        let name = file.hasSuffix(suffix) ? String(file.dropLast(suffix.count)) : file
        do {
            let text = String(textFile: bytes)
            // U+FFFD stands for bytes that are no text.
            guard !text.unicodeScalars.contains("\u{FFFD}") else {
                throw ExperimentFileError.unreadable(path: path)
            }
            return try NamedExperiment(name: name, text: text)
        } catch let error as ExperimentError {
            throw .malformed(path: path, problem: "\(error)")
        } catch {
            throw .unreadable(path: path)
        }
    }

    /// Finds an experiment by name, or reads the file that is named; the name goes first.
    ///
    /// - Parameter name: A name, or a path; one without a slash or suffix is a path where there is such a file, but no folder.
    /// - Returns: The experiment.
    /// - Throws: `TermError` with the nearest name, ``FileError`` or ``ExperimentFileError``, also where the file of one's
    ///   own experiment has a mistake.
    public func experiment(named name: String) throws -> NamedExperiment {
        // One's own that has a mistake is meant, also where nnboard has one of its name.
        if let fault = faults[name] { throw fault }
        if let found = experiments.first(where: { $0.name == name }) { return found }
        if FileType.isPath(name) || name.contains("/") || name.hasSuffix("." + Self.fileExtension) {
            return try Self.read(name)
        }
        throw TermError.unknownName(name, kind: "experiment or file", choices: experiments.map(\.name))
    }
}

/// A reason why an experiment's file can't be read.
public enum ExperimentFileError: Error, Equatable, Sendable, CustomStringConvertible {
    /// It is not text.
    case unreadable(path: String)
    /// A line says what can't be.
    case malformed(path: String, problem: String)

    /// One sentence: which file, what is wrong, and what to do.
    public var description: String {
        switch self {
        case .unreadable(let path):
            "\(path.printable) can't be read as text. Name a file of lines “key = value”."
        case .malformed(let path, let problem): "\(path): \(problem)"
        }
    }
}
