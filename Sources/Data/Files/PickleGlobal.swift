/// The functions and types that occur in numpy's pickles of arrays of lists, arrays and numbers.
enum PickleGlobal {
    /// Makes an empty array, which is then described.
    case reconstruct
    /// Makes an array out of bytes (protocol 5).
    case fromBuffer
    /// Makes a single number.
    case scalar
    case ndarray
    case dtype
    /// Turns a text into bytes (protocols 0 to 2).
    case encode
    /// Makes empty bytes (protocols 0 to 2).
    case bytes

    /// Knows them by their full names, before and since numpy 2.
    init?(module: String, name: String) {
        switch (module, name) {
        case ("numpy.core.multiarray", "_reconstruct"), ("numpy._core.multiarray", "_reconstruct"):
            self = .reconstruct
        case ("numpy.core.numeric", "_frombuffer"), ("numpy._core.numeric", "_frombuffer"):
            self = .fromBuffer
        case ("numpy.core.multiarray", "scalar"), ("numpy._core.multiarray", "scalar"): self = .scalar
        case ("numpy", "ndarray"): self = .ndarray
        case ("numpy", "dtype"): self = .dtype
        case ("_codecs", "encode"): self = .encode
        case ("__builtin__", "bytes"), ("builtins", "bytes"): self = .bytes
        default: return nil
        }
    }
}
