import Datasets
import Training

/// Something to be done with a file of a person's choice.
public enum FileErrand: Sendable {
    /// Keep a network.
    case save(ModelFile, String)
    /// Open one.
    case open(String)
    /// Write text, in the place of a file that was there; what it is, for the message.
    case write(String, to: String, what: String)
    /// Read the commands of a session.
    case read(String)

    /// The largest session that is read.
    private static let largest = 1 << 24

    /// Does it.
    ///
    /// - Returns: What came of it.
    func news() -> FileNews {
        do {
            switch self {
            case .save(let model, let name):
                let paths = try model.write(to: name)
                return .done("Saved as \(paths.weights) and \(paths.description).")
            case .open(let name): return .opened(try ModelFile(path: name), name)
            case .write(let text, let path, let what):
                try WholeFile.write(Array(text.utf8), to: path)
                return .done("\(what) is in \(path).")
            case .read(let path):
                let bytes = try WholeFile.read(path, atMost: Self.largest)
                return .read(String(textFile: bytes), path)
            }
        } catch {
            return .failed("\(error)")
        }
    }
}

/// What came of it.
public enum FileNews: Sendable {
    case done(String)
    case opened(ModelFile, String)
    case read(String, String)
    case failed(String)
}
