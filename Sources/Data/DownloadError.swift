/// A reason why a file can't be downloaded, said so that its reader knows what to do next.
public enum DownloadError: Error, Equatable, Sendable, CustomStringConvertible {
    /// No folder is named, and there is no home folder.
    case noFolder
    /// libcurl is not installed.
    case noLibrary(reason: String)
    /// The server can't be found, reached or trusted.
    case unreachable(address: String, reason: String)
    /// The server won't give the file.
    case refused(address: String, status: Int)
    /// The connection ended before the file did.
    case truncated(address: String, reason: String)
    /// Nothing came for too long.
    case stalled(address: String, reason: String)
    /// More came than the file has.
    case tooLarge(address: String, expected: Int)
    /// The bytes that came are not the file's.
    case wrongContent(address: String, expected: String, found: String)
    /// The file or its folder can't be written.
    case notWritten(path: String, reason: String, remedy: WritingRemedy = .otherPlace)
    /// Anything else.
    case failed(address: String, reason: String)

    init(_ error: WritingError) {
        self = .notWritten(path: error.path, reason: error.reason, remedy: error.remedy)
    }

    /// The problem, its place, and what to do next.
    public var description: String {
        switch self {
        case .noFolder:
            "There is no home folder to download into: HOME is not set, and the system has none for this user. "
                + "Name a folder with --data, or set HOME."
        case .noLibrary(let reason):
            "Downloads need libcurl.so.4, which can't be loaded: \(reason.printable). "
                + "Install it (Debian: apt-get install libcurl4)."
        case .unreachable(let address, let reason):
            "\(address.printable) can't be reached: \(reason.printable). Check the network, or name another "
                + "server in $NNBOARD_MIRROR."
        case .refused(let address, let status):
            "\(address.printable) is not to be had: the server answered \(status). Try again later, or name "
                + "another server in $NNBOARD_MIRROR."
        case .truncated(let address, let reason):
            "\(address.printable) broke off before its end: \(reason.printable). Try again."
        case .stalled(let address, let reason):
            "\(address.printable) came to a halt: \(reason.printable). Check the network, and try again."
        case .tooLarge(let address, let expected):
            "\(address.printable) is larger than the \(expected) bytes that it should have, so it is not the "
                + "right file. Nothing was kept; name another server in $NNBOARD_MIRROR."
        case .wrongContent(let address, let expected, let found):
            "\(address.printable) is not the right file: its SHA-256 is \(found), not \(expected). "
                + "Nothing was kept; try again, or name another server in $NNBOARD_MIRROR."
        case .notWritten(let path, let reason, let remedy):
            "\(path.printable) can't be written: \(reason.printable). "
                + remedy.sentence(or: "name another folder with --data")
        case .failed(let address, let reason):
            "\(address.printable) can't be downloaded: \(reason.printable)."
        }
    }
}
