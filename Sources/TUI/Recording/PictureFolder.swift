import Foundation

/// Where a replayed session leaves its pictures.
struct PictureFolder {
    /// Why a picture can't be kept.
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
        let file = URL(filePath: path).appending(path: request.name + ".svg")
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            try Data(Self.svg(still.draw(), theme).utf8).write(to: file, options: .atomic)
        } catch {
            throw Failure(description: "The picture \(file.path) can't be written. Choose another folder.")
        }
    }

    private static func svg(_ canvas: Canvas, _ theme: Theme) -> String {
        canvas.lines.joined(separator: "\n")
    }
}
