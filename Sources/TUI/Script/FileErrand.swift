import Datasets
import Training

/// Something to be done with a file of a person's choice.
public enum FileErrand: Sendable {
    /// Keep a network.
    case save(ModelFile, String)
    /// Open one.
    case open(String)
    /// Write text, in the place of a file of the same form that was there.
    case write(String, to: String, form: TextForm)
    /// Read the commands of a session.
    case read(String)

    /// A form of text that is written.
    public enum TextForm: Sendable {
        case session, kerasScript

        fileprivate var title: String {
            switch self {
            case .session: "The session"
            case .kerasScript: "The Keras script"
            }
        }

        fileprivate var kind: FileKind {
            switch self {
            case .session: SessionScript.kind
            case .kerasScript: KerasCode.kind
            }
        }
    }

    /// The largest session that is read.
    private static let largest = 1 << 24

    /// Does it.
    ///
    /// - Returns: What came of it.
    func news() -> FileNews {
        do {
            try checkName()
            switch self {
            case .save(let model, let name):
                let place = try ModelFile.Place(name)
                try place.checkKinds()
                let paths = try model.write(to: place)
                return .done("Saved as \(paths.weights) and \(paths.description).")
            case .open(let name): return .opened(try ModelFile(path: name), name)
            case .write(let text, let path, let form):
                let place = try FilePlace(path)
                try form.kind.check(place)
                try FileWriter.write([(Array(text.utf8), place)])
                return .done("\(form.title) is in \(path).")
            case .read(let path):
                let bytes = try WholeFile.read(path, atMost: Self.largest)
                return .read(String(textFile: bytes), path)
            }
        } catch {
            return .failed("\(error)")
        }
    }

    /// Refuses a name with a mark that stands for bytes that are no text: a terminal, a pipe or a file may have given
    /// those, and the name would be another one.
    private func checkName() throws(UnreadableName) {
        let name =
            switch self {
            case .save(_, let name), .open(let name), .read(let name): name
            case .write(_, let path, _): path
            }
        guard !name.unicodeScalars.contains("\u{FFFD}") else { throw UnreadableName(name: name) }
    }

    private struct UnreadableName: Error, CustomStringConvertible {
        let name: String
        var description: String {
            "“\(name.harmless)” holds bytes that are no UTF-8, so it may be the name of another file. "
                + "Choose another name, or rename the file."
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
