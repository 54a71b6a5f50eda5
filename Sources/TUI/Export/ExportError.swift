import Datasets

/// The reason that something could not be exported.
public enum ExportError: Error, Equatable {
    /// The library that paints pictures can't be loaded.
    case noLibrary(String)
    /// That library refuses.
    case notPainted(String)
    /// There is no memory for so many pixels.
    case tooLarge(width: Int, height: Int)
    /// No file could be made or filled, for a reason in the system's words.
    case notWritten(path: String, reason: String, remedy: WritingRemedy = .otherPlace)
    /// The file that was named is there already.
    case isThere(path: String)
    /// All numbers are taken.
    case noNumberLeft(path: String)
}

extension ExportError: CustomStringConvertible {
    /// The problem, and the next step.
    public var description: String {
        switch self {
        case .noLibrary(let reason):
            "PNG pictures need librsvg, which can't be loaded (\(reason.harmless)). "
                + "Install it (on Debian: apt install librsvg2-2), or export SVG."
        case .notPainted(let reason):
            "The picture can't be painted: \(reason.harmless). Export SVG instead."
        case .tooLarge(let width, let height):
            "There is no memory for a picture of \(width) × \(height) pixels. Export SVG, or a smaller part."
        case .notWritten(let path, let reason, let remedy):
            "\(path.harmless) can't be written: \(reason). "
                + remedy.sentence(or: "start nnboard in another folder")
        case .isThere(let path):
            "\(path.harmless) is there already. Choose another name, or add --force to replace it."
        case .noNumberLeft(let path):
            "There are files up to \(path.harmless) already. Move some of them away."
        }
    }
}
