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
    /// The place and the problem of a file.
    var complaint: String {
        switch self {
        case .malformed(_, let place, let problem): "\(place): \(problem)"
        case .unsuitable(_, let problem): problem
        default: "\(self)"
        }
    }
}

/// The complaint of a call; empty if it succeeds.
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

/// Files of numpy's, written by hand.
enum Bytes {
    /// An `.npy` file of any type, also one of records.
    static func npy(_ descr: String, _ shape: String, _ numbers: [UInt8]) -> [UInt8] {
        let type = descr.hasPrefix("[") ? descr : "'\(descr)'"
        let header = Array("{'descr': \(type), 'fortran_order': False, 'shape': \(shape)}\n".utf8)
        return [0x93] + Array("NUMPY".utf8) + [1, 0] + ZipWriter.little(UInt16(header.count)) + header
            + numbers
    }

    /// An `.npy` file with one axis.
    static func npy(_ numbers: [Int64]) -> [UInt8] {
        npy("<i8", "(\(numbers.count),)", numbers.flatMap { ZipWriter.little($0) })
    }

    /// An `.npy` file of doubles.
    static func npy(_ numbers: [Double], shape: String) -> [UInt8] {
        npy("<f8", shape, numbers.flatMap { ZipWriter.little($0.bitPattern) })
    }
}

extension IntegerLists {
    /// Lists one after another.
    init(_ lists: [[Int32]]) {
        var places: [Place] = []
        for list in lists {
            let start = places.last.map { $0.start + $0.count } ?? 0
            places.append(.init(start: start, count: Int32(list.count)))
        }
        self.init(values: lists.flatMap(\.self), places: places)
    }
}
