import Datasets
import Training

/// Something to be done with a file of a person's choice.
public enum FileErrand: Sendable {
    /// Keep a network.
    case save(ModelFile, FileArgument)
    /// Keep a network that nobody can save a second time: under another name where its own can't be had.
    case secure(ModelFile, FileArgument)
    /// Open one.
    case open(FileArgument)
    /// Write text, in the place of a file of the same form that was there and that nobody has changed.
    case write(String, to: FileArgument, form: TextForm)
    /// Write what a pane shows, in the place of no other file; by default under the next free name that begins like the
    /// title.
    case export(Effect.Content, title: String, to: FileArgument?)
    /// Read the commands of a session.
    case read(FileArgument)

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

    /// No file that is there is one that nnboard may replace unasked.
    private static let anything = FileKind("file") { _ in false }
    /// The largest session that is read.
    private static let largest = 1 << 24

    /// Does it.
    ///
    /// - Returns: The outcome.
    func news() -> FileNews {
        do {
            do {
                try checkName()
            } catch {
                guard case .secure(let model, _) = self else { throw error }
                throw model.lost("\(error)", as: "")
            }
            switch self {
            case .save(let model, let file):
                let place = try ModelFile.Place(file.path)
                try file.consent.check(place.occupied)
                let paths = try model.write(
                    to: place, FileWriter.Options(replacing: file.consent.replaceable))
                return .done("Saved as \(paths.weights) and \(paths.description).")
            case .secure(let model, let file):
                let paths = try model.save(as: file.path, file.consent)
                return .done("Saved as \(paths.weights) and \(paths.description).")
            case .open(let file): return .opened(try ModelFile(path: file.path), file.path)
            case .write(let text, let file, let form):
                let place = try FilePlace(file.path)
                try file.consent.check(form.kind.occupied(place).map { [$0] } ?? [])
                if !file.isForced, place.file != nil {
                    let earlier = try WholeFile.read(file.path, atMost: Self.largest)
                    guard WrittenMark.isIntact(in: earlier) else {
                        throw WrittenMark.ChangedFile(path: file.path)
                    }
                }
                try FileWriter.write(
                    [(Array(WrittenMark.marked(text).utf8), place)],
                    FileWriter.Options(replacing: file.consent.replaceable))
                return .done("\(form.title) is in \(file.path).")
            case .export(let content, let title, nil):
                return .done("\(try ExportFile.write(content, name: title))")
            case .export(let content, let title, let file?):
                let place = try FilePlace(file.path)
                guard file.isForced || Self.anything.occupied(place) == nil else {
                    throw ExportError.isThere(path: file.path)
                }
                try FileWriter.write(
                    [(content.bytes(title: title), place)],
                    FileWriter.Options(replacing: file.consent.replaceable))
                return .done("Written to \(file.path).")
            case .read(let file):
                let bytes = try WholeFile.read(file.path, atMost: Self.largest)
                return .read(String(textFile: bytes), SessionPlace(file.path))
            }
        } catch {
            return .failed("\(error)")
        }
    }

    /// Refuses a name with a mark that stands for bytes that are no text: a terminal, a pipe or a file may have given
    /// those, and the name would be another one.
    private func checkName() throws(UnreadableName) {
        guard !name.unicodeScalars.contains("\u{FFFD}") else { throw UnreadableName(name: name) }
    }

    /// The name of the file that it is about, for people.
    var name: String {
        switch self {
        case .save(_, let file), .secure(_, let file), .open(let file), .read(let file): file.name
        case .write(_, let file, _), .export(_, _, let file?): file.name
        case .export(_, let title, nil): title
        }
    }

    /// The paths that it writes to, where a person has named them.
    var targets: [String] {
        switch self {
        case .save(_, let file), .secure(_, let file): ModelFile.paths(of: file.path)
        case .write(_, let file, _), .export(_, _, let file?): [file.path]
        case .export(_, _, nil), .open, .read: []
        }
    }

    /// Tells whether what is on the screen changes with the outcome.
    var isReading: Bool {
        switch self {
        case .open, .read: true
        case .save, .secure, .write, .export: false
        }
    }

    private struct UnreadableName: Error, CustomStringConvertible {
        let name: String
        var description: String {
            "“\(name.harmless)” holds U+FFFD, which stands for bytes that are no UTF-8, so it may be the name of another "
                + "file. "
                + "Choose another name, or rename the file."
        }
    }
}

/// The outcome of an errand.
public enum FileNews: Sendable {
    case done(String)
    case opened(ModelFile, String)
    case read(String, SessionPlace)
    case failed(String)
}
