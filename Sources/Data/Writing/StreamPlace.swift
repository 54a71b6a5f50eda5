import Glibc

/// A pipe or a device that is written to, the same by whichever of its names.
package struct StreamPlace: Hashable, Sendable {
    private let device: dev_t
    private let number: ino_t

    /// Finds what a name leads to at the moment; `nil` for a file or a folder, and where there is nothing.
    ///
    /// - Parameter name: The name that a person gave.
    package init?(_ name: String) {
        var status = stat()
        guard stat(name, &status) == 0, FilePlace.isStream(status) else { return nil }
        (device, number) = (status.st_dev, status.st_ino)
    }
}
