extension Safetensors {
    /// One array of numbers, with its name.
    public struct Tensor: Equatable, Sendable {
        /// Such as `dense/kernel`; no two of a file have the same.
        public var name: String
        /// The type of its elements.
        public var type: ElementType
        /// The length of each dimension, the outermost first; a single number has none.
        public var shape: [Int]
        /// Its elements row by row, each with its lowest byte first.
        public var bytes: [UInt8]

        /// Wraps bytes.
        ///
        /// - Parameters:
        ///   - name: The name of the array.
        ///   - type: The type of its elements.
        ///   - shape: The length of each dimension.
        ///   - bytes: As many as shape and type ask for.
        public init(_ name: String, _ type: ElementType, shape: [Int], bytes: [UInt8]) {
            precondition(
                shape.reduce(type.size, *) == bytes.count,
                "\(bytes.count) bytes are no \(shape) array of \(type.rawValue)")
            self.name = name
            self.type = type
            self.shape = shape
            self.bytes = bytes
        }

        /// An array of floating-point numbers, kept to the last bit.
        public init(_ name: String, shape: [Int], floats: [Float]) {
            self.init(name, .float32, shape: shape, bytes: Self.bytes(floats.map(\.bitPattern)))
        }

        /// An array of floating-point numbers in double precision, kept to the last bit.
        public init(_ name: String, shape: [Int], doubles: [Double]) {
            self.init(name, .float64, shape: shape, bytes: Self.bytes(doubles.map(\.bitPattern)))
        }

        /// An array of whole numbers.
        public init(_ name: String, shape: [Int], int32s: [Int32]) {
            self.init(name, .int32, shape: shape, bytes: Self.bytes(int32s))
        }

        /// An array of large whole numbers.
        public init(_ name: String, shape: [Int], uint64s: [UInt64]) {
            self.init(name, .uint64, shape: shape, bytes: Self.bytes(uint64s))
        }

        /// A matrix; `[rows, columns]`.
        public init(_ name: String, _ matrix: Matrix) {
            self.init(name, shape: [matrix.rows, matrix.columns], floats: matrix.values)
        }

        /// Joins what a header says of an array with its bytes; `nil` for a type that nnboard has no use for.
        init?(_ entry: SafetensorsHeader.Entry, bytes: @autoclosure () -> [UInt8]) {
            guard let type = entry.type else { return nil }
            self.init(entry.name, type, shape: entry.shape, bytes: bytes())
        }

        /// The elements, if they are `F32`.
        public var floats: [Float]? {
            type == .float32 ? Self.numbers(bytes, UInt32.self).map(Float.init(bitPattern:)) : nil
        }

        /// The elements, if they are `F64`.
        public var doubles: [Double]? {
            type == .float64 ? Self.numbers(bytes, UInt64.self).map(Double.init(bitPattern:)) : nil
        }

        /// The elements, if they are `I32`.
        public var int32s: [Int32]? { type == .int32 ? Self.numbers(bytes) : nil }

        /// The elements, if they are `U64`.
        public var uint64s: [UInt64]? { type == .uint64 ? Self.numbers(bytes) : nil }

        private static func bytes<Number: FixedWidthInteger>(_ numbers: [Number]) -> [UInt8] {
            numbers.map(\.littleEndian).withUnsafeBytes(Array.init)
        }

        static func numbers<Number: FixedWidthInteger>(
            _ bytes: [UInt8], _ type: Number.Type = Number.self
        ) -> [Number] {
            bytes.withUnsafeBytes { bytes in
                (0..<bytes.count / MemoryLayout<Number>.size).map {
                    let offset = $0 * MemoryLayout<Number>.size
                    return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
                }
            }
        }
    }

    /// A type of elements, by the format's name.
    public enum ElementType: String, CaseIterable, Sendable {
        case float64 = "F64"
        case float32 = "F32"
        case float16 = "F16"
        case bfloat16 = "BF16"
        case int64 = "I64"
        case int32 = "I32"
        case int16 = "I16"
        case int8 = "I8"
        case uint64 = "U64"
        case uint32 = "U32"
        case uint16 = "U16"
        case uint8 = "U8"
        case flag = "BOOL"

        /// The number of bytes in an element.
        public var size: Int {
            switch self {
            case .float64, .int64, .uint64: 8
            case .float32, .int32, .uint32: 4
            case .float16, .bfloat16, .int16, .uint16: 2
            case .int8, .uint8, .flag: 1
            }
        }
    }
}
