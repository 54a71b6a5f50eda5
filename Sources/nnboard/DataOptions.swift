import ArgumentParser
import Datasets
import FoundationEssentials
import Glibc

/// The options that say where data comes from.
struct DataOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A folder to look for data files in first.", valueName: "dir"),
        completion: .directory)
    var data: String?

    func validate() throws {
        let variable = "NNBOARD_DATA"
        try Self.check(data, "--data")
        // An empty variable counts as none.
        guard let value = ProcessInfo.processInfo.environment[variable], !value.isEmpty else { return }
        try Self.check(value, variable)
    }

    /// Refuses what can be no folder.
    ///
    /// One that isn't there yet may be made by a download.
    private static func check(_ path: String?, _ name: String) throws {
        guard let path else { return }
        guard !path.isEmpty else {
            throw ValidationError("\(name) is empty. Name a folder with data files, or leave it out.")
        }
        try PathArgument.checkHome(path, name)
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else { return }
        throw ValidationError(
            "\(name) is \(path.printable), which is no folder. Name the folder that has the file, “"
                + "\(PathBytes(path).folder.text.printable)”.")
    }

    var locations: DataLocations {
        DataLocations(option: data, environment: ProcessInfo.processInfo.environment)
    }
}
