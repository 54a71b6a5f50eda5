@testable import Datasets

extension FuzzTarget {
    /// Programs for Python's stack machine, as they stand behind the header of an array of lists.
    static let pickle = FuzzTarget(
        "pickle", executions: 15_000,
        words: [
            [0x80, 2], [0x80, 4], [0x95, 9, 0, 0, 0, 0, 0, 0, 0], [0x93], [0x94], [0x85], [0x86], [0x87],
            [0x8A, 8, 255, 255, 255, 255, 255, 255, 255, 127], [0x8C, 5], [0x4B, 1],
            [0x4A, 255, 255, 255, 127],
            [0x28, 0x4B, 1, 0x65], [0x5D, 0x94], [0x68, 0], [0x71, 0], [0x2E],
        ]
            + [
                "cnumpy.core.multiarray\n_reconstruct\n", "cnumpy\nndarray\n", "cnumpy\ndtype\n",
                "c_codecs\nencode\n", "cnumpy.core.multiarray\nscalar\n", "numpy._core.multiarray", "O8", "R",
                "b",
                "t", "]", "a", "e", "(", "N",
            ].map { Array($0.utf8) },
        seeds: { [PickleSeed.protocol2] },
        run: { bytes in
            let header = array("|O", "(2,)", [])
            guard let array = try? NpyArray(FileBytes(path: "fuzz.npy", bytes: header + bytes)) else {
                return false
            }
            try check(array.shape == [2], "an array of 2 lists was read with the shape \(array.shape)")
            return true
        })
}

/// `numpy.array([[1, 2], [3]], dtype=object)` as numpy pickles it.
enum PickleSeed {
    static let protocol2: [UInt8] =
        [0x80, 2] + Array("cnumpy.core.multiarray\n_reconstruct\n".utf8) + Array("cnumpy\nndarray\n".utf8)
        + [0x4B, 0, 0x85, 0x55, 1, 0x62, 0x87, 0x52, 0x28, 0x4B, 1, 0x4B, 2, 0x85]
        + Array("cnumpy\ndtype\n".utf8) + [0x55, 2] + Array("O8".utf8)
        + [0x4B, 0, 0x4B, 1, 0x87, 0x52, 0x28, 0x4B, 3, 0x55, 1, 0x7C, 0x4E, 0x4E, 0x4E]
        + [0x4A, 255, 255, 255, 255, 0x4A, 255, 255, 255, 255, 0x4B, 63, 0x74, 0x62, 0x89]
        + [0x5D, 0x28, 0x5D, 0x28, 0x4B, 1, 0x4B, 2, 0x65, 0x5D, 0x4B, 3, 0x61, 0x65, 0x74, 0x62, 0x2E]
}
