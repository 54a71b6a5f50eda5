import Glibc

/// The way in which a file gets to its place.
enum FileWay: Equatable, Sendable {
    /// There is none yet.
    case make
    /// A file that is replaced at once, with its mode and, where that is allowed, its owner.
    case replace
    /// A file in a folder that takes no other one: its bytes are replaced.
    case rewrite
    /// A pipe or a device takes the bytes as they come.
    case stream

    /// Chooses the way to a place.
    init(to place: FilePlace) {
        switch place.occupant {
        case .nothing: self = .make
        case .stream: self = .stream
        case .file(let file):
            // A link of /proc is no name that another file could take.
            let isNamed = FoundFile(at: place.path)?.isSame(as: file) == true
            let folder = place.path.folder
            var status = stat()
            let isKept =
                folder.withCString { stat($0, &status) } == 0
                && Self.keepsNames(status, ownedBy: file.owner, from: geteuid())
            self = isNamed && folder.may(W_OK | X_OK) && !isKept ? .replace : .rewrite
        }
    }

    /// Tells whether a folder such as /tmp (its sticky bit is set) lets a user neither rename nor remove a file.
    static func keepsNames(_ folder: stat, ownedBy owner: uid_t, from user: uid_t) -> Bool {
        folder.st_mode & S_ISVTX != 0 && user != 0 && owner != user && folder.st_uid != user
    }
}
