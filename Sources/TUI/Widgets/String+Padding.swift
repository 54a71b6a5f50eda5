extension String {
    /// The text at the right of so many columns.
    func leftPadded(_ width: Int) -> String { String(repeating: " ", count: max(0, width - columns)) + self }
    /// The text at the left of so many columns.
    func rightPadded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - columns)) }
}
