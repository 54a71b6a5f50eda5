import Datasets

extension Int {
    /// Reads a whole number, with or without a comma between thousands: `1000`, `1,000`.
    ///
    /// Any other comma is none between thousands: `1,5` is no 15.
    init?(grouped text: some StringProtocol) {
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        guard groups.count > 1 else {
            self.init(String(text))
            return
        }
        let first = groups[0].hasPrefix("-") ? groups[0].dropFirst() : groups[0]
        guard 1...3 ~= first.count, groups.dropFirst().allSatisfy({ $0.count == 3 }),
            (groups.dropFirst() + [first]).allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } })
        else { return nil }
        self.init(groups.joined())
    }
}

extension String {
    /// The fault of a text that should be a number: its comma, or the numbers that are allowed here.
    ///
    /// - Parameters:
    ///   - rule: The sentence that says which numbers would do.
    ///   - isWhole: Only whole numbers may stand here.
    /// - Returns: One or two sentences.
    func numberFault(_ rule: String, isWhole: Bool = false) -> String {
        guard let comma = DecimalComma(self) else { return rule }
        return (isWhole ? comma.wholeAdvice : comma.fractionAdvice) + " " + rule
    }
}
