/// The functions and types that occur in numpy's pickle of an array of objects.
enum PickleGlobal {
    case reconstruct
    case ndarray
    case dtype
    case encode

    /// Knows them by their full names, before and since numpy 2.
    init?(module: String, name: String) {
        switch (module, name) {
        case ("numpy.core.multiarray", "_reconstruct"), ("numpy._core.multiarray", "_reconstruct"):
            self = .reconstruct
        case ("numpy", "ndarray"): self = .ndarray
        case ("numpy", "dtype"): self = .dtype
        case ("_codecs", "encode"): self = .encode
        default: return nil
        }
    }
}
