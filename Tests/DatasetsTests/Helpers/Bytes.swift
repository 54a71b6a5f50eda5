import Foundation

@testable import Datasets

/// The bytes of a committed file of the `Reference` folder.
func reference(_ name: String) throws -> FileBytes {
    FileBytes(path: name, bytes: Array(try Data(contentsOf: Reference.own(name))))
}

extension FileBytes {
    /// Bytes that stand in no file.
    init(_ bytes: [UInt8]) {
        self.init(path: "made-up", bytes: bytes)
    }
}

extension DatasetError {
    /// The place and the problem of a malformed file.
    var complaint: String {
        switch self {
        case .malformed(_, let place, let problem): "\(place): \(problem)"
        default: "\(self)"
        }
    }
}

/// What a call complains of; empty where it succeeds.
func complaint(_ body: () throws -> some Any) -> String {
    do {
        _ = try body()
        return ""
    } catch let error as DatasetError {
        return error.complaint
    } catch {
        return "not a DatasetError: \(error)"
    }
}
