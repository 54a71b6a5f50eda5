import Glibc

/// The thing that helps where a file can't be written: another one for each of the system's reasons.
public enum WritingRemedy: Equatable, Sendable {
    /// The disk, or a person's share of it, is full.
    case room
    /// Somebody is not let.
    case rights
    /// The file system is one to be read.
    case writableDisk
    /// A folder has the name.
    case fileName
    /// A part of the path is no folder, or is missing.
    case folders
    /// The name has too many bytes.
    case shorterName
    /// Links lead in a circle.
    case links
    /// The disk fails.
    case soundDisk
    /// The file may not grow so large.
    case sizeLimit
    /// Too many files are open.
    case openFiles
    /// Nothing reads from a pipe.
    case reader
    /// None but to write elsewhere.
    case otherPlace

    /// Finds the remedy for a reason.
    ///
    /// - Parameter number: The system's number, as `errno` has it.
    package init(_ number: Int32) {
        self =
            switch number {
            case ENOSPC, EDQUOT: .room
            case EACCES, EPERM: .rights
            case EROFS: .writableDisk
            case EISDIR: .fileName
            case ENOTDIR, ENOENT: .folders
            case ENAMETOOLONG: .shorterName
            case ELOOP: .links
            case EIO: .soundDisk
            case EFBIG: .sizeLimit
            case EMFILE, ENFILE: .openFiles
            default: .otherPlace
            }
    }

    private var first: String? {
        switch self {
        case .room: "Make room"
        case .rights: "Change the rights of the file or its folder"
        case .writableDisk: "Mount its file system for writing"
        case .fileName: "Give the name of a file"
        case .folders: "Correct the folders in its path"
        case .shorterName: "Give it a shorter name"
        case .links: "Remove one of the links"
        case .soundDisk: "Check the disk"
        case .sizeLimit: "Raise the limit of a file's size (ulimit -f)"
        case .openFiles: "Raise the limit of open files (ulimit -n)"
        case .reader: "Start a reader first"
        case .otherPlace: nil
        }
    }

    /// A sentence that says what to do.
    ///
    /// - Parameter alternative: Another way, as in “choose another place”.
    /// - Returns: The remedy and the other way, or that alone.
    package func sentence(or alternative: String = "choose another place") -> String {
        guard let first else { return alternative.prefix(1).uppercased() + alternative.dropFirst() + "." }
        return "\(first), or \(alternative)."
    }
}
