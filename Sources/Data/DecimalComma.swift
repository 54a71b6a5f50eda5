/// A number that is written with a decimal comma, as in `0,001`; nnboard's texts have a decimal point.
package struct DecimalComma: Equatable, Sendable {
    /// The number as it was found.
    package let found: String
    /// The same with a decimal point.
    package var point: String { found.replacingComma }

    /// Tells whether the comma may as well stand between thousands: `20,000`.
    package var mayGroup: Bool {
        let digits = found.drop { $0 == "-" || $0 == "+" }
        let parts = digits.split(separator: ",", omittingEmptySubsequences: false)
        return parts.count == 2 && 1...3 ~= parts[0].count && parts[0].first != "0" && parts[1].count == 3
            && parts[1].allSatisfy(\.isNumber)
    }

    /// The fault, where only a whole number may stand.
    package var wholeAdvice: String {
        mayGroup
            ? "“\(found)” has a comma: write \(found.filter { $0 != "," })."
            : "“\(found)” has a decimal comma, but a whole number is needed."
    }

    /// The fault, where a fraction may stand.
    package var fractionAdvice: String {
        mayGroup
            ? "“\(found)” has a comma: write \(found.filter { $0 != "," }), or \(point) for a fraction."
            : "“\(found)” has a decimal comma: write \(point)."
    }

    /// The sentence that says what to write in a text that may have lists.
    package var advice: String {
        "“\(found)” has a decimal comma: write \(point) where a fraction may stand, or a space behind the comma "
            + "between two numbers."
    }

    /// Takes a whole text for one number.
    ///
    /// - Parameter text: For example `0,001`, `-1,5` or `2,5e-3`.
    package init?(_ text: some StringProtocol) {
        let scalars = Array(text.unicodeScalars)
        guard let end = Self.end(of: scalars, from: 0), end == scalars.count else { return nil }
        found = String(text)
    }

    /// Looks for the first such number in a text.
    ///
    /// Two numbers of a list, such as `64,64`, look the same as one of a fraction. Only what can't be meant as a list
    /// is found: a zero before the comma, a zero and more digits behind it, an exponent, or a label before the number,
    /// behind which no number without one stands.
    ///
    /// - Parameter text: For example `adam(learning_rate=0,001)`.
    package init?(in text: some StringProtocol) {
        let scalars = Array(text.unicodeScalars)
        for start in scalars.indices where start == 0 || !scalars[start - 1].belongsToNumber {
            guard let end = Self.end(of: scalars, from: start) else { continue }
            let number = scalars[start..<end]
            let isLabelled = scalars[..<start].last { $0 != " " } == "="
            // Nobody writes a whole number as 002, so that what follows does not matter.
            guard
                Self.hasLeadingZero(number)
                    || (Self.isOver(scalars[end...]) && (isLabelled || Self.isSure(number)))
            else { continue }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: number)
            found = String(view)
            return
        }
        return nil
    }

    /// The end of a number with a comma; `nil` where none begins.
    private static func end(of scalars: [Unicode.Scalar], from start: Int) -> Int? {
        var place = start
        func skipDigits() -> Bool {
            let first = place
            while place < scalars.count, scalars[place].isDigit { place += 1 }
            return place > first
        }
        if place < scalars.count, scalars[place] == "-" || scalars[place] == "+" { place += 1 }
        guard skipDigits(), place < scalars.count, scalars[place] == "," else { return nil }
        place += 1
        guard skipDigits() else { return nil }
        let mantissa = place
        if place < scalars.count, scalars[place] == "e" || scalars[place] == "E" {
            place += 1
            if place < scalars.count, scalars[place] == "-" || scalars[place] == "+" { place += 1 }
            return skipDigits() ? place : mantissa
        }
        return mantissa
    }

    /// Tells whether a number has come to its end where this follows; a comma between two numbers may.
    private static func isOver(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let next = rest.first, next.belongsToNumber else { return true }
        return next == "," && rest.dropFirst().first?.isDigit != true
    }

    /// Tells whether a zero and more digits stand behind the comma.
    private static func hasLeadingZero(_ number: ArraySlice<Unicode.Scalar>) -> Bool {
        let fraction = number.drop { $0 != "," }.dropFirst()
        return fraction.first == "0" && fraction.dropFirst().first?.isDigit == true
    }

    private static func isSure(_ number: ArraySlice<Unicode.Scalar>) -> Bool {
        let parts = number.split(separator: ",")
        guard parts.count == 2, let first = parts.first, let last = parts.last else { return false }
        let digits = first.filter(\.isDigit)
        return digits.allSatisfy { $0 == "0" } || last.contains { !$0.isDigit }
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { "0"..."9" ~= self }
    /// Tells whether a number would not begin or end next to it.
    fileprivate var belongsToNumber: Bool {
        isDigit || self == "." || self == "," || self == "-" || self == "+" || self == "_"
            || properties.isAlphabetic
    }
}

extension String {
    fileprivate var replacingComma: String { String(map { $0 == "," ? "." : $0 }) }
}
