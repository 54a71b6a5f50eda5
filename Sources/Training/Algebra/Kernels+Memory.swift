import CKernels

// The kernels' memory in C's terms.

extension Kernels {
    /// Rows of zeros and ones: row i has ones at `indices[offsets[i]]` up to `indices[offsets[i + 1] - 1]`.
    struct Ones {
        let offsets: UnsafePointer<Int32>?
        let indices: UnsafePointer<Int32>?

        var c: kernels_sparse { kernels_sparse(offsets: offsets, indices: indices) }
    }

    /// Weights, with what the optimizer keeps for each; slots that its rule doesn't have may be absent.
    struct Values {
        let values: UnsafeMutablePointer<Float>
        let slot0: UnsafeMutablePointer<Float>?
        let slot1: UnsafeMutablePointer<Float>?
        let slot2: UnsafeMutablePointer<Float>?

        var c: kernels_parameters {
            kernels_parameters(values: values, slot0: slot0, slot1: slot1, slot2: slot2)
        }
    }
}

extension Block {
    var c: kernels_block { kernels_block(values: values, rows: rows, columns: columns, stride: stride) }
}

extension BatchTargets {
    var c: kernels_targets {
        switch self {
        case .labels(let labels): kernels_targets(labels: labels, rows: nil)
        case .rows(let rows): kernels_targets(labels: nil, rows: rows.values)
        }
    }
}
