extension Catalog {
    /// Downloads those files of a data set that are not in the folder for downloads, with the right content.
    ///
    /// Returns when all is done, so call it where waiting does no harm.
    ///
    /// - Parameters:
    ///   - name: As on the command line.
    ///   - locations: The folder for downloads, and the mirror to load from, if there is one.
    ///   - progress: Is told which share is done, from 0 to 1, at least about once a second; may throw to cancel.
    /// - Throws: A ``TermError`` for the name, a ``DownloadError``, or what `progress` throws.
    public static func fetch(
        _ name: String, to locations: DataLocations, progress: (Double) throws -> Void
    ) throws {
        let files = try entry(named: name).files
        guard let folder = locations.downloads else { throw DownloadError.noFolder }
        try Downloader(folder: folder, mirror: locations.mirror).download(
            files, progress: progress)
    }
}
