import ArgumentParser
import Datasets
import FoundationEssentials

/// Where data comes from.
struct DataOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A folder to look for data files in first.", valueName: "dir"),
        completion: .directory)
    var data: String?

    var locations: DataLocations {
        DataLocations(option: data, environment: ProcessInfo.processInfo.environment)
    }
}
