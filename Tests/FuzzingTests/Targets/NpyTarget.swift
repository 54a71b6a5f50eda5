@testable import Datasets

extension FuzzTarget {
    /// Arrays of every type: the header, the numbers, and the pickle of an array of objects.
    static let npy = FuzzTarget(
        "npy", executions: 12_000, words: npyWords,
        seeds: {
            [
                array("<i8", "(3,)", [UInt8](repeating: 1, count: 24)),
                array("<f8", "(2, 1)", [UInt8](repeating: 0x3F, count: 16)),
                array("|u1", "(1, 2, 2)", [1, 2, 3, 4]), array("<f4", "()", [0, 0, 0x80, 0x3F]),
                array("<i4", "(0, 7)", []), array("<f16", "(2,)", [UInt8](repeating: 0xBF, count: 32)),
            ]
        },
        run: { bytes in
            guard let array = try? NpyArray(FileBytes(path: "fuzz.npy", bytes: bytes)) else { return false }
            let (floats, integers) = (try? array.floats(), try? array.integers())
            for count in [floats?.count, integers?.count].compactMap({ $0 }) {
                try check(
                    count == array.shape.reduce(1, *),
                    "\(count) numbers became an array of the shape \(array.shape)")
                try check(count <= bytes.count, "\(bytes.count) bytes became \(count) numbers")
            }
            if let floats {
                try check(floats.allSatisfy(\.isFinite), "a number is not finite")
            }
            return true
        })

    /// Pieces of headers.
    static let npyWords: [[UInt8]] =
        [[0x93] + Array("NUMPY".utf8), [1, 0], [2, 0], [3, 0]]
        + [
            "{'descr': '", "', 'fortran_order': False, 'shape': (", "True", "), }\n", "<i8", "|u1", "<f4",
            ">f8",
            "|O", "<U5", "=i4", "<f2", "|b1", ">f4", ">u2", "(4, 3)", "(0,)", "()",
            "(9223372036854775807, 2)", "(4611686018427387904, 0)", "(0, 4611686018427387904)", "(40L, 13L)",
            "<f16", ">f16", "<f12", "float64", ">d", "0x", "((", "# ", "_",
        ].map { Array($0.utf8) }

    /// An array as numpy saves it.
    static func array(_ type: String, _ shape: String, _ numbers: [UInt8]) -> [UInt8] {
        let header = Array("{'descr': '\(type)', 'fortran_order': False, 'shape': \(shape), }\n".utf8)
        return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.count), 0] + header + numbers
    }
}
