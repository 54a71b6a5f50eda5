import FoundationEssentials

/// The folders in which data files are looked for, in order.
///
/// `--data DIR`, `$NNBOARD_DATA`, `$XDG_DATA_HOME/nnboard` (or `~/.local/share/nnboard`), `$KERAS_HOME/datasets`
/// (or `~/.keras/datasets`).
public struct DataLocations: Equatable, Sendable {
    /// The folders, the first to be asked first.
    public let folders: [String]
    /// The folder of downloads: the one that was named, or nnboard's own; `nil` for who has neither that nor
    /// a home folder.
    public let downloads: String?
    /// The address of a folder with copies of all files, in place of their own (`$NNBOARD_MIRROR`).
    public let mirror: String?

    /// Works out the folders.
    ///
    /// - Parameters:
    ///   - option: The value of `--data`, if it was given.
    ///   - environment: The environment's variables.
    public init(option: String? = nil, environment: [String: String]) {
        func variable(_ name: String) -> String? {
            environment[name].flatMap { $0.isEmpty ? nil : $0 }
        }
        let home = variable("HOME")
        let own =
            variable("XDG_DATA_HOME").map { $0 + "/nnboard" } ?? home.map { $0 + "/.local/share/nnboard" }
        let keras = (variable("KERAS_HOME") ?? home.map { $0 + "/.keras" }).map { $0 + "/datasets" }
        folders = [option, variable("NNBOARD_DATA"), own, keras].compactMap(\.self)
        downloads = option ?? variable("NNBOARD_DATA") ?? own
        mirror = variable("NNBOARD_MIRROR")
    }

    /// The first folder's file of that name, if any folder has one.
    public func path(of file: String) -> String? {
        folders.lazy.map { $0 + "/" + file }.first { FileManager.default.fileExists(atPath: $0) }
    }

    /// Tells whether every file of a data set is available.
    public func have(_ files: [RemoteFile]) -> Bool {
        files.allSatisfy { path(of: $0.name) != nil }
    }

    /// The first folder's file, or an error that says where it was looked for.
    ///
    /// - Parameters:
    ///   - file: The file that is needed.
    ///   - dataset: The name under which it can be downloaded.
    /// - Returns: A path.
    /// - Throws: ``DatasetError/missing(file:dataset:searched:)``.
    public func requiredPath(of file: RemoteFile, dataset: String) throws -> String {
        guard let path = path(of: file.name) else {
            throw DatasetError.missing(file: file.name, dataset: dataset, searched: folders)
        }
        return path
    }
}
