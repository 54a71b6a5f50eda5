extension BinaryFloatingPoint where Self: LosslessStringConvertible {
    /// The shortest text that reads back to the number; `nan` for what is not a number, whatever its sign bit.
    ///
    /// Swift writes `-nan` where the sign bit is set, which differs from processor to processor.
    package var spelt: String { isNaN ? "nan" : "\(self)" }
}

extension Int {
    /// The number with its noun: `1 sample`, `12 samples`.
    ///
    /// - Parameters:
    ///   - noun: The noun for one.
    ///   - plural: The noun for any other number; by default the one with an s.
    /// - Returns: Number and noun.
    package func counted(_ noun: String, _ plural: String? = nil) -> String {
        "\(self) \(self == 1 ? noun : plural ?? noun + "s")"
    }

    /// The number with a comma between thousands.
    package var grouped: String {
        var digits = Array("\(magnitude)")
        for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
        return (self < 0 ? "-" : "") + String(digits)
    }
}

/// Sentences about the numbers of things in a list.
package enum ListNumbers {
    /// Says that a list has no such number, and which ones it has.
    ///
    /// - Parameters:
    ///   - number: The number that was asked for.
    ///   - list: The list's name, such as `test`.
    ///   - count: The number of things in the list, numbered from 0.
    /// - Returns: One sentence.
    package static func missing(_ number: Int, in list: String, count: Int) -> String {
        switch count {
        case ...0: "There is no \(list) \(number): \(list) has no samples. Choose another part."
        case 1: "There is no \(list) \(number): the only one has the number 0."
        default: "There is no \(list) \(number): they go from 0 to \(count - 1)."
        }
    }
}
