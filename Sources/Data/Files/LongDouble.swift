/// A float of more than 64 bits: numpy's `longdouble`, in one of the forms that processors have for C's `long double`.
protocol LongDouble: StoredNumber {
    /// The sign, and below it the exponent, 16383 more than it means.
    var head: UInt16 { get }
    /// The digits, the highest before the point; the lowest is 1 where any that don't fit are.
    var digits: UInt64 { get }
}

extension LongDouble {
    static var fitsFloat: Bool { false }
    var isFinite: Bool { exponent == 0 || exponent != 0x7fff && isNormal }
    // Rounded but once: 53 digits with the mark in the last of them are as good as all.
    var float: Float { Float(double) }
    var integer: Int32? { Int32(exactly: double) }

    var description: String {
        let double = double
        guard isFinite, double.isInfinite else { return double.isNaN ? "nan" : "\(double)" }
        let power = (Double(exponent - Self.bias) * 0.301_029_995_663_981_2).rounded()
        return "about \(double < 0 ? "-" : "")1e+\(Int(power))"
    }

    private static var bias: Int { 16383 }

    private var exponent: Int { Int(head & 0x7fff) }
    private var isNormal: Bool { digits >> 63 == 1 }

    /// The number with 53 digits, the lowest of which is 1 where any further ones are; infinite where it is too large.
    private var double: Double {
        let size: Double
        switch exponent {
        // Far below the least of doubles.
        case 0: size = 0
        // Bytes that no processor writes since the 80287.
        case _ where !isNormal: size = .nan
        case 0x7fff: size = digits << 1 == 0 ? .infinity : .nan
        default:
            let kept = digits >> 11 | (digits & 0x7ff == 0 ? 0 : 1)
            size = Double(sign: .plus, exponent: exponent - Self.bias - 52, significand: Double(kept))
        }
        return head >> 15 == 1 ? -size : size
    }

    /// It is 0, or within the range of doubles, as nearly all numbers are; infinite and NaN count as such.
    fileprivate var isUsual: Bool {
        switch exponent {
        case 0: digits == 0
        case 0x7fff: isNormal
        default: isNormal && abs(exponent - Self.bias) <= 1100
        }
    }

    /// Bytes that the form has a number for.
    fileprivate var isWellFormed: Bool { exponent == 0 || isNormal }
}

/// The 80 bits of x86, which 48 follow that mean nothing.
struct ExtendedFloat: LongDouble {
    let digits: UInt64
    private let upper: UInt64

    var head: UInt16 { UInt16(truncatingIfNeeded: upper) }
}

/// The 80 bits of x86, which 16 follow that mean nothing, as on machines of 32 bits.
struct ExtendedFloat12: LongDouble {
    private let low, high, upper: UInt32

    var digits: UInt64 { UInt64(high) << 32 | UInt64(low) }
    var head: UInt16 { UInt16(truncatingIfNeeded: upper) }
}

/// The 128 bits of IEEE 754, as on ARM machines of 64 bits.
struct QuadrupleFloat: LongDouble {
    private let lower, upper: UInt64

    var head: UInt16 { UInt16(truncatingIfNeeded: upper >> 48) }
    var digits: UInt64 {
        let unit: UInt64 = head & 0x7fff == 0 ? 0 : 1 << 63
        let rest = lower << 15
        return unit | (upper << 16) >> 1 | lower >> 49 | (rest == 0 ? 0 : 1)
    }

    /// Numbers of 16 bytes are of this form and not ``ExtendedFloat``.
    ///
    /// Both are `f16` to numpy. Those that the other form has no numbers for are of this one; else those that are usual
    /// in this form alone.
    static func seems(toBeIn bytes: ArraySlice<UInt8>) -> Bool {
        bytes.withUnsafeBytes { bytes in
            var isUsual = true
            var isUsualElsewhere = true
            var holdsDigits = false
            for offset in stride(from: 0, to: bytes.count, by: MemoryLayout<Self>.size) {
                let extended = bytes.loadUnaligned(fromByteOffset: offset, as: ExtendedFloat.self)
                guard extended.isWellFormed else { return true }
                isUsual = isUsual && bytes.loadUnaligned(fromByteOffset: offset, as: Self.self).isUsual
                isUsualElsewhere = isUsualElsewhere && extended.isUsual
                holdsDigits = holdsDigits || extended.digits != 0
            }
            return isUsual && !(isUsualElsewhere && holdsDigits)
        }
    }
}
