import Glibc

/// The user's home folder, below which settings, runs and downloads are kept.
package enum HomeFolder {
    /// Finds it.
    ///
    /// - Parameters:
    ///   - environment: The environment's variables; `HOME` decides where it says something.
    ///   - database: The folder that the system has for this user; by default as the password database says.
    /// - Returns: A path; `nil` where there is no such folder, and nothing can be kept.
    package static func path(
        environment: [String: String], database: () -> String? = Self.inDatabase
    ) -> String? {
        if let home = environment["HOME"], !home.isEmpty { return home }
        var status = stat()
        // Users without a home have a path there that leads nowhere.
        guard let home = database(), home.hasPrefix("/"), stat(home, &status) == 0,
            status.st_mode & S_IFMT == S_IFDIR
        else { return nil }
        return home
    }

    /// The folder that the password database has for this user.
    package static func inDatabase() -> String? {
        var buffer = [CChar](repeating: 0, count: 1 << 14)
        var (entry, found) = (passwd(), UnsafeMutablePointer<passwd>?.none)
        return buffer.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress,
                getpwuid_r(getuid(), &entry, start, buffer.count, &found) == 0, found != nil,
                let folder = entry.pw_dir
            else { return nil }
            return String(validatingCString: folder)
        }
    }
}
