extension TermReader {
    /// A whole number in a range, or none.
    ///
    /// - Parameters:
    ///   - label: The argument's name.
    ///   - name: The data set's name, for errors.
    ///   - range: From the least to the greatest.
    ///   - standard: The value of an absent argument.
    /// - Returns: The number, `nil` for `none`, or the standard.
    /// - Throws: ``TermError/wrongArgument(_:of:found:expected:)`` for anything else.
    mutating func integer(
        _ label: String, of name: String, in range: ClosedRange<Int>, default standard: Int?
    ) throws -> Int? {
        guard let value = try integer(label, default: standard) else { return nil }
        guard range.contains(value) else {
            throw TermError.wrongArgument(
                label, of: name, found: "\(value)",
                expected: "from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    /// A whole number in a range, which can't be none.
    ///
    /// - Parameters:
    ///   - label: The argument's name.
    ///   - name: The data set's name, for errors.
    ///   - range: From the least to the greatest.
    ///   - standard: The value of an absent argument.
    /// - Returns: The number, or the standard.
    /// - Throws: ``TermError/wrongArgument(_:of:found:expected:)`` for anything else.
    mutating func number(
        _ label: String, of name: String, in range: ClosedRange<Int>, default standard: Int
    ) throws -> Int {
        guard let value = try integer(label, of: name, in: range, default: standard) else {
            throw TermError.wrongArgument(label, of: name, found: "none", expected: "a number")
        }
        return value
    }

    /// The seed of numpy's generator: `seed`.
    ///
    /// - Parameters:
    ///   - name: The data set's name, for errors.
    ///   - standard: The value of an absent argument.
    /// - Returns: 32 bits.
    /// - Throws: ``TermError/wrongArgument(_:of:found:expected:)`` for anything else.
    mutating func seed(of name: String, default standard: UInt32) throws -> UInt32 {
        let range = 0...Int(UInt32.max)
        return UInt32(try number("seed", of: name, in: range, default: Int(standard)))
    }

    /// The share of the samples to be judged by: `test_split`.
    ///
    /// - Parameters:
    ///   - name: The data set's name, for errors.
    ///   - standard: The value of an absent argument.
    ///   - leavesTraining: `true` if some samples must be left to train with.
    /// - Returns: From 0 to 1.
    /// - Throws: ``TermError/wrongArgument(_:of:found:expected:)`` for anything else.
    mutating func testSplit(
        of name: String, default standard: Double, leavesTraining: Bool = false
    ) throws -> Double {
        let share = try number("test_split") ?? standard
        guard (0...1).contains(share), !leavesTraining || share < 1 else {
            throw TermError.wrongArgument(
                "test_split", of: name, found: "\(share)",
                expected: leavesTraining ? "at least 0 and less than 1" : "from 0 to 1")
        }
        return share
    }
}
