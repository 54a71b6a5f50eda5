extension Safetensors.Tensor {
    /// The elements as float32, if they are floating-point numbers of any precision.
    ///
    /// `F16` and `BF16` keep their values. `F64` is rounded to the nearest float32, and infinite where that has no
    /// number as large, as in NumPy's `astype`.
    public var convertedFloats: [Float]? {
        switch type {
        case .float32: floats
        case .float16: Self.numbers(bytes, UInt16.self).map { Float(Float16(bitPattern: $0)) }
        // The upper half of a float32.
        case .bfloat16: Self.numbers(bytes, UInt16.self).map { Float(bitPattern: UInt32($0) << 16) }
        case .float64: doubles?.map { Float($0) }
        default: nil
        }
    }
}

extension Safetensors.ElementType {
    /// The type as NumPy spells it, for what is said of converted weights.
    var numpyName: String {
        switch self {
        case .float64: "float64"
        case .float16: "float16"
        case .bfloat16: "bfloat16"
        default: "float32"
        }
    }
}
