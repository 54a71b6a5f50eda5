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

    /// The folders in which data files are looked for.
    ///
    /// - Throws: A usage error where the option names a folder that isn't there: all files would seem to be missing, and
    ///   built-in samples would take their place.
    var locations: DataLocations {
        get throws {
            if let missing {
                throw ValidationError(
                    "\(missing) Check its name; “nnboard data fetch NAME --data DIR” makes one with data files."
                )
            }
            return places
        }
    }

    /// The same folders for what can make one by a download.
    var places: DataLocations {
        DataLocations(option: data, environment: ProcessInfo.processInfo.environment)
    }

    /// The sentence on a folder that isn't there; `nil` where it is, or none is named.
    var missing: String? {
        var status = stat()
        guard let data, stat(data, &status) != 0 else { return nil }
        let reason = errno
        return reason == ENOENT
            ? "--data is \(data.printable), and there is no such folder."
            : "--data is \(data.printable), which can't be read: \(String(cString: strerror(reason)))."
    }
}
