/// A reason why a data set can't be loaded, said so that its reader knows what to do next.
public enum DatasetError: Error, Equatable, Sendable, CustomStringConvertible {
    /// None of the folders has the file.
    case missing(file: String, dataset: String, searched: [String])
    /// The file exists, but the system won't give its bytes.
    case unreadable(path: String, reason: String)
    /// The file is damaged: its bytes are not what any program would have written.
    case malformed(path: String, place: String, problem: String)
    /// The file is whole, but what it holds is not what the data set needs; the problem names what was found,
    /// and where.
    case unsuitable(path: String, problem: String)
    /// The arguments leave no sample over.
    case nothingLeft(reference: Term, shortest: Int)

    /// The problem, its place, and what to do next.
    public var description: String {
        switch self {
        case .missing(let file, let dataset, let searched):
            "\(file) was not found in \(searched.map(\.printable).joined(separator: ", ")). "
                + "Run “nnboard data fetch \(dataset)” to download it, name its folder with --data, or take "
                + "the built-in sample with --sample."
        case .unreadable(let path, let reason):
            "\(path.printable) can't be read: \(reason). Check the file, or name another folder with --data."
        case .malformed(let path, let place, let problem):
            "\(path.printable) is damaged (\(place)): \(problem). Replace it with a good copy."
        case .unsuitable(let path, let problem):
            "\(path.printable) can't be used: \(problem). Correct it, or name another folder with --data."
        case .nothingLeft(let reference, let shortest):
            "\(reference) leaves no samples: the shortest has \(shortest) indices, and maxlen keeps only "
                + "shorter ones than itself. Give a maxlen of at least \(shortest + 1)."
        }
    }
}

extension String {
    /// The text with control and formatting characters made harmless, and cut where it is long.
    ///
    /// Names that come out of files are shown this way, since a terminal would obey what they contain.
    package var printable: String {
        let longest = 200
        var result = ""
        for (count, scalar) in unicodeScalars.enumerated() {
            guard count < longest else { return result + "…" }
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
                result += "\\u{\(String(scalar.value, radix: 16))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
