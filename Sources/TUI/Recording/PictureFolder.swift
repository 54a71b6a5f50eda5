import Datasets
import FoundationEssentials

/// The folder in which a replayed session leaves its pictures.
struct PictureFolder {
    /// The reason that a picture can't be kept.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    let path: String
    /// The themes that pictures can be asked for in.
    let themes: [Theme]

    /// Draws what a dashboard shows into a file, perhaps in another size or theme.
    ///
    /// - Throws: ``Failure`` where the theme is not known or the file can't be written.
    func keep(_ request: PictureRequest, of dashboard: Dashboard) throws {
        var still = dashboard
        if let size = request.size { _ = still.update(.event(.resize(size))) }
        var theme = still.theme
        if let name = request.theme {
            guard let found = themes.first(where: { $0.name == name }) else {
                throw Failure(
                    description: "The picture \(request.name) wants the theme “\(name.clipped(to: 30))”. "
                        + "There are \(themes.map(\.name).sorted().joined(separator: ", ")).")
            }
            theme = found
        }
        let file = "\(path)/\(request.name).svg"
        let svg = SVG(still.draw(), theme: theme, title: "nnboard: \(request.name)")
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        do {
            let place = try FilePlace(file)
            try Self.kind.check(place)
            try FileWriter.write([(Array(svg.text.utf8), place)])
        } catch let error as WritingError {
            throw Failure(
                description:
                    "The picture \(file.harmless) can't be written (\(error.reason)). "
                    + error.remedy.sentence(or: "choose another folder"))
        }
    }

    /// Pictures of a session, as ``keep(_:of:)`` entitles them.
    private static let kind = FileKind("picture of a session of nnboard") {
        $0.contains(text: "<svg") && $0.contains(text: "nnboard: ")
    }
}
