import Datasets

/// The advice on a number of the command line that the parser could not read.
enum NumberAdvice {
    /// The words by which help calls a fraction; the numbers of other options are whole.
    private static let fraction = "<x>"
    private static let whole = ["<n>", "<k>", "<number>"]

    /// Says which number would do.
    ///
    /// - Parameters:
    ///   - message: The parser's message, such as `The value '1,5' is invalid for '--epochs <n>'`.
    ///   - arguments: All words of the command line.
    /// - Returns: A sentence; `nil` where the message is about something else.
    static func sentence(on message: String, _ arguments: [String]) -> String? {
        // To the parser a negative number is an option.
        if message.hasPrefix("Missing expected argument '<number>'"),
            let found = arguments.first(where: { $0.first == "-" && isWhole($0.dropFirst()) })
        {
            return "“\(found)” can't be it: it has to be 0 or more."
        }
        let parts = message.split(separator: "'", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 4, parts[0].hasSuffix("The value "), parts[2] == " is invalid for " else {
            return nil
        }
        let (value, option) = (parts[1], parts[3])
        if option.hasSuffix(fraction) {
            return DecimalComma(value)?.fractionAdvice ?? "It has to be a number, such as 0.5."
        }
        guard whole.contains(where: option.hasSuffix) else { return nil }
        if let comma = DecimalComma(value) { return comma.wholeAdvice }
        if value.first == "-", isWhole(value.dropFirst()) { return "It has to be 0 or more." }
        return "It has to be a whole number" + (isWhole(value) ? ", and a smaller one." : ".")
    }

    /// Tells whether a text is digits and nothing else, of which one at least.
    private static func isWhole(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.allSatisfy { "0"..."9" ~= $0 }
    }
}
