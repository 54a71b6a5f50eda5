@testable import Training

extension FuzzTarget {
    /// Files of weights.
    static let safetensors = FuzzTarget(
        "safetensors", executions: 12_000,
        words: [
            "{\"", "\":{\"dtype\":\"F32\",\"shape\":[", "],\"data_offsets\":[0,", "]}}", "\"__metadata__\":{",
            "F16",
            "BF16", "F64", "I64", "U64", "I32", "BOOL", "F8_E4M3", "4611686018427387904",
        ].map { Array($0.utf8) } + [[8, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0x80]],
        seeds: {
            [
                Safetensors(
                    metadata: ["format": "fuzz"],
                    tensors: [
                        .init("a", shape: [2], floats: [1, -0.5]), .init("b", shape: [1], int32s: [7]),
                        .init("c", shape: [1], uint64s: [.max]),
                    ]
                ).bytes, Safetensors().bytes,
            ]
        },
        run: { bytes in
            guard let file = try? Safetensors(bytes: bytes) else { return false }
            let written = file.bytes
            guard let again = try? Safetensors(bytes: written) else {
                throw BrokenPromise("a file of \(file.tensors.count) arrays was written and is refused")
            }
            try check(again.bytes == written, "a file of \(file.tensors.count) arrays comes back as another")
            for tensor in file.tensors { _ = (tensor.floats, tensor.int32s, tensor.uint64s) }
            return true
        })
}
