/// A type of numbers as arrays store them.
protocol StoredNumber: BitwiseCopyable, CustomStringConvertible {
    /// Every number of this type is near some finite 32-bit float.
    static var fitsFloat: Bool { get }
    /// The nearest 32-bit float; infinite where the number is beyond the range.
    var float: Float { get }
    /// The same number, where it is whole and fits 32 bits.
    var integer: Int32? { get }
    /// It is neither infinite nor NaN.
    var isFinite: Bool { get }
}

extension StoredNumber where Self: FixedWidthInteger {
    static var fitsFloat: Bool { true }
    @inline(__always) var float: Float { Float(self) }
    @inline(__always) var integer: Int32? { Int32(exactly: self) }
    var isFinite: Bool { true }
}

extension Int8: StoredNumber {}
extension Int16: StoredNumber {}
extension Int32: StoredNumber {}
extension Int64: StoredNumber {}
extension UInt8: StoredNumber {}
extension UInt16: StoredNumber {}
extension UInt32: StoredNumber {}
extension UInt64: StoredNumber {}

extension StoredNumber where Self: BinaryFloatingPoint {
    static var fitsFloat: Bool { false }
    @inline(__always) var float: Float { Float(self) }
    @inline(__always) var integer: Int32? { Int32(exactly: self) }
}

extension Float16: StoredNumber {}
extension Float: StoredNumber {}
extension Double: StoredNumber {}

/// numpy's `bool`, which may be any byte; all but 0 are true.
struct StoredFlag: StoredNumber {
    private var byte: UInt8

    static var fitsFloat: Bool { true }
    var float: Float { byte == 0 ? 0 : 1 }
    var integer: Int32? { byte == 0 ? 0 : 1 }
    var isFinite: Bool { true }
    var description: String { byte == 0 ? "False" : "True" }
}

/// A number of an array that can't be what it is wanted for.
struct StrayNumber: Error, Equatable {
    /// Its place in row order.
    let index: Int
    /// The number as text.
    let text: String
    /// The reason, to be put behind the number.
    let problem: String
}

/// The use that is made of stored numbers.
protocol NumberUse {
    associatedtype Result: BitwiseCopyable
    static func accepts<Number: StoredNumber>(all: Number.Type) -> Bool
    /// A stored number in the form that is wanted; `nil` where it has none.
    static func read<Number: StoredNumber>(_ number: Number) -> Result?
    /// For a number of a type of which all are accepted.
    static func convert<Number: StoredNumber>(_ number: Number) -> Result
    /// The reason why a number was not read.
    static func problem<Number: StoredNumber>(with number: Number) -> String
}

/// Numbers to calculate with: finite 32-bit floats.
enum FloatUse: NumberUse {
    @inline(__always) static func accepts<Number: StoredNumber>(all: Number.Type) -> Bool { Number.fitsFloat }

    @inline(__always) static func convert<Number: StoredNumber>(_ number: Number) -> Float { number.float }

    @inline(__always) static func read<Number: StoredNumber>(_ number: Number) -> Float? {
        let float = number.float
        return float.isFinite ? float : nil
    }

    static func problem<Number: StoredNumber>(with number: Number) -> String {
        number.isFinite
            ? "is beyond the range of 32-bit floats (3.4e+38)" : "is no number that can be learnt from"
    }
}

/// Labels and ranks: whole numbers of 32 bits.
enum IntegerUse: NumberUse {
    @inline(__always) static func accepts<Number: StoredNumber>(all: Number.Type) -> Bool { false }

    @inline(__always) static func convert<Number: StoredNumber>(_ number: Number) -> Int32 {
        number.integer ?? 0
    }

    @inline(__always) static func read<Number: StoredNumber>(_ number: Number) -> Int32? { number.integer }

    static func problem<Number: StoredNumber>(with number: Number) -> String {
        Number.fitsFloat || abs(number.float) >= 0x1p31 && number.isFinite
            ? "is too large" : "is no whole number"
    }
}
