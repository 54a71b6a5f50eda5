extension Safetensors.Tensor {
    /// The elements as float32, if they are floating-point numbers of any precision.
    ///
    /// `F16` and `BF16` keep their values. `F64` is rounded to the nearest float32, and infinite where that has no
    /// number as large, as in NumPy's `astype`; ``overflow`` tells where.
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

    /// The place and the value of the first finite number that is infinite as float32, in words; `nil` where none is.
    var overflow: String? {
        guard let doubles, let place = doubles.firstIndex(where: { $0.isFinite && !Float($0).isFinite })
        else { return nil }
        let words =
            switch shape.count {
            case 2: "row \(place / shape[1]), column \(place % shape[1])"
            default: "number \(place)"
            }
        return "“\(name)”, \(words): \(doubles[place]) is beyond the range of 32-bit floats (3.4e+38)"
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
