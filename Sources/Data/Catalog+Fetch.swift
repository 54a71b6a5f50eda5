extension Catalog {
    /// Downloads the files of a data set.
    ///
    /// - Parameters:
    ///   - name: As on the command line.
    ///   - locations: Where downloads go.
    ///   - progress: Is told from time to time which share is done, from 0 to 1; may throw to cancel.
    /// - Throws: A ``TermError`` for the name.
    public static func fetch(
        _ name: String, to locations: DataLocations, progress: (Double) throws -> Void
    ) throws {
        _ = try entry(named: name)
        throw DatasetError.unreadable(path: locations.downloads, reason: "downloads are not there yet")
    }
}
