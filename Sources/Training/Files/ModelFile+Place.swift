import Datasets

/// The two files of a model, by the name that is common to them.
extension ModelFile {
    /// The paths of both.
    struct Paths: Sendable {
        /// The name that is common to both.
        let stem: String
        let weights: String
        let description: String

        /// Finds both by the name that is common to them, or by the name of one.
        init(_ name: String) {
            // By bytes: a combining mark before the dot belongs to the name, and one behind the slash, too.
            var stem = Array(name.utf8)
            for suffix in [".safetensors", ".json"]
            where stem.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) {
                stem.removeLast(suffix.utf8.count)
                break
            }
            self.stem = String(decoding: stem, as: UTF8.self)
            weights = self.stem + ".safetensors"
            description = self.stem + ".json"
            isNamed = !PathBytes(name).namesFolder && !PathBytes(self.stem).namesFolder
        }

        /// Tells whether the name is one that a file can have.
        private let isNamed: Bool

        /// Refuses a name that no file can have.
        init(checking name: String) throws(FileError) {
            self.init(name)
            guard isNamed else { throw .noFileName(name) }
        }

        /// The name of the weights' file in its folder.
        var weightsName: String { PathBytes.text(of: PathBytes(weights).name) }
    }

    /// The path of the weights of a saved network.
    ///
    /// - Parameter name: The name of the network, or of one of its files.
    /// - Returns: A path that ends in `.safetensors`.
    public static func weightsPath(of name: String) -> String { Paths(name).weights }

    /// The paths of both files of a saved network.
    ///
    /// - Parameter name: The name of the network, or of one of its files.
    /// - Returns: The path of the weights, and that of the description.
    package static func paths(of name: String) -> [String] {
        let paths = Paths(name)
        return [paths.weights, paths.description]
    }

    /// The place of a model that is to be saved: looked at before there is one, so that nothing is trained in vain, and
    /// again right before it is written.
    package struct Place: Sendable {
        let paths: Paths
        /// The place of the weights.
        package let weights: FilePlace
        /// The place of the description.
        package let description: FilePlace

        /// Finds both files.
        ///
        /// - Parameter name: The name that is common to them, or the name of one.
        /// - Throws: ``FileError`` where one of them can't be written.
        package init(_ name: String) throws(FileError) {
            paths = try Paths(checking: name)
            do throws(WritingError) {
                weights = try FilePlace(paths.weights)
                description = try FilePlace(paths.description)
            } catch {
                throw FileError(error)
            }
        }

        /// Two names that nothing has yet, as they stand.
        ///
        /// - Parameter paths: The two names.
        init(new paths: Paths) {
            self.paths = paths
            (weights, description) = (FilePlace(new: paths.weights), FilePlace(new: paths.description))
        }

        /// Tells whether nothing has either of the two names.
        var isFree: Bool { weights.isFree && description.isFree }

        /// The files of other kinds that have the two names.
        package var occupied: [OccupiedError] {
            [ModelFile.descriptionKind.occupied(description), ModelFile.weightsKind.occupied(weights)]
                .compactMap(\.self)
        }
    }

    /// The description of a model, also as another program writes it again.
    private static let descriptionKind = FileKind("description of a model of nnboard") {
        $0.first { $0 > UInt8(ascii: " ") && $0 < 0x80 } == UInt8(ascii: "{")
            && $0.contains(text: "\"\(format)\"")
    }

    /// Weights that belong to such a description.
    private static let weightsKind = FileKind("file of weights of nnboard") {
        $0.dropFirst(8).first == UInt8(ascii: "{") && $0.contains(text: "\"\(format)\"")
    }
}
